"""The stock: every unit in or out, who it is kept for, what was counted, what is set apart."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, UnitPrice, in_run
from sandbox.core.stock import Gap, count_gap
from sandbox.supply.errors import (
    AlreadyAdjusted,
    AlreadyCounted,
    AlreadySettled,
    ImpossibleCount,
    NotCounted,
    NotSubmitted,
)
from sandbox.supply.models.products import Product


class MoveKind(StrEnum):
    """Why units went in or out."""

    OPENING = "opening"
    RECEIPT = "receipt"
    SHIPMENT = "shipment"
    PRODUCTION = "production"
    ADJUSTMENT = "adjustment"
    CUSTOMER_RETURN = "customer_return"
    SUPPLIER_RETURN = "supplier_return"
    SCRAP = "scrap"


class StockMove(InRun, Base):
    """Units in or out, signed, and their cost in cents, with the document that explains them."""

    __tablename__ = "stock_move"
    __table_args__ = (
        in_run("product_id", "product"),
        Index(None, "run_id", "product_id", "at", "id"),
        Index(None, "run_id", "at", "id"),
    )

    product_id: Mapped[int]
    at: Mapped[datetime]
    kind: Mapped[str]
    quantity: Mapped[int]
    document: Mapped[str]
    value: Mapped[Cents] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")


class Reservation(InRun, Base):
    """Units of a product set aside for a document (an order)."""

    __tablename__ = "reservation"
    __table_args__ = (
        in_run("product_id", "product"),
        Index(None, "run_id", "document"),
        Index(None, "run_id", "product_id"),
    )

    product_id: Mapped[int]
    document: Mapped[str]
    quantity: Mapped[int]

    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.product),)


class CountStatus(StrEnum):
    """Life of a count."""

    REQUESTED = "requested"
    COUNTED = "counted"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REFUSED = "refused"
    ADJUSTED = "adjusted"


class CountCause(StrEnum):
    """Reason codes of a difference between the shelves and the books."""

    BREAKAGE = "breakage"
    THEFT = "theft"
    INPUT_ERROR = "input_error"
    MISPLACED = "misplaced"
    SUPPLIER_SHORT = "supplier_short"
    UNKNOWN = "unknown"


class StockCount(Referable, Base):
    """A count of one product (INV-): units in the books when it was made, units found."""

    __tablename__ = "stock_count"
    __kind__ = "Inventaire"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("product_id", "product"),
        Index(None, "run_id", "status"),
    )

    product_id: Mapped[int]
    status: Mapped[str] = mapped_column(default=CountStatus.REQUESTED)
    asked_at: Mapped[datetime]
    counted_at: Mapped[datetime | None]
    book: Mapped[int | None]
    counted: Mapped[int | None]
    unit_cost: Mapped[UnitPrice] = mapped_column(default=0)
    facts: Mapped[str] = mapped_column(Text, default="")
    cause: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(Text, default="")
    adjusted_at: Mapped[datetime | None]

    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.product),)

    @property
    def gap(self) -> Gap:
        """What the count found missing or in excess; nothing before it."""
        return count_gap(self.book or 0, self.counted or 0, self.unit_cost)

    def note(self, counted: int, at: datetime) -> None:
        """Take down what is on the shelves; raises AlreadyCounted or ImpossibleCount."""
        if self.status != CountStatus.REQUESTED:
            raise AlreadyCounted(count=self.reference)
        if counted < 0:
            raise ImpossibleCount(counted=counted)
        self.status, self.counted_at, self.counted = CountStatus.COUNTED, at, counted
        self.book, self.unit_cost = self.product.physical, self.product.average_cost

    def submit(self, facts: str) -> None:
        """Put the gap before whoever decides; raises NotCounted or AlreadyAdjusted."""
        self.still_open()
        self.status, self.facts = CountStatus.SUBMITTED, facts

    def decide(self, granted: bool, comment: str) -> None:
        """Grant or refuse the correction; raises NotSubmitted."""
        if self.status != CountStatus.SUBMITTED:
            raise NotSubmitted(count=self.reference)
        self.status = CountStatus.APPROVED if granted else CountStatus.REFUSED
        self.comment = comment

    def still_open(self) -> None:
        """Raise NotCounted or AlreadyAdjusted when nothing can be corrected."""
        if self.status == CountStatus.REQUESTED:
            raise NotCounted(count=self.reference)
        if self.status == CountStatus.ADJUSTED:
            raise AlreadyAdjusted(count=self.reference)


class QuarantineCause(StrEnum):
    """Why units are set apart."""

    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    RETURNED = "returned"
    TO_CHECK = "to_check"


class QuarantineOutcome(StrEnum):
    """What became of units set apart."""

    RELEASED = "released"
    SCRAPPED = "scrapped"
    SENT_BACK = "sent_back"


class Quarantine(Referable, Base):
    """Units set apart (QUA-): still in the warehouse, promised to nobody."""

    __tablename__ = "quarantine"
    __kind__ = "Quarantaine"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("product_id", "product"),
        Index(None, "run_id", "outcome"),
        Index(None, "run_id", "document"),
    )

    product_id: Mapped[int]
    quantity: Mapped[int]
    cause: Mapped[str]
    document: Mapped[str]
    opened_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(default="")
    closed_at: Mapped[datetime | None]

    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.product),)

    def close(self, outcome: QuarantineOutcome, at: datetime) -> None:
        """Say what became of the units; raises AlreadySettled."""
        if self.outcome:
            raise AlreadySettled(reference=self.reference)
        self.outcome, self.closed_at = outcome, at
        self.product.quarantined -= min(self.quantity, self.product.quarantined)
