"""Invoices: issued once, numbered without a gap, never changed."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.pricing import PRICE_UNITS_PER_CENT
from sandbox.core.setting import Setting
from sandbox.core.terms import PaymentTerm, due_date
from sandbox.core.units import Cents
from sandbox.erp.errors.billing import (
    AlreadyInvoiced,
    IssuedInvoiceNeverChanges,
    NotShipped,
)
from sandbox.erp.models import (
    DeliveryLine,
    DeliveryNote,
    Invoice,
    InvoiceLine,
    OrderStatus,
    PlatformStatus,
)
from sandbox.erp.queries.shipping import carriage_invoiced, others_to_invoice, packaging_lent
from sandbox.erp.services.depositing import take_deposits_off
from sandbox.erp.services.lines import vat_of
from sandbox.erp.services.sending import addressee_of
from sandbox.journal import record, use_case
from sandbox.journal.payloads import DepositDeduction, InvoiceIssued


@use_case(
    minutes=4,
    emits=(InvoiceIssued, DepositDeduction),
    refuses=(AlreadyInvoiced, NotShipped),
)
def issue_invoice(ctx: Context, delivery: DeliveryNote) -> Invoice:
    """Issue the invoice of a delivery: from then on it never changes (CGI art. 289).

    Deposit invoices of the order are taken off what it asks for.
    """
    shipped_at = delivery.invoice_from()
    others = others_to_invoice(ctx.session, delivery)
    invoice = _draft(ctx.session, ctx.setting, delivery, ctx.today())
    deposits = take_deposits_off(ctx.session, invoice, delivery.order)
    invoice.reference = ctx.number("FA")
    ctx.add(invoice)
    delivery.invoiced = True
    if delivery.order.status == OrderStatus.SHIPPED and not others:
        delivery.order.status = OrderStatus.INVOICED
    own = {"order": delivery.order.reference, "delivery": delivery.reference}
    payload = told_of(invoice, shipped_at=shipped_at, **own)
    record(ctx, invoice.reference, payload)
    for deposit in deposits:
        record(ctx, invoice.reference, deposit)
    return invoice


def told_of(invoice: Invoice, **own: Any) -> InvoiceIssued:
    """What the journal keeps of an invoice; ``own`` is what it was issued from."""
    return InvoiceIssued(
        customer=invoice.customer.reference,
        business=invoice.customer.business,
        net=invoice.net,
        vat=invoice.vat,
        gross=invoice.gross,
        due_on=invoice.due_on,
        terms=invoice.terms,
        packaging_deposit=invoice.packaging_deposit,
        **own,
    )


def carriages(session: Session, notes: Sequence[DeliveryNote]) -> list[Cents]:
    """Carriage that each note brings: it goes wholly on the order's first invoice, and note."""
    charged = {note.order_id for note in notes if note.order.carriage}
    invoiced = carriage_invoiced(session, notes[0].run_id, charged) if charged else Counter[int]()
    found = []
    for note in notes:
        found.append(max(note.order.carriage - invoiced[note.order_id], 0))
        invoiced[note.order_id] += found[-1]
    return found


def preview_invoice(
    session: Session, setting: Setting, delivery: DeliveryNote, today: date
) -> Invoice:
    """The invoice of a delivery if it were issued on a day; nothing is kept.

    Raises AlreadyInvoiced or NotShipped.
    """
    invoice = _draft(session, setting, delivery, today)
    take_deposits_off(session, invoice, delivery.order)
    return invoice


def _draft(session: Session, setting: Setting, delivery: DeliveryNote, today: date) -> Invoice:
    """What the invoice of a delivery says: units that left, at the order's prices; no number."""
    [carriage], lent = carriages(session, [delivery]), packaging_lent(session, delivery)
    invoice = drawn_up(setting, [delivery], carriage, lent, today)
    invoice.order, invoice.delivery = delivery.order, delivery
    return invoice


def drawn_up(
    setting: Setting,
    deliveries: Sequence[DeliveryNote],
    carriage: Cents,
    lent: Counter[str],
    today: date,
) -> Invoice:
    """What left on these notes of one customer, in an invoice without a number.

    Raises AlreadyInvoiced or NotShipped.
    """
    customer, periodic = deliveries[0].customer, len(deliveries) > 1
    terms = PaymentTerm.PREPAID if deliveries[0].order.paid_online else customer.terms
    lines = _lines(deliveries)
    deposits = _deposits(setting, lent, len(lines))
    lines += deposits
    invoice = Invoice(
        customer=customer,
        periodic=periodic,
        issued_on=today,
        supplied_on=max(delivery.invoice_from() for delivery in deliveries).date(),
        due_on=due_date(terms, today),
        terms=terms,
        platform_status=PlatformStatus.PENDING,
        lifecycle=0,
        addressee=addressee_of(customer, *(delivery.order for delivery in deliveries)),
        credited=False,
        advance="",
        deductions=[],
        deducted=0,
    )
    carriage_vat = vat_of(setting.procedures.sales.carriage_vat, customer)
    invoice.total_up(lines, carriage, carriage_vat)
    invoice.balance, invoice.lines = invoice.gross, lines
    invoice.packaging_deposit = sum(line.net for line in deposits)
    return invoice


def _deposits(setting: Setting, lent: Counter[str], before: int) -> list[InvoiceLine]:
    """A line for each packaging lent with the goods: outside VAT while it is to be given back."""
    options = {option.code: option for option in setting.procedures.shipping.packaging}
    made = []
    for position, (code, quantity) in enumerate(sorted(lent.items()), start=before + 1):
        line = InvoiceLine(
            position=position,
            packaging=code,
            delivery="",
            label=f"Consigne : {options[code].label.lower()}",
            quantity=quantity,
            unit_price=options[code].deposit * PRICE_UNITS_PER_CENT,
            discount=0,
            vat_rate=0,
            eco=0,
        )
        line.price()
        made.append(line)
    return made


def _lines(deliveries: Sequence[DeliveryNote]) -> list[InvoiceLine]:
    """Lines of what left; each says on which note when there are several."""
    said = len(deliveries) > 1
    shipped = [(note, line) for note in deliveries for line in note.lines if line.quantity]
    return [
        _line(position, line, note.reference if said else "")
        for position, (note, line) in enumerate(shipped, start=1)
    ]


def worth(delivery: DeliveryNote) -> Cents:
    """What left on a note, at the order's prices, without VAT nor carriage (cents)."""
    return sum(line.net + line.eco_total for line in _lines([delivery]))


def _line(position: int, shipped: DeliveryLine, delivery: str) -> InvoiceLine:
    ordered = shipped.order_line
    line = InvoiceLine(
        position=position,
        packaging="",
        delivery=delivery,
        product=shipped.product,
        label=ordered.label,
        quantity=shipped.quantity,
        unit_price=ordered.unit_price,
        discount=ordered.discount,
        second_discount=ordered.second_discount,
        overall_discount=ordered.overall_discount,
        vat_rate=ordered.vat_rate,
        eco=ordered.eco,
    )
    line.price()
    return line


@use_case(refuses=(IssuedInvoiceNeverChanges,))
def amend_invoice(ctx: Context, invoice: Invoice) -> None:
    """Try to change an issued invoice: always refused, and the attempt stays in the journal."""
    raise IssuedInvoiceNeverChanges(reference=invoice.reference)
