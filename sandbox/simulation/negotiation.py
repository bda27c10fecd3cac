"""How far somebody goes in a negotiation: seeded limits, that soften round after round.

Nothing is kept of a negotiation but its messages: a wish and a limit are drawn once from the seed,
the person, the kind of proposal and the document, and how we are held moves the limit.
"""

from dataclasses import dataclass
from typing import Literal

from sandbox.core.money import WHOLE, divide_half_up
from sandbox.core.units import Rate
from sandbox.crm.offers import CREDIT, DISCOUNT, GOODWILL, PLAN, ROUNDS

Outcome = Literal["agreed", "countered", "refused"]
# How much of its wish a customer holds to, by how it holds us (loyalty at least, part kept).
HOLDS_TO: tuple[tuple[int, Rate], ...] = ((70, 5000), (40, 6500), (0, 8500))
# A call softens; an answer that came too late hardens.
SOFTER, HARDER = 1000, 1500
# What is written is a round figure: a quarter of a percent, a euro, a whole instalment.
STEPS = {DISCOUNT: 25, CREDIT: 100, GOODWILL: 100, PLAN: 1}
# What a customer first wishes, in parts of what the document comes to (or instalments).
WISHES = {DISCOUNT: (300, 700), CREDIT: (1500, 3500), GOODWILL: (300, 800), PLAN: (3, 4)}
# What a supplier gives at most, in the same units.
GIVES = {DISCOUNT: (100, 400), CREDIT: (500, 1500), GOODWILL: (200, 500), PLAN: (2, 3)}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of an offer, and the figure that they would take when they counter it."""

    outcome: Outcome
    asked: int | None = None


def held_to(loyalty: int, *, by_phone: bool, late: bool) -> Rate:
    """Part of its wish that a customer will not go under."""
    part = next(part for least, part in HOLDS_TO if loyalty >= least)
    return min(WHOLE, max(0, part - SOFTER * by_phone + HARDER * late))


def customer_verdict(kind: str, wish: int, part: Rate, offered: int, turn: int) -> Verdict:
    """Of an offer that a customer gets at this turn (from 1): it asks less at each.

    >>> customer_verdict("discount", 600, 5000, 400, 2)
    Verdict(outcome='agreed', asked=None)
    """
    least = divide_half_up(wish * part, WHOLE)
    left = max(ROUNDS - turn, 0)
    asked = _rounded(kind, least + divide_half_up((wish - least) * left, ROUNDS))
    return _said(offered >= asked, asked, turn)


def supplier_verdict(kind: str, most: int, wanted: int, turn: int) -> Verdict:
    """Of what we ask a supplier for at this turn (from 1): it gives more at each."""
    given = _rounded(kind, divide_half_up(most * min(turn, ROUNDS), ROUNDS))
    return _said(wanted <= given, given, turn)


def _said(agreed: bool, asked: int, turn: int) -> Verdict:
    if agreed:
        return Verdict("agreed")
    return Verdict("countered", asked) if turn < ROUNDS else Verdict("refused")


def _rounded(kind: str, value: int) -> int:
    step = STEPS[kind]
    return max(step, divide_half_up(value, step) * step)
