"""Hand-over notes: what is left open, and what comes next, for whoever takes the desk over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from sandbox.core.context import LEARNER
from sandbox.core.orm import Base, Referable
from sandbox.crm.models import MailFolder, Message
from sandbox.crm.tasks import Task, TaskStatus

SHOWN, OPEN_SHOWN = 20, 12


@dataclass(frozen=True)
class OpenCase:
    """A case left open: the document or message it is about, and the next act on it."""

    about: str
    next_act: str = ""


class Handover(Referable, Base):
    """A hand-over note (PAS-) to a ``post``; ``cases`` are [about, next act]."""

    __tablename__ = "handover"
    __kind__ = "Note de passation"
    __table_args__ = (UniqueConstraint("run_id", "reference"), Index(None, "run_id", "at"))

    at: Mapped[datetime]
    post: Mapped[str]
    note: Mapped[str] = mapped_column(Text, default="")
    cases: Mapped[list[Any]] = mapped_column(JSON, default=list)


def handovers_of(session: Session, run_id: int) -> Sequence[Handover]:
    """Notes written, the last first."""
    query = select(Handover).where(Handover.run_id == run_id)
    return session.scalars(query.order_by(Handover.id.desc()).limit(SHOWN)).all()


def left_open(session: Session, run_id: int) -> list[tuple[str, str]]:
    """What the desk has not finished: reference and words, its tasks, then flagged messages."""
    tasks = session.scalars(
        select(Task)
        .where(Task.run_id == run_id, Task.status == TaskStatus.OPEN, Task.post == LEARNER)
        .order_by(Task.due_at, Task.id)
        .limit(OPEN_SHOWN)
    )
    flagged = session.scalars(
        select(Message)
        .where(Message.run_id == run_id, Message.flagged.is_(True))
        .where(Message.folder == MailFolder.BOX)
        .order_by(Message.at, Message.id)
        .limit(OPEN_SHOWN)
    )
    found = {task.about or task.reference: task.text for task in tasks}
    for message in flagged:
        found.setdefault(message.about or message.reference, message.subject)
        found.pop(message.reference, None) if message.about else None
    return list(found.items())[:OPEN_SHOWN]
