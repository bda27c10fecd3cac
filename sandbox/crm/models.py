"""Customers, their contacts, and the mailbox."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Rate, Referable, in_run
from sandbox.core.procedures import CreditProcedure


class Channel(StrEnum):
    """How a message travels."""

    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    REGISTERED = "registered"
    CHAT = "chat"


class MailFolder(StrEnum):
    """Where a message is kept: in its own box (received or sent), put away, or in the bin."""

    BOX = "box"
    ARCHIVED = "archived"
    TRASH = "trash"


_EXPECTED = ("street", "postcode", "town", "email", "phone")
# A foreign business has neither SIREN nor address on a French invoicing platform.
_OF_A_BUSINESS = {
    True: ("siren", "siret", "vat_number", "platform_address"),
    False: ("vat_number",),
}


class Customer(Referable, Base):
    """A customer's record; without ``known_since``, nobody has traded with them yet.

    ``monthly_invoice`` asks for one invoice of all that left in a month (CGI art. 289-I-3).
    ``last_contact_on`` is when a prospect last got in touch, before what the messages tell.
    """

    __tablename__ = "customer"
    __kind__ = "Client"
    __table_args__ = (UniqueConstraint("run_id", "reference"), Index(None, "run_id", "name"))

    name: Mapped[str]
    business: Mapped[bool] = mapped_column(default=True)
    segment: Mapped[str] = mapped_column(default="small")
    siren: Mapped[str] = mapped_column(default="")
    siret: Mapped[str] = mapped_column(default="")
    vat_number: Mapped[str] = mapped_column(default="")
    platform_address: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="FR")
    delivery_street: Mapped[str] = mapped_column(default="")
    delivery_postcode: Mapped[str] = mapped_column(default="")
    delivery_town: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    preferred_channel: Mapped[str] = mapped_column(default=Channel.EMAIL)
    terms: Mapped[str] = mapped_column(default="net_30")
    monthly_invoice: Mapped[bool] = mapped_column(default=False)
    discount: Mapped[Rate] = mapped_column(default=0)
    credit_limit: Mapped[Cents] = mapped_column(default=0)
    mean_order: Mapped[Cents] = mapped_column(default=0)
    health: Mapped[str] = mapped_column(default="")
    known_since: Mapped[date | None]
    last_contact_on: Mapped[date | None]
    practice: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")
    # Rows of the same table: the record kept after a merge, the parent company of the group.
    merged_into_id: Mapped[int | None]
    parent_id: Mapped[int | None]

    contacts: Mapped[list["Contact"]] = relationship(
        order_by="Contact.id", lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="customer"
    )
    consents: Mapped[list["Consent"]] = relationship(
        order_by="Consent.id", lazy="raise_on_sql", overlaps=SAME_RUN, viewonly=True
    )

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the fields that a complete record has and this one lacks."""
        expected: tuple[str, ...] = _EXPECTED
        if self.business:
            expected = (*_OF_A_BUSINESS[self.country == "FR"], *_EXPECTED)
        return tuple(name for name in expected if not getattr(self, name))

    def unusual(self, gross: int, credit: CreditProcedure) -> bool:
        """Whether cents with tax are unusual for this customer, as the procedure counts."""
        return credit.unusual(gross, self.mean_order, self.credit_limit)


class Contact(InRun, Base):
    """Somebody at a customer's, until they leave.

    ``need`` is how to reach them (writing only, large print…): the need, never the reason.
    """

    __tablename__ = "contact"
    __table_args__ = (in_run("customer_id", "customer"), Index(None, "run_id", "customer_id"))

    customer_id: Mapped[int]
    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    preferred_channel: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="fr")
    need: Mapped[str] = mapped_column(default="")
    left_on: Mapped[date | None]

    customer: Mapped[Customer] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="contacts"
    )


class Consent(InRun, Base):
    """What somebody at a customer's, or the customer (no ``contact_id``), allows or refuses.

    The last row about a way (``reach``) counts; ``proof`` says where the choice can be read.
    """

    __tablename__ = "consent"
    __table_args__ = (
        in_run("customer_id", "customer"),
        in_run("contact_id", "contact"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    contact_id: Mapped[int | None]
    reach: Mapped[str]
    choice: Mapped[str]
    basis: Mapped[str]
    proof: Mapped[str] = mapped_column(default="")
    chosen_on: Mapped[date]

    contact: Mapped[Contact | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)


class Message(Referable, Base):
    """A mail, call note or letter, received (no ``to_key``) or sent; ``about`` names a document.

    ``labels`` are between bars (« |urgent|litige| »), ``copies`` [key, name], ``attachments``
    [row of the archive, title]. ``link`` is what the text asks to click; ``fraudulent`` is never
    shown: the learner is to see it.
    """

    __tablename__ = "message"
    __kind__ = "Message"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "outgoing", "at"),
        Index(None, "run_id", "customer_id"),
    )

    at: Mapped[datetime]
    folder: Mapped[str] = mapped_column(default=MailFolder.BOX)
    labels: Mapped[str] = mapped_column(Text, default="")
    flagged: Mapped[bool] = mapped_column(default=False)
    copies: Mapped[list[Any]] = mapped_column(JSON, default=list)
    attachments: Mapped[list[Any]] = mapped_column(JSON, default=list)
    receipt_asked: Mapped[bool] = mapped_column(default=False)
    receipt_at: Mapped[datetime | None]
    link: Mapped[str] = mapped_column(default="")
    fraudulent: Mapped[bool] = mapped_column(default=False)
    reported_at: Mapped[datetime | None]
    outgoing: Mapped[bool] = mapped_column(default=False)
    channel: Mapped[str] = mapped_column(default=Channel.EMAIL)
    topic: Mapped[str]
    family: Mapped[str]
    sender_key: Mapped[str] = mapped_column(default="")
    sender_name: Mapped[str] = mapped_column(default="")
    to_key: Mapped[str] = mapped_column(default="")
    to_name: Mapped[str] = mapped_column(default="")
    subject: Mapped[str]
    body: Mapped[str] = mapped_column(Text)
    customer_id: Mapped[int | None]
    about: Mapped[str | None]
    answers: Mapped[str | None]
    proposal: Mapped[str | None]
    read_at: Mapped[datetime | None]

    customer: Mapped[Customer | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    @property
    def unread(self) -> bool:
        """Whether it came in and was not opened."""
        return not self.outgoing and self.read_at is None

    @property
    def tags(self) -> tuple[str, ...]:
        """The labels, one by one."""
        return tuple(label for label in self.labels.split("|") if label)
