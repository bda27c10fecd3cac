"""What scenario files hold: the brief, the books at the start, and what is going to happen."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sandbox.core.run import Mode
from sandbox.core.units import Cents, Minutes, Rate, UnitPrice
from sandbox.crm.models import Channel
from sandbox.simulation.characters import Characters


@dataclass(frozen=True)
class LineSheet:
    """A line of an order or invoice: catalogue price and the customer's discount if left out."""

    product: str
    quantity: int
    discount: Rate | None = None
    unit_price: UnitPrice | None = None


@dataclass(frozen=True)
class PastInvoice:
    """An invoice issued before the start, from an order delivered the day it was issued.

    Paid before the start, it is history; paid later, the money lands that morning; never, it stays
    unpaid unless the customer's character decides otherwise.
    """

    customer: str
    issued_on: date
    lines: tuple[LineSheet, ...]
    paid_on: date | None = None
    customer_reference: str = ""
    bank_label: str = ""


@dataclass(frozen=True)
class PastPurchase:
    """A purchase order still open at the start; ``short`` units will be missing from the truck."""

    supplier: str
    sent_on: date
    lines: tuple[LineSheet, ...]
    confirmed_on: date | None = None
    arrives_on: date | None = None
    short: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Condition:
    """An entry of the journal: its verb, and the values that it must hold (or its reference)."""

    verb: str
    where: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class After(Condition):
    """Once such an entry is made, so many working minutes later."""

    delay: Minutes = 0


@dataclass(frozen=True)
class MessageSheet:
    """A message that lands; ``from`` is a reference (CLI-0001, FOU-0001, TRA-01) or a post."""

    sender: str = field(metadata={"key": "from"})
    topic: str
    subject: str
    body: str
    channel: Channel = Channel.EMAIL
    customer: str | None = None
    about: str | None = None


@dataclass(frozen=True)
class OrderSheet:
    """An order that arrives without a quote of ours; some bear no number."""

    customer: str
    lines: tuple[LineSheet, ...]
    reference: str = ""
    requested_on: date | None = None


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
class Episode:
    """One thing that happens: at a time or after an entry, unless another entry has been made."""

    name: str
    at: datetime | None = None
    after: After | None = None
    unless: Condition | None = None
    message: MessageSheet | None = None
    order: OrderSheet | None = None
    credit: CreditSheet | None = None
    delay: DelaySheet | None = None

    def __post_init__(self) -> None:
        if (self.at is None) == (self.after is None):
            raise ValueError("il faut « at » (une date et une heure) ou « after », l'un des deux.")
        if not (self.message or self.order or self.credit or self.delay):
            wanted = "« message », « order », « credit » ou « delay »"
            raise ValueError(f"rien n'arrive : écrire {wanted}.")


@dataclass(frozen=True)
class Dialogue:
    """What an actor writes on one occasion, in one or several variants."""

    subject: str
    variants: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.variants:
            raise ValueError("il faut au moins une variante.")


@dataclass(frozen=True)
class ScenarioFile:
    """``scenarios/*.yaml``; ``changes`` is laid over the company file, key by key."""

    title: str
    company: str
    starts_at: datetime
    brief: str
    mode: Mode = Mode.DISCOVERY
    real_minutes: int = 45
    expected: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    changes: dict[str, Any] = field(default_factory=dict)
    characters: Characters = field(default_factory=Characters)
    invoices: tuple[PastInvoice, ...] = ()
    purchases: tuple[PastPurchase, ...] = ()
    story: tuple[Episode, ...] = ()


@dataclass(frozen=True)
class Scene:
    """What the actors of a run know: frozen with the run, like its procedures."""

    characters: Characters
    habits: dict[str, dict[str, int]]
    story: tuple[Episode, ...]
    dialogues: dict[str, Dialogue]
