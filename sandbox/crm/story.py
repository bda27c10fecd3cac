"""A customer's one timeline: whatever rooms register, read in one statement a room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    Select,
    String,
    bindparam,
    cast,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from sandbox.core.calendar import paris
from sandbox.core.orm import CompanyTime
from sandbox.core.units import Cents
from sandbox.crm.calls import Call
from sandbox.crm.complaints import Complaint, Satisfaction
from sandbox.crm.models import Customer, Message
from sandbox.crm.tasks import Task, TaskStatus

EACH = 60
RUN: Any = bindparam("run_id")
CUSTOMER: Any = bindparam("customer_id")
# The customer's row, and those of the records that were merged into it.
THEIRS: Any = select(Customer.id).where(
    Customer.run_id == RUN, or_(Customer.id == CUSTOMER, Customer.merged_into_id == CUSTOMER)
)


class StoryKind(StrEnum):
    """What the timeline is filtered by."""

    MESSAGES = "written"
    CALLS = "spoken"
    COMPLAINTS = "complained"
    TASKS = "tasked"
    SALES = "sold"
    MONEY = "money_moved"


@dataclass(frozen=True)
class Branch:
    """One kind of row: its words, its moment (a time, or a day), what leads to it.

    ``where`` keeps those of ``THEIRS``; ``row_id`` is that of the screen ``endpoint``.
    """

    kind: StoryKind
    icon: str
    title: str
    endpoint: str
    model: Any
    text: Any
    at: Any = None
    on: Any = None
    amount: Any = None
    where: Any = None
    row_id: Any = None

    def rows(self, number: int) -> Select[Any]:
        """The latest such rows of a customer, as columns that every branch shares."""
        moment = self.on if self.at is None else self.at
        own = self.model.customer_id.in_(THEIRS) if self.where is None else self.where
        row_id = self.model.id if self.row_id is None else self.row_id
        latest = (
            select(
                literal(number).label("branch"),
                (cast(null(), CompanyTime()) if self.at is None else self.at).label("at"),
                (cast(null(), Date()) if self.on is None else self.on).label("on"),
                self.text.label("text"),
                (cast(null(), BigInteger()) if self.amount is None else self.amount).label("sum"),
                row_id.label("row_id"),
            )
            .where(self.model.run_id == RUN, own, moment.is_not(None))
            .order_by(moment.desc(), self.model.id.desc())
            .limit(EACH)
            .subquery()
        )
        return select(latest)


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One line of the timeline; ``amount`` in cents."""

    kind: StoryKind
    icon: str
    title: str
    text: str
    at: datetime
    amount: Cents | None
    endpoint: str
    row_id: int


StorySource = Callable[[Session, int, int], list[StoryRow]]
_sources: dict[str, StorySource] = {}


def register_story(name: str, branches: Sequence[Branch]) -> None:
    """Put these kinds of rows on every customer's timeline."""
    statement = union_all(*(branch.rows(n) for n, branch in enumerate(branches)))

    def read(session: Session, run_id: int, customer_id: int) -> list[StoryRow]:
        found = session.execute(statement, {"run_id": run_id, "customer_id": customer_id})
        return [_row(branches[row.branch], row) for row in found]

    _sources[name] = read


def _row(branch: Branch, row: Any) -> StoryRow:
    at = row.at or _evening(row.on)
    text, amount = str(row.text), row.sum
    return StoryRow(
        branch.kind, branch.icon, branch.title, text, at, amount, branch.endpoint, row.row_id
    )


def _evening(day: date) -> datetime:
    """A paper that bears a day alone comes after what was done that day."""
    return paris(day.year, day.month, day.day, 23, 59)


def story_of(session: Session, run_id: int, customer_id: int, *rooms: str) -> list[StoryRow]:
    """The timeline of a customer, latest first; every room, or those named."""
    names = rooms or tuple(_sources)
    rows = [row for name in names for row in _sources[name](session, run_id, customer_id)]
    return sorted(rows, key=lambda row: (row.at, row.row_id), reverse=True)


RELATION = "crm"
register_story(
    RELATION,
    (
        Branch(
            StoryKind.MESSAGES,
            "envelope",
            "Message reçu",
            "crm.message",
            Message,
            Message.subject,
            at=Message.at,
            where=Message.customer_id.in_(THEIRS) & Message.outgoing.is_(False),
        ),
        Branch(
            StoryKind.MESSAGES,
            "send",
            "Message envoyé",
            "crm.message",
            Message,
            Message.subject,
            at=Message.at,
            where=Message.customer_id.in_(THEIRS) & Message.outgoing.is_(True),
        ),
        Branch(
            StoryKind.CALLS, "telephone", "Appel", "crm.call", Call, Call.subject, at=Call.began_at
        ),
        Branch(
            StoryKind.COMPLAINTS,
            "chat-square-quote",
            "Réclamation",
            "crm.complaint",
            Complaint,
            Complaint.reference,
            at=Complaint.opened_at,
            amount=Complaint.cost,
        ),
        Branch(
            StoryKind.COMPLAINTS,
            "star",
            "Satisfaction sur 5, note",
            "",
            Satisfaction,
            cast(Satisfaction.score, String),
            at=Satisfaction.at,
        ),
        Branch(
            StoryKind.TASKS,
            "check2-square",
            "Tâche faite",
            "",
            Task,
            Task.text,
            at=Task.closed_at,
            where=Task.customer_id.in_(THEIRS) & (Task.status == TaskStatus.DONE),
        ),
    ),
)
