"""Customers who are offered an early payment discount: most take it, and pay in time for it."""

from sqlalchemy import select

from sandbox.core.calendar import opening, previous_working_day
from sandbox.core.context import Context
from sandbox.erp.early import off_invoice, terms_of
from sandbox.erp.models import BankLine, Invoice
from sandbox.erp.queries.insolvency import insolvency_of
from sandbox.erp.queries.periodic import orders_of
from sandbox.journal import subscribe
from sandbox.journal.payloads import InvoiceIssued
from sandbox.simulation.actors.bank import credit
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import customer_character, scene


@subscribe(InvoiceIssued)
def weigh_discount(ctx: Context, reference: str, payload: InvoiceIssued) -> None:
    """Who pays without being asked takes two per cent off for a few days."""
    if scene(ctx) is None:
        return
    character = customer_character(ctx, payload.customer)
    invoice = ctx.find(Invoice, reference)
    terms = terms_of(orders_of(ctx.session, invoice))
    if terms and character.pays and character.takes_early_payment:
        last = previous_working_day(terms.last_day(invoice))
        schedule(ctx, opening(last), "customer_pays_early", reference)


@happens("customer_pays_early")
def pay_early(ctx: Context, subject: str) -> None:
    """What is due less the discount, if nothing has happened to the invoice since."""
    invoice = ctx.find(Invoice, subject)
    terms = terms_of(orders_of(ctx.session, invoice))
    untouched = invoice.paid == 0 and not invoice.credited_amount and not invoice.stopped
    # Earlier debts may no longer be paid once proceedings are open (C. com. L622-7).
    untouched = untouched and not insolvency_of(ctx.session, ctx.run.id, invoice.customer_id)
    off = off_invoice(invoice, terms.rate) if terms and untouched else None
    if off is not None:
        credit(ctx, invoice.customer, invoice.balance - off.gross, label_of(subject))


def label_of(invoice: str) -> str:
    """What the transfer says."""
    return f"VIR {invoice} ESCOMPTE DEDUIT"


def paid_early(ctx: Context, invoice: str) -> bool:
    """Whether the customer has already paid an invoice less its discount."""
    sent = select(BankLine.id).where(
        BankLine.run_id == ctx.run.id, BankLine.label == label_of(invoice)
    )
    return ctx.session.scalar(sent.limit(1)) is not None
