"""Papers that may be joined to a message: the archive registers itself here."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm.errors import UnknownEnclosure
from sandbox.crm.models import Message


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper of the archive: its reference and row, its number, and how it is called."""

    reference: str
    row_id: int
    number: str
    title: str


Listing = Callable[[Session, int, str], list[Enclosure]]
Joining = Callable[[Context, str, Message], Enclosure | None]
_archive: dict[str, tuple[Listing, Joining]] = {}


def register_archive(listed: Listing, join: Joining) -> None:
    """``listed(session, run_id, about)`` gives papers to choose from, those of a case first.

    ``join(ctx, reference, message)`` sends one on with a message; None when it is not there.
    """
    _archive["archive"] = (listed, join)


def enclosures(session: Session, run_id: int, about: str) -> list[Enclosure]:
    """Papers that may be joined, those of a case first."""
    return [paper for listed, _ in _archive.values() for paper in listed(session, run_id, about)]


def enclose(ctx: Context, reference: str, message: Message) -> Enclosure:
    """Join a paper to a message that leaves; raises UnknownEnclosure."""
    for _, join in _archive.values():
        if (found := join(ctx, reference, message)) is not None:
            return found
    raise UnknownEnclosure(reference=reference)
