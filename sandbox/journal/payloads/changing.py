"""What becomes of a recorded order before it leaves: changed with the customer, or cancelled."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Line, Payload


@dataclass(frozen=True)
class OrderChanged(Payload, verb="order.changed"):
    """The order now says this: lines, cents, date promised; ``cautions`` told at that moment."""

    customer: str
    lines: tuple[Line, ...]
    net: int
    gross: int
    promised_on: date
    before: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class OrderCancelled(Payload, verb="order.cancelled"):
    """The order has no effect any more; ``deposit`` is what deposit invoices had asked (cents).

    ``recorded`` says whether it bound us already, ``words`` counts those of the reason.
    """

    customer: str
    ground: str
    business: bool
    recorded: bool
    deposit: int
    words: int
    cautions: tuple[str, ...] = ()
