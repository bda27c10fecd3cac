"""Segments of customers: rules as data, or members chosen by hand."""

from dataclasses import dataclass
from datetime import date

from sandbox.core.units import Cents, Days


@dataclass(frozen=True, slots=True)
class Figures:
    """What a segment looks at: net turnover of twelve months in cents, day of the last order."""

    business: bool = True
    turnover: Cents = 0
    last_order: date | None = None


@dataclass(frozen=True)
class SegmentRule:
    """A segment: every condition that is given must hold; ``by_hand`` has members instead.

    ``turnover_from`` in cents, included; ``ordered_within`` and ``silent_for`` in days.
    """

    code: str
    label: str
    business: bool | None = None
    turnover_from: Cents | None = None
    ordered_within: Days | None = None
    silent_for: Days | None = None
    by_hand: bool = False

    def holds(self, known: Figures, today: date) -> bool:
        """Whether a customer belongs there by rule; somebody who never ordered is not silent."""
        since = None if known.last_order is None else (today - known.last_order).days
        return not self.by_hand and all(
            (
                self.business in (None, known.business),
                self.turnover_from is None or known.turnover >= self.turnover_from,
                self.ordered_within is None or (since is not None and since <= self.ordered_within),
                self.silent_for is None or (since is not None and since > self.silent_for),
            )
        )


SEGMENTS = (
    SegmentRule("key_accounts", "Grands comptes", business=True, turnover_from=1_000_000),
    SegmentRule("regulars", "Réguliers", ordered_within=90),
    SegmentRule("dormant", "À réveiller", silent_for=180),
    SegmentRule("private", "Particuliers", business=False),
    SegmentRule("cared_for", "À soigner", by_hand=True),
)
