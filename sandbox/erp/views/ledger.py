"""The ledger beside an invoice: which accounts it debits and credits."""

from sandbox.erp.models import Invoice
from sandbox.erp.queries.billing import story
from sandbox.erp.queries.crediting import notes_on
from sandbox.erp.queries.depositing import deducted_by
from sandbox.erp.showing.ledger import ledger_page
from sandbox.erp.views.base import bp
from sandbox.supply.queries import one
from sandbox.web import Answer, page, run, session


@bp.get("/factures/<int:invoice_id>/ecritures")
def ledger(invoice_id: int) -> Answer:
    """Entries of an invoice, of its payments and of its credit notes."""
    found = one(session(), run().id, Invoice, invoice_id)
    parts, notes = deducted_by(session(), found), notes_on(session(), found)
    shown = ledger_page(found, story(session(), found), notes, parts)
    return page("erp/invoices/ledger.html", **shown)
