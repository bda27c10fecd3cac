"""Delivery notes: what leaves, with whom, when it gets there."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.calendar import add_working_days, is_working_day
from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, in_run
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import (
    AlreadyDelivered,
    AlreadyInvoiced,
    AlreadyShipped,
    NoCarrier,
    NotShipped,
)
from sandbox.erp.models.order import Order, OrderLine
from sandbox.erp.models.order_life import OrderStatus
from sandbox.supply.models import Carrier, Product


class DeliveryStatus(StrEnum):
    """Life of a delivery note."""

    PREPARED = "prepared"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class DeliveryNote(Referable, Base):
    """Goods of one order leaving together; carriage cost in cents."""

    __tablename__ = "delivery_note"
    __kind__ = "Bon de livraison"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("order_id", "customer_order"),
        in_run("customer_id", "customer"),
        in_run("carrier_id", "carrier"),
        Index(None, "run_id", "order_id"),
        Index(None, "run_id", "customer_id"),
        Index(None, "run_id", "status"),
    )

    order_id: Mapped[int]
    customer_id: Mapped[int]
    carrier_id: Mapped[int | None]
    status: Mapped[str] = mapped_column(default=DeliveryStatus.PREPARED)
    prepared_at: Mapped[datetime]
    shipped_at: Mapped[datetime | None]
    arrives_on: Mapped[date | None]
    delivered_at: Mapped[datetime | None]
    cost: Mapped[Cents] = mapped_column(default=0)
    invoiced: Mapped[bool] = mapped_column(default=False)

    order: Mapped[Order] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    carrier: Mapped[Carrier | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["DeliveryLine"]] = relationship(
        order_by="DeliveryLine.id",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="delivery",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.customer),
            joinedload(cls.carrier),
            joinedload(cls.order).selectinload(Order.lines),
            selectinload(cls.lines).joinedload(DeliveryLine.order_line),
            selectinload(cls.lines).joinedload(DeliveryLine.product),
        )

    @property
    def left(self) -> bool:
        """Whether nothing is to be prepared any more: the goods have gone, or stay for good."""
        return self.status != DeliveryStatus.PREPARED

    @property
    def quantity(self) -> int:
        """Units in this delivery."""
        return sum(line.quantity for line in self.lines)

    @property
    def backorder(self) -> int:
        """Units that stay behind."""
        return sum(line.backorder for line in self.lines)

    def choose(self, carrier: Carrier) -> None:
        """Hand the goods to a carrier; raises AlreadyShipped."""
        if self.left:
            raise AlreadyShipped(reference=self.reference)
        self.carrier, self.carrier_id, self.cost = carrier, carrier.id, carrier.price

    def ship(self, at: datetime) -> Carrier:
        """Let the goods go, and count them on the order; raises AlreadyShipped or NoCarrier."""
        if self.left:
            raise AlreadyShipped(reference=self.reference)
        if self.carrier_id is None or self.carrier is None:
            raise NoCarrier(reference=self.reference)
        self.status, self.shipped_at = DeliveryStatus.SHIPPED, at
        self.arrives_on = arrival_day(self.carrier, at)
        for line in self.lines:
            line.order_line.shipped += line.quantity
        whole = all(line.shipped >= line.quantity for line in self.order.lines)
        self.order.status = OrderStatus.SHIPPED if whole else OrderStatus.PARTLY_SHIPPED
        return self.carrier

    def deliver(self, at: datetime) -> None:
        """The customer has signed; raises NotShipped or AlreadyDelivered."""
        if not self.left:
            raise NotShipped(reference=self.reference)
        if self.status == DeliveryStatus.DELIVERED:
            raise AlreadyDelivered(reference=self.reference)
        self.status, self.delivered_at = DeliveryStatus.DELIVERED, at

    def invoice_from(self) -> datetime:
        """When the goods left, which is what an invoice waits for (C. com. L441-9).

        Raises AlreadyInvoiced or NotShipped.
        """
        if self.invoiced:
            raise AlreadyInvoiced(reference=self.reference)
        if not self.left or self.shipped_at is None:
            raise NotShipped(reference=self.reference)
        return self.shipped_at


class DeliveryLine(InRun, Base):
    """Units of one order line in this delivery; ``backorder`` units stay behind."""

    __tablename__ = "delivery_line"
    __table_args__ = (
        in_run("delivery_id", "delivery_note"),
        in_run("order_line_id", "order_line"),
        in_run("product_id", "product"),
        Index(None, "run_id", "delivery_id"),
    )

    delivery_id: Mapped[int]
    order_line_id: Mapped[int]
    product_id: Mapped[int]
    quantity: Mapped[int]
    backorder: Mapped[int] = mapped_column(default=0)

    delivery: Mapped[DeliveryNote] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )
    order_line: Mapped[OrderLine] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)


def leaving_day(carrier: Carrier, at: datetime) -> date:
    """Day on which goods handed over at a moment leave: the next worked one after the cut-off."""
    day = at.date()
    in_time = is_working_day(day) and at.time() <= time.fromisoformat(carrier.cut_off)
    return day if in_time else add_working_days(day, 1)


def arrival_day(carrier: Carrier, at: datetime) -> date:
    """Day on which goods handed over at a moment should be delivered."""
    return add_working_days(leaving_day(carrier, at), carrier.delay_days)


@dataclass(frozen=True, slots=True)
class Portion:
    """Units of an order line that can go now, and those that stay behind."""

    line: OrderLine
    ready: int
    short: int


def portions(order: Order, held: Counter[int], reserved: Mapping[int, int]) -> list[Portion]:
    """What is left to prepare of an order, line by line.

    ``reserved`` counts units by product id; ``held`` those that other delivery notes already took
    of them, by order line id. Services go with the goods, never before them.
    """
    free = Counter(reserved)
    for line in order.lines:
        free[line.product_id] -= held[line.id]
    goods = any(_missing(line, held) for line in order.lines if line.product.stocked)
    found = [_portion(line, held, free) for line in order.lines if line.product.stocked]
    together = any(portion.ready for portion in found) or not goods
    for line in order.lines:
        if not line.product.stocked:
            left = _missing(line, held)
            found.append(Portion(line, left if together else 0, 0 if together else left))
    kept = {portion.line.id: portion for portion in found if portion.ready or portion.short}
    return [kept[line.id] for line in order.lines if line.id in kept]


def _portion(line: OrderLine, held: Counter[int], free: Counter[int]) -> Portion:
    left = _missing(line, held)
    ready = max(min(left, free[line.product_id]), 0)
    free[line.product_id] -= ready
    return Portion(line, ready, left - ready)


def _missing(line: OrderLine, held: Counter[int]) -> int:
    return max(line.quantity - line.shipped - held[line.id], 0)
