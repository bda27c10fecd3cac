"""Quotes: what we offer, until when, at which price."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.calendar import add_working_days
from sandbox.core.orm import SAME_RUN, Base, Rate, Referable, in_run
from sandbox.core.units import Days
from sandbox.crm.models import Customer, Message
from sandbox.erp.errors.offering import (
    AcceptedQuote,
    NoFirmLine,
    NotAnOption,
    RefusalUntold,
    ReplacedQuote,
    StillADraft,
)
from sandbox.erp.errors.selling import AlreadySent, EmptyQuote, ExpiredQuote, NotSent
from sandbox.erp.models.offer import Offered
from sandbox.erp.models.priced import PricedLine
from sandbox.supply.models import Product


class QuoteStatus(StrEnum):
    """Life of a quote."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    REPLACED = "replaced"


class RefusalReason(StrEnum):
    """Why a customer says no to a quote."""

    PRICE = "price"
    TIMING = "timing"
    COMPETITOR = "competitor"
    STOPPED = "stopped"
    OTHER = "other"


class Quote(Offered, Referable, Base):
    """An offer; once sent it never changes (C. civ. 1116): a new version takes its place.

    ``signed_by`` is who wrote « bon pour accord » on the copy that came back.
    Versions of one offer share ``origin_id``, the id of the first; the first has none.
    """

    __tablename__ = "quote"
    __kind__ = "Devis"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        in_run("enquiry_id", "message"),
        Index(None, "run_id", "customer_id"),
        Index(None, "run_id", "status"),
        Index(None, "run_id", "origin_id"),
    )

    customer_id: Mapped[int]
    enquiry_id: Mapped[int | None]
    status: Mapped[str] = mapped_column(default=QuoteStatus.DRAFT)
    drawn_up_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    valid_until: Mapped[date | None]
    requested_on: Mapped[date | None]
    followed_up_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    signed_by: Mapped[str] = mapped_column(default="")
    refusal: Mapped[str] = mapped_column(default="")
    refusal_words: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    origin_id: Mapped[int | None]

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    enquiry: Mapped[Message | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["QuoteLine"]] = relationship(
        order_by="QuoteLine.position",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="quote",
        cascade="all, delete-orphan",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.customer),
            joinedload(cls.enquiry),
            selectinload(cls.lines).joinedload(QuoteLine.product),
        )

    @property
    def alias(self) -> str:
        """Reference that the quote bore as a draft."""
        return f"DE-B{self.id}"

    @property
    def validity_days(self) -> Days:
        """Days that the draft is to be valid, from the day it leaves."""
        return (self.valid_until - self.drawn_up_at.date()).days if self.valid_until else 0

    @property
    def left_on(self) -> date:
        """Day the quote left; that of the draft until then."""
        return (self.sent_at or self.drawn_up_at).date()

    @property
    def ends_on(self) -> date:
        """Last day of the offer."""
        return self.valid_until or self.left_on

    @property
    def firm_lines(self) -> list["QuoteLine"]:
        """Lines that the totals count."""
        return [line for line in self.lines if not line.optional]

    @property
    def options(self) -> list["QuoteLine"]:
        """Lines that the customer may take or leave."""
        return [line for line in self.lines if line.optional]

    @property
    def agreed_lines(self) -> list["QuoteLine"]:
        """Firm lines, and the options that were taken."""
        return [line for line in self.lines if line.taken or not line.optional]

    @property
    def highest_discount(self) -> Rate:
        """The most that a line gives away against the list price."""
        return max((line.discount_from(line.product.price) for line in self.lines), default=0)

    @property
    def family(self) -> int:
        """Id of the first version of the offer."""
        return self.origin_id or self.id

    def to_replace(self) -> None:
        """Raise unless a new version may take its place: StillADraft, AcceptedQuote, ReplacedQuote.

        A refused or expired offer may be made again (C. civ. 1117).
        """
        refusals = {
            QuoteStatus.DRAFT: StillADraft,
            QuoteStatus.ACCEPTED: AcceptedQuote,
            QuoteStatus.REPLACED: ReplacedQuote,
        }
        if refusal := refusals.get(QuoteStatus(self.status)):
            raise refusal(reference=self.reference)

    def still_draft(self) -> None:
        """Raise AlreadySent once the quote has left."""
        if self.status != QuoteStatus.DRAFT:
            raise AlreadySent(reference=self.reference)

    def ready(self) -> None:
        """Raise AlreadySent, EmptyQuote or NoFirmLine when the quote cannot leave."""
        self.still_draft()
        if not self.lines:
            raise EmptyQuote(reference=self.reference)
        if not self.firm_lines:
            raise NoFirmLine(reference=self.reference)

    def send(self, at: datetime, reference: str) -> None:
        """Let the quote leave under its number: its validity runs from that day."""
        self.valid_until = at.date() + timedelta(days=self.validity_days)
        self.reference, self.status, self.sent_at = reference, QuoteStatus.SENT, at

    def awaited(self) -> None:
        """Raise NotSent unless the customer's answer is awaited."""
        if self.status != QuoteStatus.SENT:
            raise NotSent(reference=self.reference)

    def lapsed(self, on: date) -> bool:
        """Whether the offer is over by that day (its last day is still good)."""
        return on > self.ends_on

    def follow_up_from(self, after: Days) -> date:
        """First day of a follow-up, in working days after the quote left."""
        return add_working_days(self.left_on, after)

    def accept(self, at: datetime, options: Sequence[int] = ()) -> None:
        """The customer's yes, with the options at these positions.

        Raises NotSent, ExpiredQuote after the validity (C. civ. 1117), or NotAnOption.
        """
        self.awaited()
        if self.lapsed(at.date()):
            raise ExpiredQuote(reference=self.reference, valid_until=self.ends_on)
        known = {line.position: line for line in self.options}
        for position in options:
            if position not in known:
                raise NotAnOption(reference=self.reference, line=position)
            known[position].taken = True
        self.status, self.answered_at = QuoteStatus.ACCEPTED, at

    def decline(self, reason: RefusalReason, words: str, at: datetime) -> None:
        """The customer's no and why; raises NotSent, or RefusalUntold for another reason untold."""
        if reason == RefusalReason.OTHER and not words.strip():
            raise RefusalUntold
        self.close(QuoteStatus.DECLINED, at)
        self.refusal, self.refusal_words = reason, words.strip()

    def close(self, status: QuoteStatus, at: datetime) -> None:
        """The customer's no, or silence until the end; raises NotSent."""
        self.awaited()
        self.status, self.answered_at = status, at


class QuoteLine(PricedLine, Base):
    """One line of a quote; an ``optional`` one is not in the totals, ``taken`` if accepted."""

    __tablename__ = "quote_line"
    __table_args__ = (
        in_run("quote_id", "quote"),
        in_run("product_id", "product"),
        Index(None, "run_id", "quote_id"),
    )

    quote_id: Mapped[int]
    product_id: Mapped[int]
    optional: Mapped[bool] = mapped_column(default=False)
    taken: Mapped[bool] = mapped_column(default=False)
    quote: Mapped[Quote] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )
    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
