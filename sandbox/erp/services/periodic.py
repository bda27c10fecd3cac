"""Periodic invoices: all that left for a customer in a month, in one (CGI art. 289-I-3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.calendar import end_of_month
from sandbox.core.context import Context
from sandbox.core.pricing import spread
from sandbox.core.setting import Setting
from sandbox.core.terms import periodic_latest
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import AlreadyInvoiced, NotShipped
from sandbox.erp.errors.periodic import (
    DepositToDeduct,
    MonthOver,
    NotAskedMonthly,
    NotTheirNote,
    NotTheSameMonth,
    OtherEarlyPayment,
    PaidOnline,
    TooFewNotes,
)
from sandbox.erp.models import DeliveryNote, Invoice, InvoicedDelivery, OrderStatus
from sandbox.erp.queries.depositing import advances_of
from sandbox.erp.queries.periodic import covered
from sandbox.erp.queries.shipping import others_to_invoice, packaging_lent
from sandbox.erp.services.invoicing import carriages, drawn_up, told_of
from sandbox.erp.services.lines import vat_of
from sandbox.journal import record, use_case
from sandbox.journal.payloads import InvoiceIssued, InvoicePart


@dataclass(frozen=True)
class Drawn:
    """A periodic invoice without a number, and what it charges of each of its notes."""

    invoice: Invoice
    parts: list[InvoicedDelivery]


@use_case(
    minutes=6,
    emits=(InvoiceIssued,),
    refuses=(
        *(TooFewNotes, NotTheirNote, NotTheSameMonth, AlreadyInvoiced, NotShipped),
        *(DepositToDeduct, PaidOnline, OtherEarlyPayment),
    ),
    warns=(NotAskedMonthly, MonthOver),
)
def issue_periodic_invoice(
    ctx: Context, customer: Customer, *, deliveries: list[DeliveryNote]
) -> Invoice:
    """Issue one invoice for several deliveries of a month; it never changes from then on.

    It is issued at the latest at the end of that month (CGI art. 289-I-3) and falls due at the
    latest 45 days after its issue (C. com. art. L441-10).
    """
    drawn = draw_up_periodic(ctx.session, ctx.setting, customer, deliveries, ctx.today())
    invoice, notes = drawn.invoice, [part.delivery for part in drawn.parts]
    if not customer.monthly_invoice:
        ctx.caution(NotAskedMonthly(customer=customer.name))
    if end_of_month(invoice.supplied_on) < ctx.today():
        ctx.caution(MonthOver())
    invoice.reference = ctx.number("FA")
    ctx.add(invoice)
    for part in drawn.parts:
        part.invoice_id = invoice.id
        ctx.add(part)
    _close(ctx.session, notes)
    # Written by now: what is printed of it reads its lines anew, with what they charge.
    fresh = select(Invoice).where(Invoice.run_id == ctx.run.id, Invoice.id == invoice.id)
    fresh = fresh.options(*Invoice.full()).execution_options(populate_existing=True)
    invoice = ctx.session.scalars(fresh).one()
    record(ctx, invoice.reference, _told(ctx, invoice, drawn.parts))
    return invoice


def draw_up_periodic(
    session: Session,
    setting: Setting,
    customer: Customer,
    deliveries: Sequence[DeliveryNote],
    today: date,
) -> Drawn:
    """The periodic invoice of these notes if it were issued on a day; nothing is kept.

    Raises TooFewNotes, NotTheirNote, NotTheSameMonth, AlreadyInvoiced, NotShipped,
    DepositToDeduct, PaidOnline or OtherEarlyPayment.
    """
    notes = _together(session, customer, deliveries)
    costs, lent = carriages(session, notes), packaging_lent(session, *notes)
    invoice = drawn_up(setting, notes, sum(costs), lent, today)
    invoice.due_on = min(invoice.due_on, periodic_latest(today))
    carriage_vat = vat_of(setting.procedures.sales.carriage_vat, customer)
    weights = [
        invoice.foot([li for li in invoice.lines if li.delivery == n.reference], cost, carriage_vat)
        for n, cost in zip(notes, costs, strict=True)
    ]
    shares = spread(invoice.gross - invoice.packaging_deposit, [each.gross for each in weights])
    parts = [
        InvoicedDelivery(
            delivery=note,
            delivery_id=note.id,
            order=note.order,
            order_id=note.order_id,
            gross=gross,
            carriage=carriage,
        )
        for note, gross, carriage in zip(notes, shares, costs, strict=True)
    ]
    return Drawn(invoice, parts)


def _together(
    session: Session, customer: Customer, deliveries: Sequence[DeliveryNote]
) -> list[DeliveryNote]:
    """The notes that may make one invoice, the first to leave first."""
    notes = list(dict.fromkeys(deliveries))
    if len(notes) < 2:
        raise TooFewNotes
    for note in notes:
        if note.customer_id != customer.id:
            raise NotTheirNote(reference=note.reference, customer=customer.name)
    left = {note.id: note.invoice_from() for note in notes}
    if len({(at.year, at.month) for at in left.values()}) > 1:
        raise NotTheSameMonth
    orders = list({note.order_id: note.order for note in notes}.values())
    for order in orders:
        if order.deposit_kind and advances_of(session, order).waiting:
            raise DepositToDeduct(reference=order.reference)
        if order.paid_online:
            raise PaidOnline(reference=order.reference)
    if len({(order.early_payment, order.early_payment_days) for order in orders}) > 1:
        raise OtherEarlyPayment
    return sorted(notes, key=lambda note: (left[note.id], note.id))


def _close(session: Session, notes: Sequence[DeliveryNote]) -> None:
    """The notes are invoiced, and so are the orders of which nothing else waits."""
    for note in notes:
        note.invoiced = True
    session.flush()
    for note in notes:
        done = note.order.status == OrderStatus.SHIPPED
        if done and not others_to_invoice(session, note):
            note.order.status = OrderStatus.INVOICED


def _told(ctx: Context, invoice: Invoice, parts: Sequence[InvoicedDelivery]) -> InvoiceIssued:
    left = [part.delivery.shipped_at for part in parts if part.delivery.shipped_at]
    return told_of(
        invoice,
        order="",
        delivery="",
        shipped_at=max(left),
        parts=tuple(
            InvoicePart(part.delivery.reference, part.order.reference, part.gross, at)
            for part, at in zip(parts, left, strict=True)
        ),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )


def set_free(session: Session, invoice: Invoice) -> None:
    """A periodic invoice is cancelled: its deliveries may be invoiced again."""
    for part in covered(session, invoice):
        part.delivery.invoiced = False
        if part.order.status == OrderStatus.INVOICED:
            part.order.status = OrderStatus.SHIPPED
