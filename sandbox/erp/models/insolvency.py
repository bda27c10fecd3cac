"""A customer's insolvency proceedings, and the debt that we declare in them (C. com. L622-24)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.deadlines import ClaimDeadlines, claim_deadlines
from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.crm.models import Customer


class Proceedings(StrEnum):
    """What the court opened; values of the journal and of the documents."""

    SAFEGUARD = "safeguard"
    RECOVERY = "recovery"
    WINDING_UP = "winding_up"


class Insolvency(Referable, Base):
    """Proceedings (PRC-) opened against a customer: judged, published, noted by us or not yet.

    ``receiver`` is the creditors' representative to whom debts are declared.
    """

    __tablename__ = "insolvency"
    __kind__ = "Procédure collective"
    __played__ = "insolvency"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    proceedings: Mapped[str]
    court: Mapped[str]
    judged_on: Mapped[date]
    published_on: Mapped[date]
    receiver: Mapped[str]
    receiver_street: Mapped[str]
    receiver_postcode: Mapped[str]
    receiver_town: Mapped[str]
    noted_at: Mapped[datetime | None]

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    @property
    def deadlines(self) -> ClaimDeadlines:
        """Last days to declare a debt, and to ask to be relieved of having missed them."""
        return claim_deadlines(self.published_on)

    @property
    def last_day(self) -> date:
        """Last day of our declaration: two months after the publication (C. com. R622-24)."""
        return self.deadlines.last_day


class DebtClaim(Referable, Base):
    """A debt declared (DEC-): cents, as they stood on the day of the judgment (L622-28)."""

    __tablename__ = "debt_claim"
    __kind__ = "Déclaration de créance"
    __played__ = "debt_claim"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("insolvency_id", "insolvency"),
        Index(None, "run_id", "insolvency_id"),
    )

    insolvency_id: Mapped[int]
    declared_at: Mapped[datetime]
    channel: Mapped[str]
    invoices: Mapped[list[Any]] = mapped_column(JSON)
    principal: Mapped[Cents]
    penalties: Mapped[Cents]
    indemnity: Mapped[Cents]

    insolvency: Mapped[Insolvency] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.insolvency).joinedload(Insolvency.customer),)

    @property
    def total(self) -> Cents:
        """All that is declared."""
        return self.principal + self.penalties + self.indemnity
