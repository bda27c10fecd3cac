"""Drafts of messages: what is being written, as it was left."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from sandbox.core.errors import NotFound
from sandbox.core.orm import Base, Referable
from sandbox.crm.errors import DraftClosed
from sandbox.crm.models import Channel


class Draft(Referable, Base):
    """A message not sent yet (BRO-); ``copies`` are keys, ``attachments`` papers of the archive."""

    __tablename__ = "message_draft"
    __kind__ = "Brouillon"
    __table_args__ = (UniqueConstraint("run_id", "reference"), Index(None, "run_id", "closed_at"))

    made_at: Mapped[datetime]
    kept_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    to_key: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(Text, default="")
    topic: Mapped[str] = mapped_column(default="other")
    channel: Mapped[str] = mapped_column(default=Channel.EMAIL)
    about: Mapped[str | None]
    answers: Mapped[str | None]
    proposal: Mapped[str | None]
    copies: Mapped[list[Any]] = mapped_column(JSON, default=list)
    attachments: Mapped[list[Any]] = mapped_column(JSON, default=list)
    signed: Mapped[bool] = mapped_column(default=True)
    receipt: Mapped[bool] = mapped_column(default=False)

    def must_be_open(self) -> None:
        """Raise DraftClosed once it was sent or given up."""
        if self.closed_at is not None:
            raise DraftClosed(reference=self.reference)

    def close(self, at: datetime) -> None:
        """It was sent, or given up; raises DraftClosed."""
        self.must_be_open()
        self.closed_at = at


def drafts_of(session: Session, run_id: int) -> Sequence[Draft]:
    """Drafts still to be finished, the last touched first."""
    query = select(Draft).where(Draft.run_id == run_id, Draft.closed_at.is_(None))
    return session.scalars(query.order_by(Draft.kept_at.desc(), Draft.id.desc())).all()


def draft_of(session: Session, run_id: int, draft_id: int) -> Draft:
    """A draft still to be finished; raises NotFound."""
    found = session.get(Draft, (run_id, draft_id))
    if found is None or found.closed_at is not None:
        raise NotFound(kind=Draft.__kind__, reference=draft_id)
    return found
