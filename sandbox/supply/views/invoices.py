"""Suppliers' invoices beside their order and their receipts."""

from flask import Response, request, url_for

from sandbox.supply import queries, services, wording
from sandbox.supply.matching import match
from sandbox.supply.models import SupplierInvoice
from sandbox.supply.queries.desk import invoices_page
from sandbox.supply.views.base import bp, listing, page_number
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/achats/factures")
def supplier_invoices() -> Response:
    """Suppliers' invoices."""
    state, number = request.args.get("state", ""), page_number()
    found = invoices_page(session(), run().id, state=state, number=number)
    asked = {"q": "", "state": state, "sort": "", "number": number}
    return listing("supply/invoices.html", found, asked)


@bp.get("/achats/factures/<int:invoice_id>")
def supplier_invoice(invoice_id: int) -> Response:
    """One invoice; the match shows once it has been made."""
    invoice = queries.one(session(), run().id, SupplierInvoice, invoice_id)
    found = match(invoice) if invoice.matched_at else None
    said = [wording.difference(code) for code in found.differences] if found else []
    return page("supply/invoice.html", invoice=invoice, match=found, differences=said)


@bp.post("/achats/factures/<int:invoice_id>/rapprocher")
def match_supplier_invoice(invoice_id: int) -> Answer:
    """Lay the invoice beside the order and the receipts."""
    with acting() as ctx:
        services.match_supplier_invoice(ctx, ctx.get(SupplierInvoice, invoice_id))
    to = url_for(".supplier_invoice", invoice_id=invoice_id)
    return done("Facture rapprochée de la commande et de la réception.", to)


@bp.post("/achats/factures/<int:invoice_id>/approuver")
def approve_supplier_invoice(invoice_id: int) -> Answer:
    """Say that it may be paid."""
    with acting() as ctx:
        services.approve_supplier_invoice(ctx, ctx.get(SupplierInvoice, invoice_id))
    return done("Bon à payer donné.", url_for(".supplier_invoice", invoice_id=invoice_id))


@bp.post("/achats/factures/<int:invoice_id>/contester")
def dispute_supplier_invoice(invoice_id: int) -> Answer:
    """Contest it."""
    with acting() as ctx:
        invoice = ctx.get(SupplierInvoice, invoice_id)
        services.dispute_supplier_invoice(ctx, invoice, reason=request.form.get("reason", ""))
    return done("Facture contestée.", url_for(".supplier_invoice", invoice_id=invoice_id))
