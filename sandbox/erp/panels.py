"""What a customer's record shows of the sales desk."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.panels import Notice, PanelData, PanelRow, register_notices, register_panel
from sandbox.erp.labels import ORDER, PROCEEDINGS, QUOTE
from sandbox.erp.models import Order, Quote
from sandbox.erp.queries.insolvency import insolvency_of

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


def proceedings_of(session: Session, run_id: int, customer_id: int) -> list[Notice]:
    """What the record says of insolvency, once it is noted there."""
    found = insolvency_of(session, run_id, customer_id, noted=True)
    if found is None:
        return []
    text = (
        f"Jugement du {found.judged_on:%d/%m/%Y}. Plus de relance pour ce qui est dû d’avant ; "
        "une commande nouvelle se paie à la commande."
    )
    return [Notice(PROCEEDINGS[found.proceedings], text, "erp.insolvency", found.id)]


def _latest(session: Session, kind: Any, run_id: int, customer_id: int) -> Any:
    return session.scalars(
        select(kind)
        .where(kind.run_id == run_id, kind.customer_id == customer_id)
        .order_by(kind.id.desc())
        .limit(SHOWN)
    )


register_panel("quotes", quotes_of)
register_panel("orders", orders_of)
register_notices("insolvency", proceedings_of)
