"""Money that comes in: bank lines, payments, and the invoices they settle."""

from datetime import date

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.terms import CASH_CEILING, cash_allowed
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.crm.services import receive_message
from sandbox.erp.errors.billing import (
    AboveDebt,
    AbovePayment,
    AlreadyRecordedLine,
    BadAmount,
    NotAPromise,
    NothingDue,
    NothingLeft,
    OtherCustomer,
)
from sandbox.erp.errors.returning import CashAboveCeiling, CashForALargerDebt, TakenBack
from sandbox.erp.models import BankLine, Invoice, Payment, Reconciliation
from sandbox.erp.queries.billing import bank_seen, waiting_lines
from sandbox.erp.services.platform import report_cashed
from sandbox.journal import record, use_case
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads import (
    BankConsulted,
    BankCredited,
    InvoiceCashed,
    PaymentPromised,
    PaymentReconciled,
    PaymentRecorded,
)

CASH = "cash"


@use_case(emits=(BankConsulted,))
def consult_bank(ctx: Context) -> list[BankLine]:
    """Look up the bank lines that are not recorded yet."""
    waiting = waiting_lines(ctx.session, ctx.run.id)
    payload = BankConsulted(len(waiting))
    seen = bank_seen(ctx.session, ctx.run.id, waiting)
    if not (seen and consulted_already(ctx, payload.verb, "banque", payload)):
        record(ctx, "banque", payload)
    return waiting


@use_case(emits=(BankCredited,), refuses=(BadAmount,))
def credit_bank(
    ctx: Context, *, amount: Cents, label: str, payer: str, customer: Customer | None = None
) -> BankLine:
    """Money arrives on our account (the bank acts)."""
    if amount <= 0:
        raise BadAmount
    line = ctx.add(
        BankLine(reference=ctx.number("BQ"), at=ctx.now(), label=label, payer=payer, amount=amount)
    )
    payload = BankCredited(customer.reference if customer else None, amount)
    record(ctx, line.reference, payload)
    return line


@use_case(
    minutes=3, emits=(PaymentRecorded,), refuses=(AlreadyRecordedLine, TakenBack, CashAboveCeiling)
)
def record_payment(
    ctx: Context, bank_line: BankLine, *, customer: Customer, method: str = "transfer"
) -> Payment:
    """Record the payment that a bank line brings, in the name of the customer who paid."""
    if bank_line.amount < 0:
        raise TakenBack(reference=bank_line.reference)
    if method == CASH and not cash_allowed(bank_line.amount):
        shown = {"amount": format_euros(bank_line.amount), "ceiling": format_euros(CASH_CEILING)}
        raise CashAboveCeiling(**shown)
    bank_line.take()
    payment = ctx.add(
        Payment(
            reference=ctx.number("REG"),
            customer=customer,
            bank_line=bank_line,
            method=method,
            amount=bank_line.amount,
            left=bank_line.amount,
            recorded_at=ctx.now(),
            given_back=0,
            returned=False,
        )
    )
    payload = PaymentRecorded(
        bank_line=bank_line.reference,
        customer=customer.reference,
        amount=payment.amount,
        credited_at=bank_line.at,
        method=method,
    )
    record(ctx, payment.reference, payload)
    return payment


@use_case(
    minutes=2,
    emits=(PaymentReconciled, InvoiceCashed),
    refuses=(BadAmount, OtherCustomer, NothingLeft, AbovePayment, AboveDebt, CashForALargerDebt),
)
def reconcile(
    ctx: Context, payment: Payment, *, invoice: Invoice, amount: Cents | None = None
) -> Reconciliation:
    """Set a payment, or a part of it, against an invoice of the same customer."""
    if amount is not None and amount <= 0:
        raise BadAmount
    return _set_against(ctx, payment, invoice, amount)


@use_case(
    minutes=3,
    emits=(PaymentReconciled, InvoiceCashed),
    refuses=(OtherCustomer, NothingLeft, CashForALargerDebt),
)
def reconcile_together(
    ctx: Context, payment: Payment, *, invoices: list[Invoice]
) -> list[Reconciliation]:
    """Set one payment against several invoices, each paid in full before the next: all or none."""
    return [_set_against(ctx, payment, invoice) for invoice in invoices]


def _set_against(
    ctx: Context, payment: Payment, invoice: Invoice, amount: Cents | None = None
) -> Reconciliation:
    """Spend so many cents of a payment on an invoice; no amount is as much as possible."""
    if payment.method == CASH and not cash_allowed(invoice.gross):
        gross, ceiling = format_euros(invoice.gross), format_euros(CASH_CEILING)
        raise CashForALargerDebt(reference=invoice.reference, gross=gross, ceiling=ceiling)
    given = min(payment.left, invoice.balance) if amount is None else amount
    payment.spend(given, invoice)
    cashed = invoice.settle(given)
    found = ctx.add(
        Reconciliation(payment_id=payment.id, invoice_id=invoice.id, amount=given, at=ctx.now())
    )
    customer = invoice.customer.reference
    payload = PaymentReconciled(invoice.reference, customer, given, invoice.balance)
    record(ctx, payment.reference, payload)
    if cashed:
        report_cashed(ctx, invoice)
        record(ctx, invoice.reference, InvoiceCashed(customer))
    return found


@use_case(emits=(PaymentPromised,), refuses=(NothingDue, NotAPromise))
def promise_payment(ctx: Context, invoice: Invoice, *, promised_on: date) -> Invoice:
    """The customer gives a day for payment (the customer acts)."""
    customer = invoice.customer
    invoice.promise(promised_on, ctx.today())
    record(ctx, invoice.reference, PaymentPromised(customer.reference, promised_on))
    receive_message(
        ctx,
        sender=f"customer:{customer.reference}",
        sender_name=customer.name,
        family="client",
        topic="payment",
        subject=f"Votre facture {invoice.reference}",
        body=(
            f"Bonjour,\n\nLe règlement de la facture {invoice.reference} partira "
            f"le {promised_on:%d/%m/%Y}.\n\nCordialement,\n{customer.name}"
        ),
        customer=customer,
        about=invoice.reference,
    )
    return invoice
