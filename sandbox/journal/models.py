"""Moves (what was asked), entries (what happened) and the outbox (slow work to do)."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.orm import Base, InRun


class Move(Base):
    """One request to change the run: enough, in order, to replay it."""

    __tablename__ = "move"

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    use_case: Mapped[str]
    subject: Mapped[str | None]
    arguments: Mapped[str] = mapped_column(Text)
    refusal: Mapped[str | None]
    last_entry: Mapped[int]


class JournalEntry(Base):
    """One thing that happened; never changed, never deleted (triggers see to it)."""

    __tablename__ = "journal_entry"
    __table_args__ = (Index(None, "run_id", "reference"),)

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    post: Mapped[str]
    verb: Mapped[str]
    reference: Mapped[str]
    payload: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))


class OutboxItem(InRun, Base):
    """Slow work promised by a committed move, with everything it needs frozen in it."""

    __tablename__ = "outbox_item"
    __table_args__ = (Index("ix_outbox_item_todo", "done_at", "failures"),)

    copied = False

    kind: Mapped[str]
    reference: Mapped[str]
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    failures: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]
    done_at: Mapped[datetime | None]
