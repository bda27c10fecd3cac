"""Customers' orders: received, checked, recorded, on their way."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.core.procedures import CreditProcedure
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import NoOrderNumber
from sandbox.erp.errors.changing import (
    BelowShipped,
    GoodsGone,
    NotCancellable,
    NothingChanges,
    NothingOrdered,
)
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.errors.selling import (
    AlreadyAcknowledged,
    AlreadyRecorded,
    EmptyOrder,
    MissingReason,
    NoQuote,
    NotHeld,
    NotToBeChecked,
    PromiseInThePast,
)
from sandbox.erp.models.offer import Offered
from sandbox.erp.models.order_life import (
    OVER,
    STILL_HERE,
    TO_CHECK,
    UNDER_WAY,
    OrderChannel,
    OrderStatus,
)
from sandbox.erp.models.priced import PricedLine
from sandbox.erp.models.quote import Quote, QuoteLine
from sandbox.supply.models import Product

LONGEST_NUMBER = 35


class Order(Offered, Referable, Base):
    """A customer's order: received and to be checked, then recorded (or held, or declined).

    ``commission`` is what a marketplace keeps of it, in cents without tax.
    """

    __tablename__ = "customer_order"
    __kind__ = "Commande"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        in_run("quote_id", "quote"),
        Index(None, "run_id", "customer_id"),
        Index(None, "run_id", "status"),
    )

    customer_id: Mapped[int]
    quote_id: Mapped[int | None]
    customer_reference: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default=OrderStatus.RECEIVED)
    received_at: Mapped[datetime]
    requested_on: Mapped[date | None]
    promised_on: Mapped[date | None]
    recorded_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    hold_reason: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default=OrderChannel.MAIL)
    commission: Mapped[Cents] = mapped_column(default=0)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    quote: Mapped[Quote | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["OrderLine"]] = relationship(
        order_by="OrderLine.position",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="order",
        cascade="all, delete-orphan",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.customer),
            joinedload(cls.quote).selectinload(Quote.lines).joinedload(QuoteLine.product),
            selectinload(cls.lines).joinedload(OrderLine.product),
        )

    @property
    def paid_online(self) -> bool:
        """Whether the buyer paid by card as it ordered."""
        return OrderChannel(self.channel or OrderChannel.MAIL).paid_online

    @property
    def known_as(self) -> str:
        """What the customer calls the order, or its number here."""
        return self.customer_reference or self.reference

    @property
    def to_check(self) -> bool:
        """Received or held: neither recorded nor declined yet."""
        return self.status in TO_CHECK

    @property
    def recorded(self) -> bool:
        """Recorded, wherever it stands since."""
        return self.recorded_at is not None

    @property
    def quote_expired(self) -> bool:
        """Whether the order came after the end of the offer (C. civ. 1117)."""
        return self.quote is not None and self.quote.lapsed(self.received_at.date())

    def name_number(self, number: str) -> None:
        """Note the customer's own order number; raises NoOrderNumber for none, or a long one."""
        if not 0 < len(number.strip()) <= LONGEST_NUMBER:
            raise NoOrderNumber
        self.customer_reference = number.strip()

    def unusual(self, credit: CreditProcedure) -> bool:
        """Whether its total with tax is unusual for the customer."""
        return self.customer.unusual(self.gross, credit)

    def quoted(self) -> Quote:
        """The quote that the order refers to; raises NoQuote."""
        if self.quote is None:
            raise NoQuote(reference=self.reference)
        return self.quote

    def still_to_check(self) -> None:
        """Raise NotToBeChecked once the order is recorded or declined."""
        if not self.to_check:
            raise NotToBeChecked(reference=self.reference)

    def not_recorded_yet(self) -> None:
        """Raise AlreadyRecorded, or NotToBeChecked for a declined order."""
        if self.recorded:
            raise AlreadyRecorded(reference=self.reference)
        self.still_to_check()

    def ready(self) -> None:
        """Raise AlreadyRecorded, NotToBeChecked or EmptyOrder when it cannot be recorded."""
        self.not_recorded_yet()
        if not self.lines:
            raise EmptyOrder(reference=self.reference)

    def record(self, at: datetime, promised_on: date) -> None:
        """Take the order on, with a promise; raises PromiseInThePast."""
        if promised_on < at.date():
            raise PromiseInThePast
        self.status, self.recorded_at, self.promised_on = OrderStatus.RECORDED, at, promised_on
        self.hold_reason = ""
        if self.customer.known_since is None:
            self.customer.known_since = at.date()

    def acknowledge(self, at: datetime) -> date:
        """The acknowledgement leaves, once: the date it promises.

        Raises NotRecorded or AlreadyAcknowledged.
        """
        if self.promised_on is None or not self.recorded:
            raise NotRecorded(reference=self.reference)
        if self.acknowledged_at is not None:
            raise AlreadyAcknowledged(reference=self.reference)
        self.acknowledged_at = at
        return self.promised_on

    def put_aside(self, status: OrderStatus, reason: str) -> None:
        """Hold or decline the order; raises AlreadyRecorded, NotToBeChecked or MissingReason."""
        self.not_recorded_yet()
        if not reason.strip():
            raise MissingReason
        self.status, self.hold_reason = status, reason.strip()

    def release(self) -> None:
        """Back among the orders to be checked, its reason kept; raises NotHeld."""
        if self.status != OrderStatus.HELD:
            raise NotHeld(reference=self.reference)
        self.status = OrderStatus.RECEIVED

    @property
    def has_left(self) -> bool:
        """Whether some of it has been shipped."""
        return any(line.shipped for line in self.lines)

    def change(self, quantities: Mapping[int, int], promised_on: date | None, today: date) -> None:
        """Other units by line position, or another date; it is to be acknowledged again.

        Raises NotRecorded, NothingChanges, BelowShipped, NothingOrdered or PromiseInThePast.
        """
        if self.status not in STILL_HERE:
            raise NotRecorded(reference=self.reference)
        asked = {n.position: quantities.get(n.position, n.quantity) for n in self.lines}
        same = all(asked[line.position] == line.quantity for line in self.lines)
        if same and promised_on == self.promised_on:
            raise NothingChanges
        for line in self.lines:
            if asked[line.position] < line.shipped:
                raise BelowShipped(line=line.position, shipped=line.shipped)
        if not any(asked.values()):
            raise NothingOrdered
        if promised_on is not None and promised_on < today:
            raise PromiseInThePast
        self._take(asked, promised_on)

    def _take(self, asked: Mapping[int, int], promised_on: date | None) -> None:
        for line in self.lines:
            line.quantity = asked[line.position]
            line.price()
        self.promised_on, self.acknowledged_at = promised_on, None
        if all(line.shipped >= line.quantity for line in self.lines):
            self.status = OrderStatus.SHIPPED

    def cancel(self, reason: str) -> None:
        """Take its effect away; raises NotCancellable, GoodsGone or MissingReason."""
        if self.status in OVER:
            raise NotCancellable(reference=self.reference)
        if self.has_left:
            raise GoodsGone(reference=self.reference)
        if not reason.strip():
            raise MissingReason
        self.status, self.hold_reason = OrderStatus.CANCELLED, reason.strip()

    @property
    def wanted(self) -> dict[int, int]:
        """Units ordered by product id."""
        units: Counter[int] = Counter()
        for line in self.lines:
            units[line.product.id] += line.quantity
        return dict(units)

    def missing(self, reserved: Mapping[int, int]) -> list[tuple[Product, int]]:
        """Products with units neither gone nor set aside (``reserved`` by product id).

        Raises NotRecorded.
        """
        if self.status not in UNDER_WAY:
            raise NotRecorded(reference=self.reference)
        gone: Counter[int] = Counter(reserved)
        for line in self.lines:
            gone[line.product_id] += line.shipped
        products = {line.product_id: line.product for line in self.lines if line.product.stocked}
        short = ((p, self.wanted[key] - gone[key]) for key, p in products.items())
        return [(product, units) for product, units in short if units > 0]


class OrderLine(PricedLine, Base):
    """One line of an order, and how much of it has left (units)."""

    __tablename__ = "order_line"
    __table_args__ = (
        in_run("order_id", "customer_order"),
        in_run("product_id", "product"),
        Index(None, "run_id", "order_id"),
    )

    order_id: Mapped[int]
    product_id: Mapped[int]
    shipped: Mapped[int] = mapped_column(default=0)
    order: Mapped[Order] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )
    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
