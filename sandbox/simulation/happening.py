"""What may come about in a story: conditions on the journal, and the things that happen."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from sandbox.core.units import Cents, Minutes, Rate, UnitPrice
from sandbox.crm.models import Channel
from sandbox.erp.models import OrderChannel


@dataclass(frozen=True)
class LineSheet:
    """A line of an order or invoice: catalogue price and the customer's discount if left out."""

    product: str
    quantity: int
    discount: Rate | None = None
    unit_price: UnitPrice | None = None


@dataclass(frozen=True)
class Condition:
    """An entry of the journal: its verb, and the values that it must hold (or its reference).

    A list means any of its values, ``later_date:*`` what begins so, ``{from: 1, to: 5}`` a range.
    """

    verb: str
    where: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class After(Condition):
    """Once such an entry is made, so many working minutes later."""

    delay: Minutes = 0


@dataclass(frozen=True)
class MessageSheet:
    """A message that lands; ``from`` is a reference (CLI-0001, FOU-0001, TRA-01) or a post.

    « stranger: name » is nobody's; ``link`` is what the text asks to click on.
    """

    sender: str = field(metadata={"key": "from"})
    topic: str
    subject: str
    body: str
    channel: Channel = Channel.EMAIL
    customer: str | None = None
    about: str | None = None
    language: Literal["fr", "en"] = "fr"
    link: str = ""
    fraudulent: bool = False


@dataclass(frozen=True)
class OrderSheet:
    """An order that arrives without a quote of ours; some bear no number."""

    customer: str
    lines: tuple[LineSheet, ...]
    reference: str = ""
    requested_on: date | None = None
    channel: OrderChannel = OrderChannel.MAIL


@dataclass(frozen=True)
class CreditSheet:
    """Money that lands on the bank account."""

    amount: Cents
    label: str
    customer: str | None = None
    payer: str = ""


@dataclass(frozen=True)
class DelaySheet:
    """A supplier puts off a purchase order (CF-2026-000001) that was open at the start."""

    purchase: str
    confirmed_on: date


@dataclass(frozen=True)
class CallSheet:
    """The telephone rings: who calls, which conversation of ``dialogues/telephone.yaml``."""

    caller: str = field(metadata={"key": "from"})
    dialogue: str
    about: str | None = None


@dataclass(frozen=True)
class OldPaperSheet:
    """A paper of former years; ``from`` or to whom it went, and the kind of firm that this is."""

    kind: str
    number: str
    dated: date
    partner_name: str = field(metadata={"key": "name"})
    partner: Literal["customer", "supplier", "carrier"] = "customer"
    direction: Literal["issued", "received"] = "issued"


@dataclass(frozen=True)
class NewsSheet:
    """News of the company; prices change, or a product stops, from a day on (at once if left out).

    ``instead`` is what replaces a product that stops, or the greener one to offer in its place.
    """

    title: str
    text: str
    kind: Literal["tariff", "discontinued", "procedure", "greener", "other"] = "other"
    from_on: date | None = None
    prices: dict[str, UnitPrice] = field(default_factory=dict)
    product: str = ""
    instead: str = ""

    def __post_init__(self) -> None:
        if (self.kind == "tariff") != bool(self.prices):
            raise ValueError("« prices » va avec « kind: tariff », et lui seul.")
        if self.kind in ("discontinued", "greener") and not self.product:
            raise ValueError(f"« kind: {self.kind} » demande « product ».")


@dataclass(frozen=True)
class IncidentSheet:
    """Another incident strikes, with some of its parameters."""

    incident: str
    params: dict[str, Any] = field(default_factory=dict, metadata={"key": "with"})


@dataclass(frozen=True, kw_only=True)
class Happening:
    """What may come about: a message, an order, money, a delay, a call, papers, news, an incident.

    ``loyalty`` moves the regard of customers (reference to points) for us.
    """

    message: MessageSheet | None = None
    order: OrderSheet | None = None
    credit: CreditSheet | None = None
    delay: DelaySheet | None = None
    call: CallSheet | None = None
    papers: tuple[OldPaperSheet, ...] = ()
    news: NewsSheet | None = None
    incident: IncidentSheet | None = None
    loyalty: dict[str, int] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing comes about."""
        parts = (self.message, self.order, self.credit, self.delay, self.call, self.incident)
        return not (any(parts) or self.papers or self.news or self.loyalty)


@dataclass(frozen=True, kw_only=True)
class Episode(Happening):
    """One thing that happens: at a time or after an entry, unless another entry has been made."""

    name: str
    at: datetime | None = None
    after: After | None = None
    unless: Condition | None = None

    def __post_init__(self) -> None:
        if (self.at is None) == (self.after is None):
            raise ValueError("il faut « at » (une date et une heure) ou « after », l'un des deux.")
        if self.empty:
            keys = ("message", "order", "credit", "delay", "call", "papers", "news", "incident")
            wanted = ", ".join(f"« {key} »" for key in keys)
            raise ValueError(f"rien n'arrive : écrire l'un de {wanted}.")
