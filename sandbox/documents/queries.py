"""What the document screens read."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.documents.models import StoredDocument


def document(session: Session, run_id: int, document_id: int) -> StoredDocument | None:
    """A stored document of this run."""
    return session.get(StoredDocument, (run_id, document_id))


def latest(session: Session, run_id: int, reference: str) -> int | None:
    """Id of the last document stored under a reference."""
    return session.scalar(
        select(StoredDocument.id)
        .where(StoredDocument.run_id == run_id, StoredDocument.reference == reference)
        .order_by(StoredDocument.id.desc())
        .limit(1)
    )
