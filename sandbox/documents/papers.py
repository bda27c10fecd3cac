"""The papers of a case: what is stored under a reference, or refers to it, with French names."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sandbox.documents.filing.plan import LABELS
from sandbox.documents.models import StoredDocument

NAMES = LABELS | {
    "pro_forma": "Facture pro forma",
    "picking_list": "Bon de préparation",
    "shipping_instruction": "Ordre d’expédition",
    "packing_list": "Liste de colisage",
    "waybill": "Lettre de voiture",
    "cmr": "Lettre de voiture internationale (CMR)",
}
_REFERRING = ("order_reference", "delivery_reference", "invoice_reference")


@dataclass(frozen=True)
class Paper:
    """One stored document: where it is, what it is called."""

    id: int
    name: str
    reference: str
    issued_at: datetime


def papers_about(session: Session, run_id: int, reference: str) -> list[Paper]:
    """Documents that bear a reference or quote it, oldest first; of two alike, the last."""
    stored = StoredDocument
    quoting = (stored.snapshot[key].as_string() == reference for key in _REFERRING)
    rows = session.execute(
        select(stored.id, stored.kind, stored.reference, stored.issued_at)
        .where(
            stored.run_id == run_id,
            or_(
                stored.reference == reference,
                stored.reference.startswith(f"{reference}-", autoescape=True),
                *quoting,
            ),
        )
        .order_by(stored.id)
    )
    found = {
        (row.kind, row.reference): Paper(
            row.id, NAMES.get(row.kind, row.kind), row.reference, row.issued_at
        )
        for row in rows
    }
    return sorted(found.values(), key=lambda paper: paper.id)
