"""Complaints: what a customer reproaches us with, what we answer, what comes of it."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.complaints import MONEY, Remedy
from sandbox.core.errors import NotFound
from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, in_run
from sandbox.crm.complaint_errors import (
    AcknowledgedAlready,
    ComplaintNotOpen,
    NotAnswered,
    NothingToReply,
)
from sandbox.crm.models import Customer

SHOWN = 200
LAST_SCORES = 6


class ComplaintStatus(StrEnum):
    """Life of a complaint."""

    OPEN = "open"
    ANSWERED = "answered"
    AGREED = "agreed"
    DISAGREED = "disagreed"
    SETTLED = "settled"


class Complaint(Referable, Base):
    """A customer's complaint (REC-) about a document; ``cost`` in cents.

    ``checked`` lists the references of the documents read, ``days`` runs from ``since`` to the
    opening and ``allowed`` is what the terms of sale give, where they say.
    """

    __tablename__ = "complaint"
    __kind__ = "Réclamation"
    __played__ = "complaint"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "status"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    opened_at: Mapped[datetime]
    nature: Mapped[str]
    about: Mapped[str | None]
    source: Mapped[str | None]
    asks: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    acknowledge_by: Mapped[datetime]
    answer_by: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None]
    qualified_at: Mapped[datetime | None]
    liability: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None]
    days: Mapped[int | None]
    allowed: Mapped[int | None]
    checked_at: Mapped[datetime | None]
    checked: Mapped[list[Any]] = mapped_column(JSON, default=list)
    finding: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    solution: Mapped[str] = mapped_column(default="")
    cost: Mapped[Cents] = mapped_column(default=0)
    announced_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(Text, default="")
    rounds: Mapped[int] = mapped_column(default=0)
    replied_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    proof: Mapped[str | None]
    status: Mapped[str] = mapped_column(default=ComplaintStatus.OPEN)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    @property
    def in_terms(self) -> bool:
        """Whether it came in the days that the terms of sale give, or they say nothing."""
        return self.days is None or self.allowed is None or self.days <= self.allowed

    @property
    def studied(self) -> bool:
        """Whether it was qualified, and its facts checked on documents."""
        return self.qualified_at is not None and bool(self.checked)

    @property
    def closed(self) -> bool:
        return self.status == ComplaintStatus.SETTLED

    @property
    def needs_proof(self) -> bool:
        """Whether something was announced that a document must show."""
        return self.solution != Remedy.REFUSAL and self.status == ComplaintStatus.AGREED

    @property
    def next_step(self) -> str:
        """What the desk does next: the step's name, « wait » or « none »."""
        if self.status in (ComplaintStatus.OPEN, ComplaintStatus.DISAGREED):
            if self.acknowledged_at is None and not self.rounds:
                return "acknowledge"
            if self.qualified_at is None:
                return "qualify"
            return "answer" if self.checked else "check"
        after = {ComplaintStatus.ANSWERED: "wait", ComplaintStatus.AGREED: "settle"}
        return after.get(ComplaintStatus(self.status), "none")

    def overdue(self, now: datetime) -> bool:
        """Whether an answer is owed and its delay has passed."""
        return self.rounds == 0 and not self.closed and self.answer_by < now

    def acknowledge(self, at: datetime) -> None:
        """Tell the customer, once; raises AcknowledgedAlready."""
        if self.acknowledged_at is not None or self.rounds:
            raise AcknowledgedAlready(reference=self.reference)
        self.acknowledged_at = at

    def must_be_open(self) -> None:
        """Raise ComplaintNotOpen when an answer is out and its reply awaited, or all is over."""
        if self.status not in (ComplaintStatus.OPEN, ComplaintStatus.DISAGREED):
            raise ComplaintNotOpen(reference=self.reference)

    def answered(self, at: datetime, solution: Remedy, cost: Cents, on: date | None) -> None:
        """A solution is offered; the amount counts for those that give money back alone."""
        self.must_be_open()
        self.solution, self.announced_on, self.answered_at = solution, on, at
        self.cost = cost if solution in MONEY else 0
        self.status, self.rounds = ComplaintStatus.ANSWERED, self.rounds + 1

    def replied(self, at: datetime, agreed: bool) -> None:
        """The customer takes it or not; raises NothingToReply."""
        if self.status != ComplaintStatus.ANSWERED:
            raise NothingToReply(reference=self.reference)
        self.status = ComplaintStatus.AGREED if agreed else ComplaintStatus.DISAGREED
        self.replied_at = at

    def settle(self, at: datetime, proof: str | None) -> None:
        """Close it once the customer has replied; raises NotAnswered."""
        if self.status not in (ComplaintStatus.AGREED, ComplaintStatus.DISAGREED):
            raise NotAnswered(reference=self.reference)
        self.status, self.settled_at, self.proof = ComplaintStatus.SETTLED, at, proof


class Satisfaction(InRun, Base):
    """What a customer thought of us, from 1 to 5, about one affair."""

    __tablename__ = "satisfaction"
    __table_args__ = (in_run("customer_id", "customer"), Index(None, "run_id", "customer_id"))

    customer_id: Mapped[int]
    at: Mapped[datetime]
    about: Mapped[str]
    score: Mapped[int]


def complaint_of(session: Session, run_id: int, complaint_id: int) -> Complaint:
    """A complaint and its customer; raises NotFound."""
    kept = (Complaint.run_id == run_id, Complaint.id == complaint_id)
    found = session.scalar(select(Complaint).where(*kept).options(*Complaint.full()))
    if found is None:
        raise NotFound(kind=Complaint.__kind__, reference=complaint_id)
    return found


def complaints(
    session: Session, run_id: int, *, closed: bool = False, customer_id: int | None = None
) -> Sequence[Complaint]:
    """Complaints still to be settled (or all of them), those answered for first on top."""
    query = select(Complaint).where(Complaint.run_id == run_id).options(*Complaint.full())
    if not closed:
        query = query.where(Complaint.status != ComplaintStatus.SETTLED)
    if customer_id is not None:
        query = query.where(Complaint.customer_id == customer_id)
    order = (Complaint.settled_at.is_not(None), Complaint.answer_by, Complaint.id)
    return session.scalars(query.order_by(*order).limit(SHOWN)).all()


def satisfaction_of(session: Session, run_id: int, customer_id: int) -> Sequence[Satisfaction]:
    """The customer's last scores, latest first."""
    kept = (Satisfaction.run_id == run_id, Satisfaction.customer_id == customer_id)
    latest = select(Satisfaction).where(*kept).order_by(Satisfaction.at.desc())
    return session.scalars(latest.order_by(Satisfaction.id.desc()).limit(LAST_SCORES)).all()


def complaints_open(session: Session, run_id: int) -> int:
    """How many complaints are still to be settled."""
    kept = (Complaint.run_id == run_id, Complaint.status != ComplaintStatus.SETTLED)
    return session.scalar(select(func.count()).select_from(Complaint).where(*kept)) or 0
