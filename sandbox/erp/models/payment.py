"""Bank lines, payments, their reconciliation, and dunning."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.money import format_euros
from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, in_run
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import (
    AbovePayment,
    AlreadyRecordedLine,
    NothingLeft,
    OtherCustomer,
)
from sandbox.erp.models.invoice import Invoice


class DunningLevel(StrEnum):
    """Friendly steps of collection; the formal notice is an act of its own."""

    PRE_REMINDER = "pre_reminder"
    CALL = "call"
    REMINDER_1 = "reminder_1"
    REMINDER_2 = "reminder_2"
    REMINDER_3 = "reminder_3"


class BankLine(Referable, Base):
    """A credit on our bank statement (BQ-), with the payer's text; amount in cents."""

    __tablename__ = "bank_line"
    __kind__ = "Ligne de banque"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        Index(None, "run_id", "recorded"),
    )

    at: Mapped[datetime]
    label: Mapped[str]
    payer: Mapped[str] = mapped_column(default="")
    amount: Mapped[Cents]
    recorded: Mapped[bool] = mapped_column(default=False)

    def take(self) -> None:
        """Make a payment of it, once; raises AlreadyRecordedLine."""
        if self.recorded:
            raise AlreadyRecordedLine(reference=self.reference)
        self.recorded = True

    @property
    def returns(self) -> str:
        """Reference of the payment that an unpaid item takes back: its text ends with it."""
        return self.label.rpartition(" ")[2] if self.amount < 0 else ""

    def names(self, invoice: Invoice) -> bool:
        """Whether the payer or the text points at this invoice or its customer."""
        text = f"{self.payer} {self.label}".casefold()
        return invoice.reference.casefold() in text or invoice.customer.name.casefold() in text


class Payment(Referable, Base):
    """A payment recorded (REG-); ``left`` is not yet reconciled, in cents.

    ``given_back`` went to the customer again: refunded, or the whole of it ``returned`` unpaid.
    """

    __tablename__ = "payment"
    __kind__ = "Règlement"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        in_run("bank_line_id", "bank_line"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    bank_line_id: Mapped[int | None]
    method: Mapped[str] = mapped_column(default="transfer")
    amount: Mapped[Cents]
    left: Mapped[Cents]
    recorded_at: Mapped[datetime]
    given_back: Mapped[Cents] = mapped_column(default=0)
    returned: Mapped[bool] = mapped_column(default=False)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    bank_line: Mapped[BankLine | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer), joinedload(cls.bank_line))

    @property
    def came_on(self) -> date:
        """Company day on which the money came: at the bank, when a line of it says so."""
        return (self.bank_line.at if self.bank_line else self.recorded_at).date()

    def spend(self, amount: Cents, invoice: Invoice) -> None:
        """Give so many cents to an invoice of the one who paid.

        Raises OtherCustomer, NothingLeft or AbovePayment.
        """
        if invoice.customer_id != self.customer_id:
            raise OtherCustomer(invoice=invoice.reference, customer=self.customer.name)
        if self.left <= 0:
            raise NothingLeft(reference=self.reference)
        if amount > self.left:
            raise AbovePayment(
                reference=self.reference,
                amount=format_euros(amount),
                left=format_euros(self.left),
            )
        self.left -= amount

    def give_back(self, amount: Cents) -> None:
        """So many cents of it, that nothing has used, go back to whoever paid."""
        self.left -= amount
        self.given_back = (self.given_back or 0) + amount

    def come_back(self) -> None:
        """It was not honoured: nothing is left of it."""
        self.give_back(self.left)
        self.returned = True


class Reconciliation(InRun, Base):
    """So much of a payment set against an invoice (lettrage); cents."""

    __tablename__ = "reconciliation"
    __table_args__ = (
        in_run("payment_id", "payment"),
        in_run("invoice_id", "invoice"),
        Index(None, "run_id", "invoice_id"),
        Index(None, "run_id", "payment_id"),
    )

    payment_id: Mapped[int]
    invoice_id: Mapped[int]
    amount: Mapped[Cents]
    at: Mapped[datetime]

    payment: Mapped[Payment] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    invoice: Mapped[Invoice] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)


class Dunning(InRun, Base):
    """One dunning step taken on an invoice; amounts in cents at that moment."""

    __tablename__ = "dunning"
    __table_args__ = (in_run("invoice_id", "invoice"), Index(None, "run_id", "invoice_id"))

    invoice_id: Mapped[int]
    level: Mapped[str]
    channel: Mapped[str]
    at: Mapped[datetime]
    balance: Mapped[Cents]
    penalties: Mapped[Cents] = mapped_column(default=0)
    indemnity: Mapped[Cents] = mapped_column(default=0)

    invoice: Mapped[Invoice] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
