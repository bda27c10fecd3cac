"""Money given back to customers: out of a payment too large, or of a credit note."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.crm.models import Customer


class Refund(Referable, Base):
    """A refund (RMB-), in cents; ``source`` is the payment or credit note that it gives back."""

    __tablename__ = "refund"
    __kind__ = "Remboursement"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    source: Mapped[str]
    amount: Mapped[Cents]
    at: Mapped[datetime]

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)
