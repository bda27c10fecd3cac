"""Verbs of the sales desk: quotes, orders, credit, approvals, deliveries."""

from dataclasses import dataclass
from datetime import date, datetime

from sandbox.journal.payloads.base import Line, Payload


@dataclass(frozen=True)
class QuoteDrawnUp(Payload, verb="quote.drawn_up"):
    """A draft quote was made or changed; amounts in cents, rates in hundredths of a %."""

    customer: str
    lines: tuple[Line, ...]
    net: int
    gross: int
    highest_discount: int
    enquiry: str | None
    quote_version: int = 1


@dataclass(frozen=True)
class QuoteVersionMade(Payload, verb="quote.version_made"):
    """The next version of a quote is being drawn up, under the alias ``draft``."""

    customer: str
    draft: str
    quote_version: int


@dataclass(frozen=True)
class QuoteReplaced(Payload, verb="quote.replaced"):
    """A later version, the quote ``by``, took its place."""

    customer: str
    by: str


@dataclass(frozen=True)
class QuoteSent(Payload, verb="quote.sent"):
    """A quote left; ``asked_at`` is when the complete enquiry landed.

    ``highest_discount`` is against the list price; ``grid_discount`` is the customer's by contract;
    ``carriage`` net in cents; ``deposit_asked`` with tax, in cents; ``early_payment`` a rate.
    ``replaces`` is the version before.
    """

    alias: str
    customer: str
    new_customer: bool
    net: int
    gross: int
    highest_discount: int
    valid_until: date
    enquiry: str | None
    asked_at: datetime | None
    approval: str | None
    cautions: tuple[str, ...]
    grid_discount: int = 0
    carriage: int | None = None
    unusual: bool = False
    quote_version: int = 1
    replaces: str | None = None
    deposit_kind: str = ""
    deposit_asked: int = 0
    early_payment: int = 0


@dataclass(frozen=True)
class QuoteFollowedUp(Payload, verb="quote.followed_up"):
    """The learner asked the customer for an answer."""

    customer: str
    sent_on: date
    valid_until: date


@dataclass(frozen=True)
class QuoteAccepted(Payload, verb="quote.accepted"):
    """The customer said yes; ``taken`` are the products of the options that it takes."""

    customer: str
    taken: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuoteDeclined(Payload, verb="quote.declined"):
    """The customer said no; ``reason`` is one of the closed list."""

    customer: str
    reason: str


@dataclass(frozen=True)
class QuoteExpired(Payload, verb="quote.expired"):
    """The validity passed without an answer."""

    customer: str


@dataclass(frozen=True)
class OrderReceived(Payload, verb="order.received"):
    """A customer's order landed, to be checked; ``differences`` are those from the quote."""

    customer: str
    quote: str | None
    customer_reference: str
    new_customer: bool
    unusual: bool
    net: int
    gross: int
    requested_on: date | None
    differences: tuple[str, ...]
    channel: str = "mail"


@dataclass(frozen=True)
class OrderCompared(Payload, verb="order.compared"):
    """The learner laid the order beside the quote."""

    customer: str
    quote: str | None
    differences: tuple[str, ...]


@dataclass(frozen=True)
class DifferencesRaised(Payload, verb="order.differences_raised"):
    """The learner told the customer of the differences."""

    customer: str
    differences: tuple[str, ...]


@dataclass(frozen=True)
class OrderCorrected(Payload, verb="order.corrected"):
    """The order now says what the quote says."""

    customer: str
    gross: int
    by_agreement: bool


@dataclass(frozen=True)
class OutstandingConsulted(Payload, verb="outstanding.consulted"):
    """Three lines and a sum, in cents: official outstanding, house exposure, limit."""

    customer: str
    about: str | None
    invoiced_unpaid: int
    orders_not_invoiced: int
    this_order: int
    outstanding: int
    exposure: int
    limit: int
    oldest_overdue_days: int


@dataclass(frozen=True)
class ApprovalRequested(Payload, verb="approval.requested"):
    """The learner asked a post for a decision on a document."""

    kind: str
    about: str
    customer: str
    post: str
    amount: int
    needed: bool
    options: bool
    recommendation: bool


@dataclass(frozen=True)
class ApprovalDecided(Payload, verb="approval.decided"):
    """The post answered; ``granted`` or not."""

    kind: str
    about: str
    customer: str
    granted: bool


@dataclass(frozen=True)
class OrderRecorded(Payload, verb="order.recorded"):
    """The order was recorded: what was known and what stood against it at that moment (cents).

    ``missing`` names the fields that the customer's record lacked.
    """

    customer: str
    quote: str | None
    lines: tuple[Line, ...]
    net: int
    gross: int
    promised_on: date
    available_on: date
    requested_on: date | None
    outstanding: int
    exposure: int
    limit: int
    excess: int
    new_customer: bool
    unusual: bool
    differences: tuple[str, ...]
    quote_expired: bool
    approval: str | None
    cautions: tuple[str, ...]
    missing: tuple[str, ...] | None = None


@dataclass(frozen=True)
class OrderHeld(Payload, verb="order.held"):
    """The order waits; ``words`` counts those of the reason, which stays on the order."""

    customer: str
    words: int


@dataclass(frozen=True)
class OrderReleased(Payload, verb="order.released"):
    """A held order may be decided on again; ``excess`` over the limit in cents at that moment."""

    customer: str
    ground: str
    excess: int
    approval: str | None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class OrderDeclined(Payload, verb="order.declined"):
    """The order was turned down in so many words; ``excess`` over the limit in cents."""

    customer: str
    words: int
    excess: int


@dataclass(frozen=True)
class OrderAcknowledged(Payload, verb="order.acknowledged"):
    """The acknowledgement left, with lines, price and date."""

    customer: str
    gross: int
    promised_on: date


@dataclass(frozen=True)
class DeliveryPrepared(Payload, verb="delivery.prepared"):
    """A delivery note was prepared; ``backorder`` units stay to be delivered."""

    order: str
    customer: str
    quantity: int
    backorder: int


@dataclass(frozen=True)
class CarrierChosen(Payload, verb="delivery.carrier_chosen"):
    """A carrier was chosen; price in cents, arrival as announced."""

    order: str
    carrier: str
    price: int
    arrives_on: date


@dataclass(frozen=True)
class DeliveryShipped(Payload, verb="delivery.shipped"):
    """The goods left; ``promised_on`` is what the customer was told.

    ``monthly`` when the customer asks for one invoice a month.
    """

    order: str
    customer: str
    carrier: str
    quantity: int
    arrives_on: date
    promised_on: date
    cautions: tuple[str, ...]
    monthly: bool = False


@dataclass(frozen=True)
class DeliveryDelivered(Payload, verb="delivery.delivered"):
    """The customer signed the delivery note."""

    order: str
    customer: str
    promised_on: date
