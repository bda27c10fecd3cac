"""Papers of the archive joined to messages: a link, and the proof of whom it was sent to."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.errors import NotFound
from sandbox.crm.enclosures import Enclosure, register_archive
from sandbox.crm.models import Message
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.filing.plan import PARTNERS, label
from sandbox.documents.filing.services import transmit_document

SHOWN = 30


def listed(session: Session, run_id: int, about: str) -> list[Enclosure]:
    """The latest papers, those of the case first."""
    ours = (ArchiveItem.about == about) | (ArchiveItem.number == about)
    rows = session.scalars(
        select(ArchiveItem)
        .where(ArchiveItem.run_id == run_id, ArchiveItem.destroyed_at.is_(None))
        .order_by(ours.desc(), ArchiveItem.dated.desc(), ArchiveItem.id.desc())
        .limit(SHOWN)
    )
    return [_shown(item) for item in rows]


def join(ctx: Context, reference: str, message: Message) -> Enclosure | None:
    """Send a paper on with a message; None when it is not in the archive any more."""
    try:
        item = ctx.find(ArchiveItem, reference)
    except NotFound:
        return None
    if item.destroyed_at is not None:
        return None
    kind = message.to_key.partition(":")[0]
    if kind in PARTNERS:
        transmit_document(ctx, item, recipients=[kind], note=message.reference)
    return _shown(item)


def _shown(item: ArchiveItem) -> Enclosure:
    title = f"{label(item.kind)} {item.number}, {item.partner_name}"
    return Enclosure(item.reference, item.id, item.number, title.rstrip(", "))


register_archive(listed, join)
