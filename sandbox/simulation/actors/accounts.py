"""Customers' accounts departments: they read e-invoices, approve, dispute, suspend or refuse."""

from datetime import timedelta

from sandbox.core.calendar import opening, previous_working_day
from sandbox.core.context import Context
from sandbox.erp.models import Invoice
from sandbox.erp.platform.reasons import reason_of
from sandbox.erp.platform.statuses import Status
from sandbox.erp.queries.periodic import deliveries_of
from sandbox.erp.queries.platform import replaces
from sandbox.erp.services.platform import answer_invoice, refuse_invoice
from sandbox.journal import subscribe
from sandbox.journal.payloads import InvoiceDeposited, InvoiceStatusSet
from sandbox.simulation.actors.speaking import customer_key, customer_says, soon
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import between, customer_character, scene

READING = (60, 240)
NUMBERS = (1000, 9999)


@subscribe(InvoiceDeposited)
def open_invoice(ctx: Context, reference: str, payload: InvoiceDeposited) -> None:
    """Some accounts departments read what they receive, and say so."""
    if scene(ctx) is None or not payload.transmitted:
        return
    character, key = customer_character(ctx, payload.customer), customer_key(payload.customer)
    if character.wants_order_number or character.invoices != "silent":
        soon(ctx, READING, "customer_reads_invoice", key, reference)


@happens("customer_reads_invoice")
def read_invoice(ctx: Context, subject: str) -> None:
    """No order number where one is wanted: refused. Else whatever the customer's habit is."""
    invoice = ctx.find(Invoice, subject)
    character = customer_character(ctx, invoice.customer.reference)
    if character.wants_order_number and invoice.order is not None and not invoice.order_number:
        _refuse(ctx, invoice, "CMD_ERR")
        return
    status, reason = character.answer_to_invoices
    if status == Status.NONE:
        return
    # What was wrong with the first invoice of a delivery was put right in the next.
    if replaces(ctx.session, invoice):
        status, reason = Status.APPROVED, ""
    _answer(ctx, invoice, status, reason)


def _refuse(ctx: Context, invoice: Invoice, reason: str) -> None:
    key = customer_key(invoice.customer.reference)
    refuse_invoice(ctx.acting_as(key), invoice, reason=reason)
    if reason == "CMD_ERR":
        number = f"BC-{between(ctx, NUMBERS, key, 'number', invoice.reference)}"
        _say(ctx, invoice, "refuses_invoice", order=number)
    else:
        _say(ctx, invoice, "questions_invoice", status="refusée", reason=reason_of(reason).meaning)


def _answer(ctx: Context, invoice: Invoice, status: Status, reason: str) -> None:
    if status == Status.REFUSED:
        _refuse(ctx, invoice, reason)
        return
    customer = ctx.acting_as(customer_key(invoice.customer.reference))
    answer_invoice(customer, invoice, status=status, reason=reason)
    if reason:
        meaning, said = reason_of(reason).meaning, status.label.lower()
        _say(ctx, invoice, "questions_invoice", status=said, reason=meaning)
    else:
        _announce_payment(ctx, invoice)


def _say(
    ctx: Context,
    invoice: Invoice,
    occasion: str,
    *,
    order: str = "",
    status: str = "",
    reason: str = "",
) -> None:
    customer_says(
        ctx,
        invoice.customer,
        occasion,
        topic="invoice",
        about=invoice.reference,
        order=order,
        status=status,
        reason=reason,
    )


def _announce_payment(ctx: Context, invoice: Invoice) -> None:
    """« Paiement transmis » on the eve of the day on which the customer usually pays."""
    character = customer_character(ctx, invoice.customer.reference)
    if character.pays and character.pays_late is not None:
        day = invoice.due_on + timedelta(days=character.pays_late)
        at = opening(previous_working_day(day))
        schedule(ctx, at, "customer_sends_payment", invoice.reference)


@happens("customer_sends_payment")
def send_payment(ctx: Context, subject: str) -> None:
    """The transfer order is given: the money lands the day after."""
    invoice = ctx.find(Invoice, subject)
    if invoice.balance > 0:
        customer = ctx.acting_as(customer_key(invoice.customer.reference))
        answer_invoice(customer, invoice, status=Status.PAYMENT_SENT)


@subscribe(InvoiceStatusSet)
def hear_completion(ctx: Context, reference: str, payload: InvoiceStatusSet) -> None:
    """The customer looks at what was joined to the invoice that it had suspended."""
    if payload.status == Status.COMPLETED and scene(ctx) is not None:
        key = customer_key(payload.customer)
        bounds = customer_character(ctx, payload.customer).reacts_in
        said = {"document": payload.document}
        soon(ctx, bounds, "customer_reads_paper", key, reference, **said)


@happens("customer_reads_paper")
def read_paper(ctx: Context, subject: str, document: str) -> None:
    """The delivery note proves the delivery; anything else proves nothing."""
    invoice = ctx.find(Invoice, subject)
    notes = deliveries_of(ctx.session, invoice)
    proof = any(document == note.reference for note in notes)
    status, reason = (Status.APPROVED, "") if proof else (Status.SUSPENDED, "JUSTIF_ABS")
    _answer(ctx, invoice, status, reason)
