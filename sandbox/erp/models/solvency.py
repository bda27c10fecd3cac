"""Solvency files: what was looked up of a customer, and what is proposed."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, Rate, Referable, in_run
from sandbox.crm.models import Customer


class Source(StrEnum):
    """Where something is known of a firm."""

    REGISTER = "register"
    NOTICES = "notices"
    ACCOUNTS = "accounts"
    PRIVILEGES = "privileges"
    BUREAU = "agency"


# What a source costs, in cents; those left out are free.
COSTS: dict[Source, Cents] = {Source.PRIVILEGES: 450, Source.BUREAU: 2_900}
# A bureau writes its report: it comes some hours later.
LATER = frozenset({Source.BUREAU})


class CreditDecision(StrEnum):
    """What a file proposes."""

    CREDIT = "credit"
    CREDIT_WITH_DEPOSIT = "credit_with_deposit"
    PREPAYMENT = "prepayment"
    REFUSAL = "refusal"

    @property
    def on_credit(self) -> bool:
        """Whether goods leave before they are paid."""
        return self in (CreditDecision.CREDIT, CreditDecision.CREDIT_WITH_DEPOSIT)


class SolvencyFile(Referable, Base):
    """A file (SOL-) on one customer: ``looked`` holds what each source said when it was read.

    ``asked`` lists sources whose answer is awaited; amounts in cents, ``deposit`` a rate.
    """

    __tablename__ = "solvency_file"
    __kind__ = "Dossier de solvabilité"
    __played__ = "solvency_file"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    opened_at: Mapped[datetime]
    looked: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    asked: Mapped[list[Any]] = mapped_column(JSON, default=list)
    cost: Mapped[Cents] = mapped_column(default=0)
    concluded_at: Mapped[datetime | None]
    decision: Mapped[str] = mapped_column(default="")
    limit: Mapped[Cents] = mapped_column(default=0)
    deposit: Mapped[Rate] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(Text, default="")
    applied: Mapped[bool] = mapped_column(default=False)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    @property
    def alarming(self) -> tuple[str, ...]:
        """Sources that tell of something serious."""
        return tuple(name for name, said in self.looked.items() if said["alarming"])
