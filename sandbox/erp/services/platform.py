"""Statuses of our e-invoices: each set by the side it belongs to, kept for ever."""

from sandbox.core.context import Context
from sandbox.erp.errors.billing import (
    NoOrderNumber,
    NoSuchPaper,
    NothingToComplete,
    NotTheirStatus,
    NumberAlreadySent,
    PlatformHasAnswered,
    WrongReason,
)
from sandbox.erp.models import Invoice, Order, PlatformEvent
from sandbox.erp.platform.statuses import RULES, TRANSMISSION, Party, Status
from sandbox.erp.queries.periodic import papers_of
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    InvoiceDeposited,
    InvoiceRefused,
    InvoiceRejected,
    InvoiceStatusSet,
    OrderNumberNoted,
)

REFUSES = (NotTheirStatus, WrongReason, PlatformHasAnswered)


def _set(
    ctx: Context,
    invoice: Invoice,
    party: Party,
    status: Status,
    *,
    reason: str = "",
    note: str = "",
    document: str = "",
) -> None:
    invoice.follow(party, status, reason)
    _keep(ctx, invoice, party, status, reason=reason, note=note, document=document)


def _keep(ctx: Context, invoice: Invoice, party: Party, status: Status, **said: str) -> None:
    row = PlatformEvent(invoice_id=invoice.id, at=ctx.now(), code=status, party=party, **said)
    ctx.add(row)


def _hand_over(ctx: Context, invoice: Invoice) -> None:
    """Who answers has the invoice: what the platforms had not said yet goes without saying."""
    for status in TRANSMISSION:
        if invoice.road.transmitted and invoice.last_status < status:
            (party,) = RULES[status].after
            _set(ctx, invoice, party, status)


@use_case(emits=(InvoiceDeposited,), refuses=REFUSES)
def deposit_invoice(ctx: Context, invoice: Invoice) -> Invoice:
    """The sending platform takes the invoice in, and sends it on (the platform acts)."""
    party, transmitted = Party.SENDING_PLATFORM, invoice.road.transmitted
    _set(ctx, invoice, party, Status.DEPOSITED, reason="" if transmitted else "NON_TRANSMISE")
    if transmitted:
        _set(ctx, invoice, party, Status.ISSUED)
    record(ctx, invoice.reference, InvoiceDeposited(invoice.customer.reference, transmitted))
    return invoice


@use_case(refuses=REFUSES)
def deliver_invoice(ctx: Context, invoice: Invoice) -> Invoice:
    """The receiving platform takes the invoice and shows it to the buyer (the platform acts)."""
    # Receipts between platforms are no news to anybody: they stay out of the journal.
    for status in (Status.RECEIVED, Status.AVAILABLE):
        _set(ctx, invoice, Party.RECEIVING_PLATFORM, status)
    return invoice


@use_case(emits=(InvoiceRejected,), refuses=REFUSES)
def reject_invoice(
    ctx: Context, invoice: Invoice, *, reason: str, note: str = "", on_arrival: bool = False
) -> Invoice:
    """A control of a platform fails; ``reason`` is the official code (the platform acts)."""
    party = Party.RECEIVING_PLATFORM if on_arrival else Party.SENDING_PLATFORM
    _set(ctx, invoice, party, Status.REJECTED, reason=reason, note=note)
    record(ctx, invoice.reference, InvoiceRejected(invoice.customer.reference, reason))
    return invoice


@use_case(emits=(InvoiceRefused,), refuses=REFUSES)
def refuse_invoice(ctx: Context, invoice: Invoice, *, reason: str) -> Invoice:
    """The customer turns the invoice down; ``reason`` is the official code (the customer acts)."""
    _hand_over(ctx, invoice)
    _set(ctx, invoice, Party.BUYER, Status.REFUSED, reason=reason)
    record(ctx, invoice.reference, InvoiceRefused(invoice.customer.reference, reason))
    return invoice


@use_case(emits=(InvoiceStatusSet,), refuses=REFUSES)
def answer_invoice(ctx: Context, invoice: Invoice, *, status: Status, reason: str = "") -> Invoice:
    """The customer works on the invoice: 204 to 208, or 211 (the customer acts)."""
    _hand_over(ctx, invoice)
    _set(ctx, invoice, Party.BUYER, Status(status), reason=reason)
    customer = invoice.customer.reference
    record(ctx, invoice.reference, InvoiceStatusSet(customer, status, Party.BUYER, reason))
    return invoice


@use_case(minutes=5, emits=(InvoiceStatusSet,), refuses=(NothingToComplete, NoSuchPaper, *REFUSES))
def complete_invoice(ctx: Context, invoice: Invoice, *, document: str) -> Invoice:
    """Complete a suspended invoice with a document of the sale: status « complétée »."""
    if invoice.last_status != Status.SUSPENDED:
        raise NothingToComplete(reference=invoice.reference)
    if document not in dict(papers_of(ctx.session, invoice)):
        raise NoSuchPaper(reference=invoice.reference)
    _set(ctx, invoice, Party.SELLER, Status.COMPLETED, document=document)
    payload = InvoiceStatusSet(
        customer=invoice.customer.reference,
        status=Status.COMPLETED,
        party=Party.SELLER,
        document=document,
    )
    record(ctx, invoice.reference, payload)
    return invoice


@use_case(minutes=2, refuses=(NumberAlreadySent,))
def resend_invoice(ctx: Context, invoice: Invoice) -> None:
    """Try to send the same number again: always refused, and the attempt stays in the journal."""
    raise NumberAlreadySent(reference=invoice.reference)


@use_case(minutes=1, emits=(OrderNumberNoted,), refuses=(NoOrderNumber,))
def note_order_number(ctx: Context, order: Order, *, number: str) -> Order:
    """Write the customer's own order number on the order: the next invoice will bear it."""
    order.name_number(number)
    record(ctx, order.reference, OrderNumberNoted(order.customer.reference))
    return order


def report_cashed(ctx: Context, invoice: Invoice) -> None:
    """Keep the status « encaissée » of an invoice that has just been wholly paid."""
    if invoice.lifecycle == Status.CASHED:
        _keep(ctx, invoice, Party.SELLER, Status.CASHED)
