"""The queue of what is going to happen in a run."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
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
