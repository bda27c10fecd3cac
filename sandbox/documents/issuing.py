"""Keeping what was issued: the snapshot at once, the file later."""

from typing import Any

from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.documents.filing.keeping import keep_issued
from sandbox.documents.models import StoredDocument
from sandbox.documents.snapshots import Snapshot
from sandbox.journal.models import OutboxItem

PDF = "pdf"
AWAITED = "documents_awaited"


def store(ctx: Context, snapshot: Snapshot, *, archived: bool = True) -> StoredDocument:
    """Freeze a document in the run, and ask for its file.

    What follows the goods, or is in the archive already, is not ``archived``: nobody files it.
    """
    document = ctx.add(
        StoredDocument(
            kind=snapshot.kind,
            reference=snapshot.reference,
            issued_at=ctx.now(),
            snapshot=snapshot.to_json(),
        )
    )
    # The frozen words are the document's own: the item only says which one is to be drawn.
    ctx.add(
        OutboxItem(kind=PDF, reference=snapshot.reference, snapshot={"document_id": document.id})
    )
    if archived:
        keep_issued(ctx, snapshot, document)
    _info(ctx.session)[AWAITED] = True
    return document


def awaited(session: Session) -> bool:
    """Whether the transaction just committed asked for a file; asked once."""
    return bool(_info(session).pop(AWAITED, False))


def _info(session: Session) -> dict[Any, Any]:
    return session.info
