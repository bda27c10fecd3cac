"""Purchase orders, offers of a marketplace, and what we ask of our own workshop."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, UnitPrice, in_run
from sandbox.core.pricing import line_net
from sandbox.supply.errors import (
    AlreadyProduced,
    AlreadyReceived,
    MoreThanPossible,
    NotEarlier,
)
from sandbox.supply.models.products import Product, Supplier


class PurchaseStatus(StrEnum):
    """Life of a purchase order."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    PARTLY_RECEIVED = "partly_received"
    RECEIVED = "received"


class PurchaseOrder(Referable, Base):
    """An order to a supplier; ``expected_on`` is our reckoning, ``confirmed_on`` their word."""

    __tablename__ = "purchase_order"
    __kind__ = "Commande fournisseur"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("supplier_id", "supplier"),
        Index(None, "run_id", "status"),
    )

    supplier_id: Mapped[int]
    status: Mapped[str] = mapped_column(default=PurchaseStatus.SENT)
    sent_at: Mapped[datetime]
    expected_on: Mapped[date]
    confirmed_on: Mapped[date | None]
    chased_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
    asked_on: Mapped[date | None]
    rounds: Mapped[int] = mapped_column(default=0)
    offer: Mapped[str] = mapped_column(default="")
    net: Mapped[Cents]

    supplier: Mapped[Supplier] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["PurchaseOrderLine"]] = relationship(
        order_by="PurchaseOrderLine.id",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="purchase_order",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.supplier),
            selectinload(cls.lines).joinedload(PurchaseOrderLine.product),
        )

    @property
    def due_on(self) -> date:
        """When the goods should be here: the supplier's word, else our reckoning."""
        return self.confirmed_on or self.expected_on

    def days_late(self, today: date) -> int:
        """Calendar days since the goods should have been here; 0 when there is still time."""
        return max((today - self.due_on).days, 0)

    def still_open(self) -> None:
        """Raise AlreadyReceived when nothing more is expected."""
        if self.status == PurchaseStatus.RECEIVED:
            raise AlreadyReceived(purchase_order=self.reference)

    def acknowledge(self, on: date) -> None:
        """Take down the date that the supplier gives; raises AlreadyReceived."""
        self.still_open()
        self.confirmed_on = on
        if self.status == PurchaseStatus.SENT:
            self.status = PurchaseStatus.ACKNOWLEDGED

    def chase(self, at: datetime) -> None:
        """Ask where the goods are; raises AlreadyReceived."""
        self.still_open()
        self.chased_at = at

    def ask_for(self, wanted_on: date) -> None:
        """Ask for an earlier date, once more; raises AlreadyReceived or NotEarlier."""
        self.still_open()
        if wanted_on >= self.due_on:
            raise NotEarlier(wanted_on=f"{wanted_on:%d/%m/%Y}", due_on=f"{self.due_on:%d/%m/%Y}")
        self.asked_on, self.rounds = wanted_on, self.rounds + 1

    def check_counts(self, counts: Mapping[str, int]) -> None:
        """Raise MoreThanPossible for units below zero, or of a product that was not ordered."""
        ordered = {line.product.reference for line in self.lines}
        for product, quantity in counts.items():
            if product not in ordered or quantity < 0:
                raise MoreThanPossible(product=product, quantity=quantity)

    def receive(self, counted: Mapping[str, int], at: datetime) -> None:
        """Add counted units (by product reference) to the lines; raises MoreThanPossible."""
        self.check_counts(counted)
        for line in self.lines:
            line.received += counted.get(line.product.reference, 0)
        if all(line.outstanding == 0 for line in self.lines):
            self.status, self.received_at = PurchaseStatus.RECEIVED, at
        elif any(line.received for line in self.lines):
            self.status = PurchaseStatus.PARTLY_RECEIVED


class PurchaseOrderLine(InRun, Base):
    """Ordered and received units of one product."""

    __tablename__ = "purchase_order_line"
    __table_args__ = (
        in_run("purchase_order_id", "purchase_order"),
        in_run("product_id", "product"),
        Index(None, "run_id", "purchase_order_id"),
        Index(None, "run_id", "product_id"),
    )

    purchase_order_id: Mapped[int]
    product_id: Mapped[int]
    ordered: Mapped[int]
    received: Mapped[int] = mapped_column(default=0)
    invoiced: Mapped[int] = mapped_column(default=0)
    unit_price: Mapped[UnitPrice]

    purchase_order: Mapped[PurchaseOrder] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )
    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @property
    def outstanding(self) -> int:
        """Units still expected."""
        return max(self.ordered - self.received, 0)

    @property
    def net(self) -> Cents:
        """Net of the line, in cents."""
        return line_net(self.ordered, self.unit_price)


class MarketOffer(Referable, Base):
    """An offer on a professional marketplace (OFF-); rating in tenths of a star out of five."""

    __tablename__ = "market_offer"
    __kind__ = "Offre"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("product_id", "product"),
        in_run("supplier_id", "supplier"),
        Index(None, "run_id", "product_id"),
    )

    product_id: Mapped[int]
    supplier_id: Mapped[int]
    unit_price: Mapped[UnitPrice]
    carriage: Mapped[Cents] = mapped_column(default=0)
    delay_days: Mapped[int]
    rating: Mapped[int]
    minimum: Mapped[int] = mapped_column(default=1)
    conditions: Mapped[str] = mapped_column(default="")

    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    supplier: Mapped[Supplier] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return joinedload(cls.product), joinedload(cls.supplier)


class ProductionStatus(StrEnum):
    """Life of a production request."""

    REQUESTED = "requested"
    PROMISED = "promised"
    DONE = "done"


class ProductionRequest(Referable, Base):
    """Units asked of our own workshop (OF-); ``promised_on`` is its word."""

    __tablename__ = "production_request"
    __kind__ = "Demande de production"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("product_id", "product"),
        Index(None, "run_id", "status"),
        Index(None, "run_id", "product_id"),
    )

    product_id: Mapped[int]
    quantity: Mapped[int]
    needed_for: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default=ProductionStatus.REQUESTED)
    asked_at: Mapped[datetime]
    wanted_on: Mapped[date]
    promised_on: Mapped[date | None]
    chased_at: Mapped[datetime | None]
    rounds: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]

    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.product),)

    @property
    def due_on(self) -> date:
        """When the units should be there: the workshop's word, else what we asked for."""
        return self.promised_on or self.wanted_on

    def still_open(self) -> None:
        """Raise AlreadyProduced when the workshop has delivered."""
        if self.status == ProductionStatus.DONE:
            raise AlreadyProduced(request=self.reference)
