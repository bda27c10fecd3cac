"""Invoices and credit notes: issued once, never changed (CGI 289, ann. II 242 nonies A)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.dunning import days_late
from sandbox.core.money import format_euros
from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import (
    AboveDebt,
    AlreadyCredited,
    AlreadyPaid,
    NotAPromise,
    NothingDue,
    NothingLeft,
    NotTheirStatus,
    PlatformHasAnswered,
    WrongReason,
)
from sandbox.erp.models.delivery import DeliveryNote
from sandbox.erp.models.order import Order
from sandbox.erp.models.order_life import OrderStatus
from sandbox.erp.models.priced import Amounts, PricedLine
from sandbox.erp.platform.reasons import allowed
from sandbox.erp.platform.roads import Road, road_of
from sandbox.erp.platform.statuses import Party, Status, may_follow, may_set
from sandbox.supply.models import Product


class PlatformStatus(StrEnum):
    """Where an e-invoice stands with the approved platform."""

    PENDING = "pending"
    DEPOSITED = "deposited"
    REJECTED = "rejected"
    REFUSED = "refused"
    CASHED = "cashed"


_SUMMARY = {
    Status.REFUSED: PlatformStatus.REFUSED,
    Status.CASHED: PlatformStatus.CASHED,
    Status.REJECTED: PlatformStatus.REJECTED,
}
# Books opened with the run say the summary alone.
_LAST = {
    PlatformStatus.PENDING: Status.NONE,
    PlatformStatus.DEPOSITED: Status.AVAILABLE,
    PlatformStatus.REFUSED: Status.REFUSED,
    PlatformStatus.CASHED: Status.CASHED,
    PlatformStatus.REJECTED: Status.REJECTED,
}


class Invoice(Amounts, Referable, Base):
    """A definitive invoice; ``balance`` is what is left to pay, in cents.

    ``credited_amount`` is what credit notes took off that balance, ``credited`` says that one took
    the whole invoice back; ``packaging_deposit`` is the part of it that is no sale.
    ``advance`` says what a deposit invoice asks for; a final one has ``deductions``, the deposit
    invoices it takes off by reference and cents, and their sum ``deducted``.
    A ``periodic`` one covers several delivery notes (``InvoicedDelivery``) and has no order of its
    own.
    ``lifecycle`` is the last status that the platform knows, ``addressee`` the identifiers of the
    customer as the invoice bears them: correcting the record later changes neither.
    """

    __tablename__ = "invoice"
    __kind__ = "Facture"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        in_run("order_id", "customer_order"),
        in_run("delivery_id", "delivery_note"),
        Index(None, "run_id", "customer_id"),
        Index(None, "run_id", "due_on"),
    )

    customer_id: Mapped[int]
    order_id: Mapped[int | None]
    delivery_id: Mapped[int | None]
    issued_on: Mapped[date]
    supplied_on: Mapped[date]
    due_on: Mapped[date]
    terms: Mapped[str]
    balance: Mapped[Cents]
    platform_status: Mapped[str] = mapped_column(default=PlatformStatus.PENDING)
    platform_reason: Mapped[str] = mapped_column(default="")
    lifecycle: Mapped[int] = mapped_column(default=0)
    addressee: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    dunning_level: Mapped[str] = mapped_column(default="")
    dunned_at: Mapped[datetime | None]
    promised_on: Mapped[date | None]
    credited: Mapped[bool] = mapped_column(default=False)
    credited_amount: Mapped[Cents] = mapped_column(default=0)
    packaging_deposit: Mapped[Cents] = mapped_column(default=0)
    advance: Mapped[str] = mapped_column(default="")
    deductions: Mapped[list[Any]] = mapped_column(JSON, default=list)
    deducted: Mapped[Cents] = mapped_column(default=0)
    periodic: Mapped[bool] = mapped_column(default=False)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    order: Mapped[Order | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    delivery: Mapped[DeliveryNote | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["InvoiceLine"]] = relationship(
        order_by="InvoiceLine.position",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="invoice",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.customer),
            joinedload(cls.order),
            joinedload(cls.delivery),
            selectinload(cls.lines).joinedload(InvoiceLine.product),
        )

    @property
    def paid(self) -> Cents:
        """What was paid of it so far, in cents."""
        return self.gross - (self.deducted or 0) - self.balance - self.credited_amount

    def days_late(self, today: date) -> int:
        """Days past the due date while something is owed; zero or negative before it."""
        return days_late(self.due_on, today) if self.balance > 0 else 0

    @property
    def order_number(self) -> str:
        """The customer's order number as the invoice bears it."""
        said = self.addressee.get("order_number") if self.addressee else None
        return (
            str(said) if said is not None else self.order.customer_reference if self.order else ""
        )

    @property
    def road(self) -> Road:
        """How the invoice travels."""
        return road_of(self.customer)

    @property
    def stopped(self) -> bool:
        """Whether it was rejected or refused: it must be cancelled and issued anew."""
        return self.last_status.is_terminal

    @property
    def last_status(self) -> Status:
        """The last official status."""
        if self.lifecycle:
            return Status(self.lifecycle)
        last = _LAST[PlatformStatus(self.platform_status or PlatformStatus.PENDING)]
        return last if last != Status.AVAILABLE or self.road.transmitted else Status.DEPOSITED

    def follow(self, party: Party, status: Status, reason: str = "") -> None:
        """Take a status in; raises NotTheirStatus, WrongReason or PlatformHasAnswered."""
        if not may_set(party, status):
            raise NotTheirStatus(party=party.label, status=f"{status} {status.label}")
        if not allowed(status, reason, public=self.road == Road.PUBLIC):
            raise WrongReason(reason=reason or "—", status=f"{status} {status.label}")
        if not self._may_follow(party, status):
            raise PlatformHasAnswered(reference=self.reference)
        self.lifecycle = status
        self.platform_reason = reason
        if self.platform_status != PlatformStatus.CASHED:
            self.platform_status = _SUMMARY.get(status, PlatformStatus.DEPOSITED)

    def _may_follow(self, party: Party, status: Status) -> bool:
        """Nobody receives what is not transmitted: it is deposited or rejected, no more."""
        here = self.road.transmitted or status in (Status.DEPOSITED, Status.REJECTED)
        return here and may_follow(party, status, self.last_status)

    def deduct(self, deposit: str, amount: Cents) -> None:
        """Take a deposit invoice off what is due, so many cents of it."""
        self.deductions = [*(self.deductions or ()), [deposit, amount]]
        self.deducted = (self.deducted or 0) + amount
        self.balance -= amount

    def cancel(self) -> None:
        """A whole credit note takes it back; raises AlreadyCredited or AlreadyPaid."""
        if self.credited or self.credited_amount:
            raise AlreadyCredited(reference=self.reference)
        if self.paid:
            raise AlreadyPaid(reference=self.reference)
        self.credited, self.credited_amount, self.balance = True, self.balance, 0
        if self.delivery_id is not None and self.delivery is not None:
            self.delivery.invoiced = False
        order = self.order if self.order_id is not None else None
        if order is not None and order.status == OrderStatus.INVOICED:
            order.status = OrderStatus.SHIPPED

    def take_off(self, amount: Cents) -> Cents:
        """A credit note takes so many cents off; returns what was already paid of them.

        Raises AlreadyCredited when the whole invoice was taken back.
        """
        if self.credited:
            raise AlreadyCredited(reference=self.reference)
        taken = min(amount, self.balance)
        self.balance -= taken
        self.credited_amount += taken
        return amount - taken

    def settle(self, amount: Cents) -> bool:
        """Take so many cents off what is due; whether nothing is left.

        Raises NothingLeft or AboveDebt.
        """
        if self.balance <= 0:
            raise NothingLeft(reference=self.reference)
        if amount > self.balance:
            raise AboveDebt(
                reference=self.reference,
                amount=format_euros(amount),
                balance=format_euros(self.balance),
            )
        self.balance -= amount
        if not self.balance:
            if self._may_follow(Party.SELLER, Status.CASHED):
                self.lifecycle = Status.CASHED
            self.platform_status = PlatformStatus.CASHED
        return not self.balance

    def owe_again(self, amount: Cents) -> None:
        """A payment of so many cents did not pay it after all; the platform keeps what it knows."""
        self.balance += amount
        if self.platform_status == PlatformStatus.CASHED:
            self.platform_status = PlatformStatus.DEPOSITED

    def must_be_owed(self) -> None:
        """Raises NothingDue once paid or cancelled."""
        if self.balance <= 0:
            raise NothingDue(reference=self.reference)

    def promise(self, promised_on: date, today: date) -> None:
        """The customer gives a day; raises NothingDue or NotAPromise."""
        self.must_be_owed()
        if promised_on < today:
            raise NotAPromise
        self.promised_on = promised_on


class InvoiceLine(PricedLine, Base):
    """One line of an invoice: goods or services, or the deposit of packaging lent.

    The latter has no product but the code of its ``packaging``; it stays out of the VAT base as
    long as the packaging is to be given back. In a periodic invoice a line says on which
    ``delivery`` note it left.
    """

    __tablename__ = "invoice_line"
    __table_args__ = (
        in_run("invoice_id", "invoice"),
        in_run("product_id", "product"),
        Index(None, "run_id", "invoice_id"),
    )

    invoice_id: Mapped[int]
    product_id: Mapped[int | None]
    packaging: Mapped[str] = mapped_column(default="")
    delivery: Mapped[str] = mapped_column(default="")
    invoice: Mapped[Invoice] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )
    product: Mapped[Product | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @property
    def lent(self) -> str:
        return self.packaging
