"""The queue of what is going to happen in a run, and the characters of those who act."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.orm import Base, InRun


class Event(InRun, Base):
    """Something that will happen at a company time; equal times happen in order of id."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "run_id", "done", "at"),)

    at: Mapped[datetime]
    kind: Mapped[str]
    subject: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    done: Mapped[bool] = mapped_column(default=False)


class Character(InRun, Base):
    """How a simulated actor behaves; ``key`` is the actor's name in the journal."""

    __tablename__ = "character"
    __table_args__ = (UniqueConstraint("run_id", "key"),)

    key: Mapped[str]
    traits: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
