"""Approvals: a decision asked of somebody with more power."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.crm.models import Customer
from sandbox.erp.errors.selling import AlreadyDecided


class ApprovalKind(StrEnum):
    """What is asked of somebody with more power."""

    DISCOUNT = "discount"
    OVER_LIMIT = "over_limit"
    ORDER_AMOUNT = "order_amount"
    FORMAL_NOTICE = "formal_notice"
    GOODWILL = "goodwill"
    PAYMENT_PLAN = "payment_plan"
    DEBT_CLAIM = "debt_claim"
    CREDIT_LIMIT = "credit_limit"
    LITIGATION = "litigation"


class ApprovalStatus(StrEnum):
    """Asked, then granted or refused; passed on when another post was asked in the meantime."""

    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"
    PASSED_ON = "passed_on"


class Approval(Referable, Base):
    """A decision asked of a post about a document, with facts, options and a recommendation."""

    __tablename__ = "approval"
    __kind__ = "Demande d'accord"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "about"),
    )

    kind: Mapped[str]
    about: Mapped[str]
    customer_id: Mapped[int]
    post: Mapped[str]
    amount: Mapped[Cents] = mapped_column(default=0)
    facts: Mapped[str] = mapped_column(Text, default="")
    options: Mapped[str] = mapped_column(Text, default="")
    recommendation: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(default=ApprovalStatus.REQUESTED)
    requested_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    comment: Mapped[str] = mapped_column(Text, default="")

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    @property
    def granted(self) -> bool:
        return self.status == ApprovalStatus.GRANTED

    @property
    def stands(self) -> bool:
        """Whether it is waiting for an answer, or was granted."""
        return self.status in (ApprovalStatus.REQUESTED, ApprovalStatus.GRANTED)

    def pass_on(self) -> None:
        """Somebody else answers in place of whoever was asked; raises AlreadyDecided."""
        if self.status != ApprovalStatus.REQUESTED:
            raise AlreadyDecided(reference=self.reference)
        self.status = ApprovalStatus.PASSED_ON

    def decide(self, granted: bool, comment: str, at: datetime) -> None:
        """Answer, once; raises AlreadyDecided."""
        if self.status != ApprovalStatus.REQUESTED:
            raise AlreadyDecided(reference=self.reference)
        self.status = ApprovalStatus.GRANTED if granted else ApprovalStatus.REFUSED
        self.comment, self.decided_at = comment, at
