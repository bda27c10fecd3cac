"""Statements of account: what a customer owed on a day, as it was written to it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.crm.models import Customer


class StatementAnswer(StrEnum):
    """What the customer says of a balance."""

    NONE = ""
    AGREED = "agreed"
    CONTESTED = "contested"


class AccountStatement(Referable, Base):
    """A statement (REL-) sent to a customer: cents, and what it answered of it."""

    __tablename__ = "account_statement"
    __kind__ = "Relevé de compte"
    __played__ = "account_statement"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    sent_at: Mapped[datetime]
    closed_on: Mapped[date]
    balance: Mapped[Cents]
    overdue: Mapped[Cents]
    answer: Mapped[str] = mapped_column(default=StatementAnswer.NONE)
    contested: Mapped[list[Any]] = mapped_column(JSON, default=list)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)
