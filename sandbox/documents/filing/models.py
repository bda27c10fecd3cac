"""Papers in the archive, and the proof of whom they were sent to."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.core.orm import SAME_RUN, Base, InRun, Referable, in_run
from sandbox.documents.filing.errors import AlreadyDestroyed, TooEarlyToDestroy
from sandbox.documents.models import StoredDocument


class Direction(StrEnum):
    """Whether we wrote a paper or got it."""

    ISSUED = "issued"
    RECEIVED = "received"


class ArchiveItem(Referable, Base):
    """One paper (ARC-); ``about`` names the case, ``stored_id`` the issued file if there is one.

    ``partner`` is the kind of firm that it concerns: customer, supplier, carrier.
    """

    __tablename__ = "archive_item"
    __kind__ = "Document d'archive"
    __played__ = "archive_item"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("stored_id", "stored_document"),
        Index(None, "run_id", "number"),
        Index(None, "run_id", "folder"),
        Index(None, "run_id", "dated", "id"),
    )

    kind: Mapped[str]
    direction: Mapped[str]
    number: Mapped[str]
    about: Mapped[str] = mapped_column(default="")
    partner: Mapped[str] = mapped_column(default="customer")
    partner_name: Mapped[str] = mapped_column(default="")
    dated: Mapped[date]
    at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text, default="")
    stored_id: Mapped[int | None]
    keep_until: Mapped[date]
    folder: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    filed_at: Mapped[datetime | None]
    destroyed_at: Mapped[datetime | None]

    stored: Mapped[StoredDocument | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    def still_there(self) -> None:
        """Raise AlreadyDestroyed when the paper is no more."""
        if self.destroyed_at is not None:
            raise AlreadyDestroyed(document=self.number)

    def destroy(self, at: datetime) -> None:
        """Destroy the paper once its legal delay has gone.

        Raises AlreadyDestroyed, or TooEarlyToDestroy (C. com. L123-22, LPF L102 B).
        """
        self.still_there()
        if at.date() <= self.keep_until:
            until = f"{self.keep_until:%d/%m/%Y}"
            raise TooEarlyToDestroy(document=self.number, keep_until=until)
        self.destroyed_at, self.text = at, ""


class Transmission(InRun, Base):
    """A paper sent to somebody: to a post of the company, or to a partner; when is the proof."""

    __tablename__ = "transmission"
    __table_args__ = (
        in_run("item_id", "archive_item"),
        Index(None, "run_id", "item_id"),
    )

    item_id: Mapped[int]
    recipient: Mapped[str]
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(Text, default="")
