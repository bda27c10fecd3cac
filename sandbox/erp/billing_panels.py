"""What a customer's record shows of billing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.panels import PanelData, PanelRow, register_panel
from sandbox.erp.models import Invoice
from sandbox.erp.wording import CREDITED, PLATFORM

SHOWN = 10


def invoices_of(session: Session, run_id: int, customer_id: int) -> PanelData:
    """The customer's latest invoices."""
    found = session.scalars(
        select(Invoice)
        .where(Invoice.run_id == run_id, Invoice.customer_id == customer_id)
        .order_by(Invoice.id.desc())
        .limit(SHOWN)
    )
    return PanelData("Factures", "receipt", tuple(_row(invoice) for invoice in found))


def _row(invoice: Invoice) -> PanelRow:
    words = CREDITED if invoice.credited else PLATFORM[invoice.platform_status]
    return PanelRow(
        invoice.reference, invoice.issued_on, *words, invoice.gross, "erp.invoice", invoice.id
    )


register_panel("invoices", invoices_of)
