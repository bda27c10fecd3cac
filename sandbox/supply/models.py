"""Products, stock, purchasing, carriers."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Rate, Referable, UnitPrice, in_run
from sandbox.core.pricing import line_net
from sandbox.supply.errors import AlreadyBooked, AlreadyReceived, MoreThanPossible


class Supplier(Referable, Base):
    """Somebody we buy from; lead time in working days."""

    __tablename__ = "supplier"
    __kind__ = "Fournisseur"
    __table_args__ = (UniqueConstraint("run_id", "reference"),)

    name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="FR")
    lead_days: Mapped[int]


class Product(Referable, Base):
    """An item of the catalogue and its stock counters (units), which the moves add up to."""

    __tablename__ = "product"
    __kind__ = "Article"
    __table_args__ = (UniqueConstraint("run_id", "reference"), in_run("supplier_id", "supplier"))

    label: Mapped[str]
    family: Mapped[str]
    unit: Mapped[str] = mapped_column(default="pièce")
    price: Mapped[UnitPrice]
    cost: Mapped[UnitPrice]
    vat_rate: Mapped[Rate]
    eco: Mapped[Cents] = mapped_column(default=0)
    weight: Mapped[int] = mapped_column(default=0)
    ean: Mapped[str] = mapped_column(default="")
    supplier_id: Mapped[int | None]
    stocked: Mapped[bool] = mapped_column(default=True)
    pack: Mapped[int] = mapped_column(default=1)
    reorder_point: Mapped[int] = mapped_column(default=0)
    reorder_quantity: Mapped[int] = mapped_column(default=0)
    physical: Mapped[int] = mapped_column(default=0)
    reserved: Mapped[int] = mapped_column(default=0)

    supplier: Mapped[Supplier | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.supplier),)

    @property
    def available(self) -> int:
        """Units that nobody has claimed yet."""
        return self.physical - self.reserved

    def must_be_reordered(self, on_order: int) -> bool:
        """Whether what is free and what is coming are below the reorder point, in units."""
        return self.stocked and self.available + on_order < self.reorder_point

    def set_aside(self, quantity: int) -> int:
        """Reserve what can be of these units and return it; a service is never short."""
        if not self.stocked:
            return quantity
        self.reserved += (kept := min(quantity, max(self.available, 0)))
        return kept

    def let_go(self, quantity: int) -> None:
        """Give reserved units back."""
        if self.stocked:
            self.reserved -= min(quantity, self.reserved)


class MoveKind(StrEnum):
    """Why units went in or out."""

    OPENING = "opening"
    RECEIPT = "receipt"
    SHIPMENT = "shipment"


class StockMove(InRun, Base):
    """Units in or out, signed, with the document that explains them; never changed."""

    __tablename__ = "stock_move"
    __table_args__ = (in_run("product_id", "product"), Index(None, "run_id", "product_id"))

    product_id: Mapped[int]
    at: Mapped[datetime]
    kind: Mapped[str]
    quantity: Mapped[int]
    document: Mapped[str]


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


class Arrival(Referable, Base):
    """A truck at our dock (ARR-): what its slip says (product reference → units), until booked."""

    __tablename__ = "arrival"
    __kind__ = "Arrivage"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("purchase_order_id", "purchase_order"),
    )

    purchase_order_id: Mapped[int]
    at: Mapped[datetime]
    announced: Mapped[dict[str, Any]] = mapped_column(JSON)
    counted: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    reserves: Mapped[str] = mapped_column(Text, default="")
    booked_at: Mapped[datetime | None]

    purchase_order: Mapped[PurchaseOrder] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        order = joinedload(cls.purchase_order)
        return (
            order.joinedload(PurchaseOrder.supplier),
            joinedload(cls.purchase_order)
            .selectinload(PurchaseOrder.lines)
            .joinedload(PurchaseOrderLine.product),
        )

    def differs(self, counted: Mapping[str, int]) -> bool:
        """Whether what was counted is not what the slip says."""
        slip = self.announced
        return any(slip.get(p, 0) != counted.get(p, 0) for p in {*slip, *counted})

    def book(self, counted: Mapping[str, int], reserves: str, at: datetime) -> None:
        """Take down the count and the reserves, once; raises AlreadyBooked."""
        if self.booked_at is not None:
            raise AlreadyBooked(arrival=self.reference)
        self.counted, self.reserves, self.booked_at = dict(counted), reserves, at


class Carrier(Referable, Base):
    """Somebody who carries goods; delay in working days, cut-off as HH:MM company time."""

    __tablename__ = "carrier"
    __kind__ = "Transporteur"
    __table_args__ = (UniqueConstraint("run_id", "reference"),)

    name: Mapped[str]
    price: Mapped[Cents]
    delay_days: Mapped[int]
    cut_off: Mapped[str] = mapped_column(default="16:00")
    grams_co2: Mapped[int] = mapped_column(default=0)
    conditions: Mapped[str] = mapped_column(Text, default="")
