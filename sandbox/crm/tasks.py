"""Tasks: what somebody of the company has to do, by when, and about what."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Index, Text, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.calendar import paris
from sandbox.core.context import LEARNER
from sandbox.core.orm import SAME_RUN, Base, Referable, in_run
from sandbox.crm.errors import TaskClosed
from sandbox.crm.models import Customer

SHOWN = 200


class TaskKind(StrEnum):
    """What is to be done, as the diary draws it."""

    TO_DO = "to_do"
    CALL_BACK = "call_back"
    APPOINTMENT = "appointment"


class TaskStatus(StrEnum):
    """Life of a task."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Task(Referable, Base):
    """Something to do (TCH-), by the learner or by the ``post`` that it was entrusted to."""

    __tablename__ = "task"
    __kind__ = "Tâche"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "status", "due_at"),
        Index(None, "run_id", "customer_id"),
    )

    kind: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    post: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(default=TaskStatus.OPEN)
    closed_at: Mapped[datetime | None]
    customer_id: Mapped[int | None]
    about: Mapped[str | None]

    customer: Mapped[Customer | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    def close(self, at: datetime, status: TaskStatus) -> None:
        """Finish or drop it, once; raises TaskClosed."""
        if self.status != TaskStatus.OPEN:
            raise TaskClosed(reference=self.reference)
        self.status, self.closed_at = status, at

    def overdue(self, now: datetime) -> bool:
        """Whether it is still to be done after its hour."""
        return self.status == TaskStatus.OPEN and self.due_at < now


# Overdue tasks of the learner: the figure beside « Agenda ».
OVERDUE = (
    Task.run_id == bindparam("run_id"),
    Task.status == TaskStatus.OPEN,
    Task.post == LEARNER,
    Task.due_at < bindparam("now"),
)


def tasks_between(session: Session, run_id: int, first: date, after: date) -> Sequence[Task]:
    """Tasks due from a day (in) to another (out), by hour, those dropped left out."""
    due = (Task.due_at >= _midnight(first), Task.due_at < _midnight(after))
    return _read(session, Task.run_id == run_id, Task.status != TaskStatus.DROPPED, *due)


def tasks_left(session: Session, run_id: int, before: date) -> Sequence[Task]:
    """Tasks still open whose day is past: they follow the learner from day to day."""
    late = (Task.status == TaskStatus.OPEN, Task.due_at < _midnight(before))
    return _read(session, Task.run_id == run_id, *late)


def tasks_of(session: Session, run_id: int, customer_id: int) -> Sequence[Task]:
    """What is still to be done about a customer."""
    still = Task.status == TaskStatus.OPEN
    return _read(session, Task.run_id == run_id, Task.customer_id == customer_id, still)


def _midnight(day: date) -> datetime:
    return paris(day.year, day.month, day.day)


def _read(session: Session, *kept: ColumnElement[bool]) -> Sequence[Task]:
    query = select(Task).where(*kept).options(*Task.full())
    return session.scalars(query.order_by(Task.due_at, Task.id).limit(SHOWN)).all()
