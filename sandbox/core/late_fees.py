"""What lateness costs: penalties, fixed indemnity, delivery penalties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sandbox.core.money import WHOLE, divide_half_up, share
from sandbox.core.units import Cents, Days, Rate

YEAR_DAYS: Days = 365
INDEMNITY: Cents = 4_000
ECB_MARGIN: Rate = 1_000

# Half-year rates of business debts (ECB refinancing + 10 points; legal interest). The second half
# of 2026 was not published when this was written: a company's file may say otherwise.
ECB_PLUS_10: Mapping[str, Rate] = {
    "2025-S1": 1315,
    "2025-S2": 1215,
    "2026-S1": 1215,
    "2026-S2": 1215,
}
LEGAL_INTEREST: Mapping[str, Rate] = {
    "2025-S1": 371,
    "2025-S2": 276,
    "2026-S1": 262,
    "2026-S2": 262,
}


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of lateness with one amount and one rate; the penalty is in cents."""

    since: date
    until: date
    amount: Cents
    rate: Rate

    @property
    def days(self) -> Days:
        """Days late: the due date does not count, the day of payment does."""
        return (self.until - self.since).days

    @property
    def penalty(self) -> Cents:
        """Penalty of the stretch, rounded half up so that the rows shown add up."""
        return penalty(self.amount, self.rate, self.days)


def penalty(amount: Cents, rate: Rate, days: Days) -> Cents:
    """Amount with tax x yearly rate x days late / 365, rounded half up; no VAT on it.

    C. com. L441-10 II. A payment on time or early costs nothing.
    """
    return divide_half_up(amount * rate * max(0, days), WHOLE * YEAR_DAYS)


def half_year(day: date) -> str:
    """Name of the half-year of a date: "2026-S1"."""
    return f"{day.year}-S{1 if day.month <= 6 else 2}"


def floor_rate(legal: Rate) -> Rate:
    """Lowest lawful penalty rate: three times the legal interest (C. com. L441-10 II)."""
    return 3 * legal


def penalty_rate(agreed: Rate | None, refinancing: Rate, legal: Rate) -> Rate:
    """Rate that applies: the one of the terms of sale if lawful, else ECB refinancing + 10 points.

    An agreed rate under the floor is raised to it (C. com. L441-10 II).
    """
    if agreed is None:
        return refinancing + ECB_MARGIN
    return max(agreed, floor_rate(legal))


def penalty_slices(
    amount: Cents,
    due: date,
    payments: Iterable[tuple[date, Cents]],
    rates: Mapping[str, Rate],
    until: date,
) -> tuple[Slice, ...]:
    """Stretches of lateness of an invoice up to a date, cut at each payment and half-year.

    Rates by half-year ("2026-S2"); raises ValueError when one is missing.
    """
    paid = sorted(payments)
    cuts = {day for day, _ in paid if due < day < until} | _half_year_ends(due, until) | {until}
    slices, since = [], due
    for cut in sorted(cut for cut in cuts if cut > due):
        left = amount - sum(part for day, part in paid if day <= since)
        if left > 0:
            slices.append(Slice(since, cut, left, _rate_of(cut, rates)))
        since = cut
    return tuple(slices)


def fixed_indemnity(late_invoices: int) -> Cents:
    """40 euros per late invoice to a business, without VAT; never due by a consumer (D441-5)."""
    return late_invoices * INDEMNITY


def delivery_penalty(order_net: Cents, days_late: Days, weekly: Rate, cap: Rate) -> Cents:
    """Contract penalty for late delivery: a rate per full week, up to a cap (C. civ. 1231-5)."""
    return share(order_net, min(full_weeks(days_late) * weekly, cap))


def full_weeks(days_late: Days) -> int:
    """Full weeks in a number of days late; none when early."""
    return max(0, days_late) // 7


def _half_year_ends(first: date, last: date) -> set[date]:
    ends = (
        date(year, month, day)
        for year in range(first.year, last.year + 1)
        for month, day in ((6, 30), (12, 31))
    )
    return {end for end in ends if first < end < last}


def _rate_of(day: date, rates: Mapping[str, Rate]) -> Rate:
    name = half_year(day)
    if name not in rates:
        raise ValueError(f"Le taux de pénalité du semestre {name} n'est pas renseigné.")
    return rates[name]
