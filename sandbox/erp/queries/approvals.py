"""Documents that an approval may be asked about."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.complaints import Complaint
from sandbox.erp.models import Invoice, Order, Quote
from sandbox.erp.models.insolvency import Insolvency
from sandbox.erp.models.solvency import SolvencyFile

Document = Quote | Order | Invoice | Complaint | Insolvency | SolvencyFile

KINDS: dict[str, Any] = {
    "DE": Quote,
    "CDE": Order,
    "FA": Invoice,
    "REC": Complaint,
    "PRC": Insolvency,
    "SOL": SolvencyFile,
}


def document_called(session: Session, run_id: int, reference: str) -> Document | None:
    """The document under a reference, its relations loaded."""
    kind = KINDS.get(reference.partition("-")[0])
    if kind is None:
        return None
    found: Document | None = session.scalar(
        select(kind).where(kind.run_id == run_id, kind.reference == reference).options(*kind.full())
    )
    return found
