"""The bank: credits are on the statement when the company opens."""

from sandbox.core.context import Context
from sandbox.crm.models import Customer
from sandbox.erp.models import Invoice
from sandbox.erp.queries.insolvency import insolvency_of
from sandbox.erp.services.paying import credit_bank
from sandbox.simulation.engine import happens


@happens("money_lands")
def money_lands(ctx: Context, subject: str, label: str = "") -> None:
    """A customer's transfer for what is left of an invoice, if it has it and still owes it."""
    invoice = ctx.find(Invoice, subject)
    # Earlier debts may no longer be paid once proceedings are open (C. com. L622-7).
    frozen = insolvency_of(ctx.session, ctx.run.id, invoice.customer_id)
    if invoice.balance > 0 and not (invoice.credited or invoice.stopped or frozen):
        credit(ctx, invoice.customer, invoice.balance, label or f"VIR {subject}")


def credit(
    ctx: Context, customer: Customer | None, amount: int, label: str, payer: str = ""
) -> None:
    """A credit (cents) on the bank statement."""
    payer = payer or (customer.name if customer else "")
    bank = ctx.acting_as("bank")
    credit_bank(bank, customer=customer, amount=amount, label=label, payer=payer)
