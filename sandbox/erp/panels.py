"""What a customer's record shows of the sales desk."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.panels import PanelData, PanelRow, register_panel
from sandbox.erp.labels import ORDER, QUOTE
from sandbox.erp.models import Order, Quote

SHOWN = 10


def quotes_of(session: Session, run_id: int, customer_id: int) -> PanelData:
    """The customer's latest quotes."""
    rows = [
        PanelRow(q.reference, q.left_on, *QUOTE[q.status], q.gross, "erp.quote", q.id)
        for q in _latest(session, Quote, run_id, customer_id)
    ]
    return PanelData("Devis", "file-earmark-text", tuple(rows))


def orders_of(session: Session, run_id: int, customer_id: int) -> PanelData:
    """The customer's latest orders."""
    rows = [
        PanelRow(o.reference, o.received_at.date(), *ORDER[o.status], o.gross, "erp.order", o.id)
        for o in _latest(session, Order, run_id, customer_id)
    ]
    return PanelData("Commandes", "cart3", tuple(rows))


def _latest(session: Session, kind: Any, run_id: int, customer_id: int) -> Any:
    return session.scalars(
        select(kind)
        .where(kind.run_id == run_id, kind.customer_id == customer_id)
        .order_by(kind.id.desc())
        .limit(SHOWN)
    )


register_panel("quotes", quotes_of)
register_panel("orders", orders_of)
