"""Which debts a payment settles: the sum that it makes, or the order of the law."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from sandbox.core.units import Cents

MOST_TOGETHER = 6
# Beyond these, the oldest first, the sums to try would be too many.
MOST_TRIED = 12


def items_summing_to(received: Cents, owed: Sequence[Cents]) -> tuple[int, ...]:
    """Places of the items that make the very amount received, in cents; empty when none do.

    At most six items among the first twelve. Credit notes count with a minus sign. Give the
    oldest first: of two sums that fit, the one that starts with the oldest is kept.
    """
    return _reach(received, owed[:MOST_TRIED], 0, MOST_TOGETHER) or ()


def _reach(wanted: Cents, owed: Sequence[Cents], start: int, most: int) -> tuple[int, ...] | None:
    """The first way, from this place on, to make what is still wanted."""
    for place in range(start, len(owed) if most else start):
        rest = wanted - owed[place]
        if not rest:
            return (place,)
        further = _reach(rest, owed, place + 1, most - 1)
        if further:
            return (place, *further)
    return None


def allocate(received: Cents, owed: Sequence[tuple[date, Cents]]) -> list[Cents]:
    """What each debt (due date, cents) gets of a payment without instruction, in their order.

    The debtor chooses first; who says nothing pays the oldest due debt, then the next
    (C. civ. 1342-10). Interest, when claimed, is taken before principal (C. civ. 1343-1).
    """
    order = sorted(range(len(owed)), key=lambda place: (owed[place][0], place))
    before = [0, *accumulate(owed[place][1] for place in order)]
    given = [0] * len(owed)
    for place, spent in zip(order, before, strict=False):
        given[place] = max(0, min(owed[place][1], received - spent))
    return given
