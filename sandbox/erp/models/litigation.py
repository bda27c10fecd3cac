"""A debt handed over (CTX-): to our lawyers, an agency, or a commissaire de justice."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.litigation import ESSENTIAL, Outcome, PieceKind
from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.crm.models import Customer
from sandbox.erp.errors.litigation import (
    AlreadyReported,
    AlreadyWrittenOff,
    NothingAsked,
    NotTakenYet,
    StillCollectable,
)
from sandbox.erp.models.invoice import Invoice


class LitigationFile(Referable, Base):
    """One invoice in other hands: cents on the day of the hand-over, and what came of it.

    ``pieces`` are the kinds of papers joined, ``asked`` those that the recipient still waits for;
    ``outcome`` is empty as long as it works on it, ``recovered`` what it says it obtained.
    """

    __tablename__ = "litigation_file"
    __kind__ = "Dossier contentieux"
    __played__ = "litigation_file"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("invoice_id", "invoice"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "invoice_id"),
        Index(None, "run_id", "customer_id"),
    )

    invoice_id: Mapped[int]
    customer_id: Mapped[int]
    recipient: Mapped[str]
    recipient_name: Mapped[str]
    handed_at: Mapped[datetime]
    pieces: Mapped[list[Any]] = mapped_column(JSON)
    principal: Mapped[Cents]
    penalties: Mapped[Cents]
    indemnity: Mapped[Cents]
    asked: Mapped[list[Any]] = mapped_column(JSON, default=list)
    taken_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(default="")
    recovered: Mapped[Cents] = mapped_column(default=0)
    reported_at: Mapped[datetime | None]
    written_off_at: Mapped[datetime | None]
    ground: Mapped[str] = mapped_column(Text, default="")

    invoice: Mapped[Invoice] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.customer),
            joinedload(cls.invoice).options(
                joinedload(Invoice.customer),
                joinedload(Invoice.order),
                joinedload(Invoice.delivery),
            ),
        )

    @property
    def total(self) -> Cents:
        """All that is claimed: principal, penalties, fixed sum."""
        return self.principal + self.penalties + self.indemnity

    @property
    def missing(self) -> tuple[PieceKind, ...]:
        """Papers that prove the debt, and were not joined."""
        return tuple(kind for kind in ESSENTIAL if kind not in self.pieces)

    @property
    def state(self) -> str:
        """Where it stands: handed, incomplete, taken, or its outcome."""
        if self.outcome:
            return self.outcome
        if self.asked:
            return "incomplete"
        return "taken" if self.taken_at else "handed"

    def complete(self, kinds: Iterable[PieceKind]) -> list[PieceKind]:
        """Join papers that were asked for; those really added. Raises NothingAsked."""
        added = [kind for kind in kinds if kind in self.asked]
        if not added:
            raise NothingAsked(reference=self.reference)
        self.pieces = [*self.pieces, *(kind.value for kind in added)]
        self.asked = [kind for kind in self.asked if kind not in added]
        return added

    def answer(self, wanted: Iterable[PieceKind], at: datetime) -> None:
        """The recipient takes it, or asks for papers; raises AlreadyReported."""
        if self.outcome:
            raise AlreadyReported(reference=self.reference)
        self.asked = [kind.value for kind in wanted]
        if not self.asked:
            self.taken_at = at

    def report(self, outcome: Outcome, recovered: Cents, at: datetime) -> None:
        """The recipient says what came of it; raises AlreadyReported or NotTakenYet."""
        if self.outcome:
            raise AlreadyReported(reference=self.reference)
        if self.taken_at is None:
            raise NotTakenYet(reference=self.reference)
        self.outcome, self.recovered, self.reported_at = outcome, recovered, at

    def write_off(self, ground: str, at: datetime) -> None:
        """Its loss is proposed to accounting; raises StillCollectable or AlreadyWrittenOff."""
        if self.outcome != Outcome.UNCOLLECTABLE or self.invoice.balance <= 0:
            raise StillCollectable(reference=self.reference)
        if self.written_off_at is not None:
            raise AlreadyWrittenOff(reference=self.reference)
        self.ground, self.written_off_at = ground, at
