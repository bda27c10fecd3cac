"""The approved platform: what was sent and received, the directory, e-reporting, messages."""

from datetime import date
from http import HTTPStatus

from flask import Response, abort, request, url_for

from sandbox.erp import services
from sandbox.erp.models import Invoice, Order
from sandbox.erp.platform import cdar, cdar_reading, flux10
from sandbox.erp.platform.reporting import declared, period_of, periods_between
from sandbox.erp.platform.roads import OWN_PLATFORM
from sandbox.erp.queries import platform as queries
from sandbox.erp.services.messages import message_of
from sandbox.erp.services.receiving import answer_supplier_invoice
from sandbox.erp.showing import platform as showing
from sandbox.erp.views.base import bp, current_setting
from sandbox.supply.models import SupplierInvoice
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, attached, done, page, run, session


@bp.get("/plateforme")
def platform() -> Answer:
    """What went out and came in through the platform."""
    received = queries.received(session(), run().id)
    events = queries.events_received(session(), run().id, *(each.id for each in received))
    return page(
        "erp/platform/home.html",
        sent=queries.latest(session(), run().id),
        inbox=showing.inbox(received, events, current_setting().company.name),
        pill=showing.pill,
        own=OWN_PLATFORM,
        **showing.law_of(run().clock.date()),
    )


@bp.get("/plateforme/annuaire")
def directory() -> Answer:
    """The directory, asked about one company."""
    q = request.args.get("q", "").strip()
    return page(
        "erp/platform/directory.html",
        q=q,
        lines=queries.directory(session(), run().id, q),
        state=showing.line_state,
        today=run().clock.date(),
    )


@bp.get("/plateforme/e-reporting")
def reporting() -> Answer:
    """Totals of the sales to consumers and abroad, ten days at a time."""
    setting, today = current_setting(), run().clock.date()
    periods = periods_between(setting.starts_at.date(), today)
    found = queries.reported(session(), run().id, periods[-1].first, today)
    sales = showing.sales(*found, setting)
    return page(
        "erp/platform/reporting.html", found=[declared(period, sales) for period in periods]
    )


@bp.get("/plateforme/e-reporting/<first>.xml")
def reporting_file(first: str) -> Response:
    """The file of a period (flux 10.3)."""
    try:
        period = period_of(date.fromisoformat(first))
    except ValueError:
        abort(HTTPStatus.NOT_FOUND)
    setting = current_setting()
    found = queries.reported(session(), run().id, period.first, period.last)
    totals = declared(period, showing.sales(*found, setting))
    return _xml(flux10.write(totals, setting.company, run().clock), f"e-reporting-{first}")


@bp.post("/plateforme/recues/<int:supplier_invoice_id>/statut")
def answer_received(supplier_invoice_id: int) -> Answer:
    """Set a status on a supplier's invoice."""
    code, _, reason = request.form.get("answer", "").partition(":")
    status = int(code) if code.isascii() and code.isdigit() and len(code) < 5 else 0
    with acting() as ctx:
        invoice = ctx.get(SupplierInvoice, supplier_invoice_id)
        answer_supplier_invoice(ctx, invoice, status=status, reason=reason)
    return done(f"Statut posé sur {invoice.reference}.", url_for(".platform"))


@bp.get("/factures/<int:invoice_id>/messages/<int:event_id>")
def lifecycle_message(invoice_id: int, event_id: int) -> Answer:
    """A message of the platform, field by field."""
    invoice, name, file = _message(invoice_id, event_id)
    return page(
        "erp/platform/message.html",
        invoice=invoice,
        name=name,
        fields=cdar_reading.read(file),
        event_id=event_id,
        xml=file.decode(),
    )


@bp.get("/factures/<int:invoice_id>/messages/<int:event_id>.xml")
def lifecycle_file(invoice_id: int, event_id: int) -> Response:
    """The same, as the platforms exchange it."""
    _, name, file = _message(invoice_id, event_id)
    return _xml(file, name)


def _message(invoice_id: int, event_id: int) -> tuple[Invoice, str, bytes]:
    invoice = one(session(), run().id, Invoice, invoice_id)
    event = queries.event_of(session(), run().id, invoice_id, event_id)
    if event is None:
        abort(HTTPStatus.NOT_FOUND)
    message = message_of(current_setting(), invoice, event)
    return invoice, message.name, cdar.write(message)


def _xml(content: bytes, name: str) -> Response:
    return attached(content, f"{name}.xml", "application/xml")


@bp.post("/factures/<int:invoice_id>/completer")
def complete_invoice(invoice_id: int) -> Answer:
    """Complete a suspended invoice with a document of the sale."""
    with acting() as ctx:
        invoice = ctx.get(Invoice, invoice_id)
        services.complete_invoice(ctx, invoice, document=request.form.get("document", ""))
    to = url_for(".invoice", invoice_id=invoice_id)
    return done(f"Facture {invoice.reference} complétée.", to)


@bp.post("/factures/<int:invoice_id>/renvoyer")
def resend_invoice(invoice_id: int) -> Answer:
    """Try to send the same number again: refused, and kept in the journal."""
    with acting() as ctx:
        services.resend_invoice(ctx, ctx.get(Invoice, invoice_id))
    return done("Rien n’a changé.", url_for(".invoice", invoice_id=invoice_id))


@bp.post("/commandes/<int:order_id>/numero-du-client")
def note_order_number(order_id: int) -> Answer:
    """Write the customer's order number on the order."""
    with acting() as ctx:
        number = request.form.get("number", "")
        order = services.note_order_number(ctx, ctx.get(Order, order_id), number=number)
    to = url_for(".order", order_id=order_id)
    return done(f"Numéro de commande du client : {order.customer_reference}.", to)
