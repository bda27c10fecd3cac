"""Trucks at our dock, what we protest to carriers and claim from suppliers, their invoices."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.deadlines import carrier_protest_by, cmr_hidden_damage_by
from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, UnitPrice, in_run
from sandbox.core.pricing import line_net
from sandbox.supply.errors import AlreadyBooked, AlreadyDecidedInvoice, AlreadySettled
from sandbox.supply.models.products import Product, Supplier
from sandbox.supply.models.purchasing import PurchaseOrder, PurchaseOrderLine


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
    damaged: Mapped[dict[str, Any] | None] = mapped_column(JSON)
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

    @property
    def international(self) -> bool:
        """Whether the goods crossed a border: the CMR convention then rules the protest."""
        return self.purchase_order.supplier.country != "FR"

    @property
    def protest_by(self) -> date:
        """Last day to protest to the carrier (C. com. L133-3, or CMR art. 30)."""
        last_day = cmr_hidden_damage_by if self.international else carrier_protest_by
        return last_day(self.at.date())

    @property
    def at_fault(self) -> bool:
        """Whether something was missing or damaged when the goods were booked."""
        return bool(self.damaged) or (self.counted is not None and self.differs(self.counted))

    def book(
        self,
        counted: Mapping[str, int],
        reserves: str,
        at: datetime,
        damaged: Mapping[str, int] | None = None,
    ) -> None:
        """Take down the count and the reserves, once; raises AlreadyBooked."""
        if self.booked_at is not None:
            raise AlreadyBooked(arrival=self.reference)
        self.counted, self.reserves, self.booked_at = dict(counted), reserves, at
        self.damaged = dict(damaged or {})


class ProtestChannel(StrEnum):
    """How a protest travels; only the first two are evidence (C. com. L133-3)."""

    REGISTERED = "registered"
    BAILIFF = "bailiff"
    EMAIL = "email"
    PHONE = "phone"

    @property
    def evidential(self) -> bool:
        """Whether the law takes it."""
        return self in (ProtestChannel.REGISTERED, ProtestChannel.BAILIFF)


class CarrierProtest(Referable, Base):
    """A protest with reasons, sent to the carrier of an arrival (PRO-)."""

    __tablename__ = "carrier_protest"
    __kind__ = "Protestation"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("arrival_id", "arrival"),
        Index(None, "run_id", "arrival_id"),
    )

    arrival_id: Mapped[int]
    at: Mapped[datetime]
    channel: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    last_day: Mapped[date]

    arrival: Mapped[Arrival] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.arrival),)

    @property
    def holds(self) -> bool:
        """Whether it is worth something by law: in time, and by a letter that is evidence."""
        return ProtestChannel(self.channel).evidential and self.at.date() <= self.last_day


class ClaimNature(StrEnum):
    """What we hold against a supplier."""

    MISSING = "missing"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    LATE = "late"
    PRICE = "price"


class ClaimRequest(StrEnum):
    """What we ask of a supplier."""

    DELIVERY = "delivery"
    CREDIT = "credit"
    TAKE_BACK = "take_back"


class SupplierClaim(Referable, Base):
    """A claim on a supplier (LIT-): nature, units of a product, what we ask, what came of it."""

    __tablename__ = "supplier_claim"
    __kind__ = "Litige fournisseur"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("purchase_order_id", "purchase_order"),
        in_run("product_id", "product"),
        Index(None, "run_id", "purchase_order_id"),
        Index(None, "run_id", "outcome"),
    )

    purchase_order_id: Mapped[int]
    product_id: Mapped[int]
    arrival: Mapped[str] = mapped_column(default="")
    nature: Mapped[str]
    quantity: Mapped[int]
    asks: Mapped[str]
    text: Mapped[str] = mapped_column(Text, default="")
    opened_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(default="")
    credit: Mapped[Cents] = mapped_column(default=0)
    closed_at: Mapped[datetime | None]

    purchase_order: Mapped[PurchaseOrder] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.purchase_order).joinedload(PurchaseOrder.supplier),
            joinedload(cls.product),
        )

    def settle(self, outcome: str, credit: Cents, at: datetime) -> None:
        """Take down what the supplier grants; raises AlreadySettled."""
        if self.outcome:
            raise AlreadySettled(reference=self.reference)
        self.outcome, self.credit, self.closed_at = outcome, credit, at


class SupplierInvoiceStatus(StrEnum):
    """Life of a supplier's invoice on our side."""

    RECEIVED = "received"
    APPROVED = "approved"
    DISPUTED = "disputed"


class SupplierInvoice(Referable, Base):
    """An invoice that a supplier sends us (FF-): to be matched with the order and the receipts."""

    __tablename__ = "supplier_invoice"
    __kind__ = "Facture fournisseur"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("purchase_order_id", "purchase_order"),
        in_run("supplier_id", "supplier"),
        Index(None, "run_id", "purchase_order_id"),
        Index(None, "run_id", "status"),
    )

    number: Mapped[str]
    purchase_order_id: Mapped[int]
    supplier_id: Mapped[int]
    status: Mapped[str] = mapped_column(default=SupplierInvoiceStatus.RECEIVED)
    received_at: Mapped[datetime]
    issued_on: Mapped[date]
    due_on: Mapped[date]
    carriage: Mapped[Cents] = mapped_column(default=0)
    net: Mapped[Cents]
    vat: Mapped[Cents]
    gross: Mapped[Cents]
    matched_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(Text, default="")

    purchase_order: Mapped[PurchaseOrder] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    supplier: Mapped[Supplier] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["SupplierInvoiceLine"]] = relationship(
        order_by="SupplierInvoiceLine.id",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="invoice",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.supplier),
            joinedload(cls.purchase_order)
            .selectinload(PurchaseOrder.lines)
            .joinedload(PurchaseOrderLine.product),
            selectinload(cls.lines).joinedload(SupplierInvoiceLine.product),
        )

    def decide(self, status: SupplierInvoiceStatus, at: datetime, reason: str = "") -> None:
        """Approve or dispute, the latter for a while; raises AlreadyDecidedInvoice."""
        if self.status == SupplierInvoiceStatus.APPROVED or self.status == status:
            raise AlreadyDecidedInvoice(invoice=self.reference)
        self.status, self.decided_at, self.reason = status, at, reason


class SupplierInvoiceLine(InRun, Base):
    """Units invoiced to us, and their price."""

    __tablename__ = "supplier_invoice_line"
    __table_args__ = (
        in_run("invoice_id", "supplier_invoice"),
        in_run("product_id", "product"),
        Index(None, "run_id", "invoice_id"),
    )

    invoice_id: Mapped[int]
    product_id: Mapped[int]
    quantity: Mapped[int]
    unit_price: Mapped[UnitPrice]

    invoice: Mapped[SupplierInvoice] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )
    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @property
    def net(self) -> Cents:
        """Net of the line, in cents."""
        return line_net(self.quantity, self.unit_price)
