"""What the archive's screens read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from sandbox.core.listing import EVERY_PAGE
from sandbox.documents.filing.models import ArchiveItem, Transmission

PAGE = 25


@dataclass(frozen=True)
class Search:
    """What is looked for: words, kind, folder, state, days; blank means all."""

    q: str = ""
    kind: str = ""
    folder: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None
    today: date | None = None


@dataclass(frozen=True)
class Found:
    """A page of papers, and how many there are in all."""

    rows: Sequence[ArchiveItem]
    total: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // PAGE), 1)


def search(session: Session, run_id: int, wanted: Search, number: int = 1) -> Found:
    """Papers by partner, kind, date, number or any word that they hold; newest first."""
    found = (
        select(ArchiveItem, func.count().over())
        .where(ArchiveItem.run_id == run_id, *_conditions(wanted))
        .order_by(ArchiveItem.dated.desc(), ArchiveItem.id.desc())
    )
    if number != EVERY_PAGE:
        found = found.limit(PAGE).offset((number - 1) * PAGE)
    rows = session.execute(found).all()
    return Found([row[0] for row in rows], int(rows[0][1]) if rows else 0)


def _conditions(wanted: Search) -> list[ColumnElement[bool]]:
    item, found = ArchiveItem, []
    for word in wanted.q.split():
        columns: tuple[Any, ...] = (item.number, item.about, item.partner_name, item.name)
        found.append(or_(*(c.icontains(word) for c in (*columns, item.text))))
    if wanted.kind:
        found.append(item.kind == wanted.kind)
    if wanted.folder:
        found.append(item.folder == wanted.folder)
    if wanted.state == "to_file":
        found.append(item.filed_at.is_(None))
    if wanted.state == "destroyed":
        found.append(item.destroyed_at.is_not(None))
    if wanted.state == "expired" and wanted.today:
        found += [item.keep_until < wanted.today, item.destroyed_at.is_(None)]
    if wanted.since:
        found.append(item.dated >= wanted.since)
    if wanted.until:
        found.append(item.dated <= wanted.until)
    return found


def to_file(session: Session, run_id: int) -> int:
    """Papers that wait to be filed."""
    counted = select(func.count()).where(
        ArchiveItem.run_id == run_id, ArchiveItem.filed_at.is_(None)
    )
    return int(session.scalar(counted) or 0)


def item(session: Session, run_id: int, item_id: int) -> ArchiveItem | None:
    """One paper of this run."""
    return session.get(ArchiveItem, (run_id, item_id))


def transmissions(session: Session, run_id: int, item_id: int) -> Sequence[Transmission]:
    """To whom a paper was sent, in order."""
    return session.scalars(
        select(Transmission)
        .where(Transmission.run_id == run_id, Transmission.item_id == item_id)
        .order_by(Transmission.id)
    ).all()


def recipients_of(session: Session, run_id: int, item_id: int) -> set[str]:
    """Who has a paper already."""
    return {sent.recipient for sent in transmissions(session, run_id, item_id)}
