"""Proposals that a message carries: what is decided, and how much, as « discount:500 ».

Values are hundredths of a percent for a discount, cents for a credit or a gesture, a number of
instalments for a plan, a day for a later delivery.
"""

from dataclasses import dataclass
from datetime import date

from sandbox.core.money import format_euros, format_rate

DISCOUNT, CREDIT, GOODWILL, PLAN = "discount", "credit", "goodwill", "plan"
VALUED = (DISCOUNT, CREDIT, GOODWILL, PLAN)
DATED = ("later_date", "partial")
ROUNDS = 3

NAMES = {
    "align_on_quote": "S’en tenir au devis",
    "later_date": "Livrer tout à une autre date",
    "partial": "Livrer en deux fois",
    "replacement": "Remplacer les articles",
    CREDIT: "Faire un avoir",
    GOODWILL: "Un geste commercial",
    DISCOUNT: "Une remise",
    "deposit": "Demander un acompte",
    PLAN: "Un règlement en plusieurs fois",
    "firm": "Maintenir notre offre",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal in two parts: its kind, and its value when it has one."""

    kind: str
    value: int | None = None

    @property
    def code(self) -> str:
        """As a message keeps it."""
        return self.kind if self.value is None else f"{self.kind}:{self.value}"


def read_offer(proposal: str | None) -> Offer:
    """A proposal as it was written; without a value when it is none of ours."""
    kind, _, value = (proposal or "").partition(":")
    number = int(value) if kind in VALUED and value.isdecimal() and len(value) < 12 else None
    return Offer(kind, number)


def amount_of(offer: Offer) -> str:
    """« 5 % », « 120,00 € », « 3 fois »; blank without a value."""
    if offer.value is None:
        return ""
    if offer.kind == DISCOUNT:
        return format_rate(offer.value)
    return f"{offer.value} fois" if offer.kind == PLAN else format_euros(offer.value)


def offer_label(proposal: str | None) -> str:
    """A proposal in French, blank when there is none: « Une remise : 5 % »."""
    offer = read_offer(proposal)
    said = amount_of(offer) or _day(proposal)
    name = NAMES.get(offer.kind, "")
    return f"{name} : {said}" if name and said else name


def _day(proposal: str | None) -> str:
    kind, _, value = (proposal or "").partition(":")
    try:
        return f"{date.fromisoformat(value):%d/%m/%Y}" if kind in DATED else ""
    except ValueError:
        return ""
