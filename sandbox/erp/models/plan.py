"""Payment plans: a debt acknowledged, paid in instalments that are watched (C. civ. 1376, 2240)."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.calendar import add_months, next_working_day
from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, in_run
from sandbox.core.units import Days
from sandbox.crm.models import Customer
from sandbox.erp.errors.planning import BadFirstDay, TooFewInstalments

MOST_INSTALMENTS = 24
# Days after which an unpaid instalment makes the whole sum due again: the plan says so.
ACCELERATION: Days = 8


class PlanStatus(StrEnum):
    """Life of a plan."""

    RUNNING = "running"
    KEPT = "kept"
    BROKEN = "broken"


class PaymentPlan(Referable, Base):
    """A plan (ECH-) on invoices of one customer, by reference; ``total`` in cents, acknowledged."""

    __tablename__ = "payment_plan"
    __kind__ = "Échéancier"
    __played__ = "payment_plan"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    agreed_at: Mapped[datetime]
    invoices: Mapped[list[Any]] = mapped_column(JSON)
    total: Mapped[Cents]
    status: Mapped[str] = mapped_column(default=PlanStatus.RUNNING)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    instalments: Mapped[list["PlanInstalment"]] = relationship(
        order_by="PlanInstalment.rank",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="plan",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return joinedload(cls.customer), selectinload(cls.instalments)

    @property
    def ends_on(self) -> date:
        """Day of the last instalment."""
        return self.instalments[-1].due_on

    def expected(self, rank: int) -> Cents:
        """What should have been paid once this instalment has fallen due."""
        return sum(part.amount for part in self.instalments if part.rank <= rank)


class PlanInstalment(InRun, Base):
    """One payment of a plan, in cents."""

    __tablename__ = "plan_instalment"
    __table_args__ = (
        in_run("plan_id", "payment_plan"),
        Index(None, "run_id", "plan_id"),
    )

    plan_id: Mapped[int]
    rank: Mapped[int]
    due_on: Mapped[date]
    amount: Mapped[Cents]
    paid: Mapped[bool] = mapped_column(default=False)

    plan: Mapped[PaymentPlan] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="instalments"
    )


def spread(total: Cents, count: int, first_on: date, today: date) -> Sequence[tuple[date, Cents]]:
    """Equal instalments, one a month on worked days; the last takes the cents left over.

    Raises TooFewInstalments or BadFirstDay.
    """
    if not 2 <= count <= MOST_INSTALMENTS:
        raise TooFewInstalments(most=MOST_INSTALMENTS)
    if first_on <= today:
        raise BadFirstDay
    part = total // count
    amounts = [part] * (count - 1) + [total - part * (count - 1)]
    return [
        (next_working_day(add_months(first_on, month)), amount)
        for month, amount in enumerate(amounts)
    ]
