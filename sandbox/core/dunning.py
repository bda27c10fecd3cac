"""Dunning calendar and the indicators of credit control, as pure arithmetic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sandbox.core.calendar import next_working_day
from sandbox.core.money import divide_half_up, rate_of
from sandbox.core.units import Cents, Days, HundredthDays, Rate


class DunningStage(StrEnum):
    """Steps of the house calendar, from courtesy to court."""

    PRE_REMINDER = "pre_reminder"
    CALL = "call"
    LETTER_1 = "letter_1"
    LETTER_2 = "letter_2"
    FORMAL_NOTICE = "formal_notice"
    LITIGATION = "litigation"

    @property
    def label(self) -> str:
        """French wording."""
        return _STAGES[self][1]


_STAGES = {
    DunningStage.PRE_REMINDER: (-5, "pré-relance"),
    DunningStage.CALL: (3, "appel téléphonique"),
    DunningStage.LETTER_1: (8, "première relance"),
    DunningStage.LETTER_2: (15, "deuxième relance"),
    DunningStage.FORMAL_NOTICE: (30, "mise en demeure"),
    DunningStage.LITIGATION: (45, "dossier contentieux"),
}


class AgeBucket(StrEnum):
    """Columns of the aged balance."""

    NOT_DUE = "not_due"
    DAYS_1_30 = "1-30"
    DAYS_31_60 = "31-60"
    DAYS_61_90 = "61-90"
    OVER_90 = ">90"

    @property
    def label(self) -> str:
        """French wording."""
        return _BUCKETS[self]


_BUCKETS = {
    AgeBucket.NOT_DUE: "non échu",
    AgeBucket.DAYS_1_30: "1 à 30 jours",
    AgeBucket.DAYS_31_60: "31 à 60 jours",
    AgeBucket.DAYS_61_90: "61 à 90 jours",
    AgeBucket.OVER_90: "plus de 90 jours",
}
_BOUNDS = (
    (0, AgeBucket.NOT_DUE),
    (30, AgeBucket.DAYS_1_30),
    (60, AgeBucket.DAYS_31_60),
    (90, AgeBucket.DAYS_61_90),
)


@dataclass(frozen=True, slots=True)
class DunningStep:
    """A step, the date counted from the due date, and the worked day on which it falls."""

    stage: DunningStage
    raw: date
    on: date


@dataclass(frozen=True, slots=True)
class AgedBalance:
    """What is owed by age, in cents; the overdue rate weighs the overdue in the total."""

    buckets: dict[AgeBucket, Cents]
    total: Cents
    overdue: Cents
    overdue_rate: Rate


@dataclass(frozen=True, slots=True)
class AverageDelay:
    """Average days late in hundredths of a day, by invoice and weighted by amount."""

    simple: HundredthDays
    weighted: HundredthDays


def dunning_step(due: date, stage: DunningStage) -> DunningStep:
    """When a step of the house calendar falls for a due date, moved to the next worked day."""
    raw = due + timedelta(days=_STAGES[stage][0])
    return DunningStep(stage, raw, next_working_day(raw))


def dunning_plan(due: date) -> tuple[DunningStep, ...]:
    """The six steps of the house calendar for a due date."""
    return tuple(dunning_step(due, stage) for stage in DunningStage)


def days_late(due: date, today: date) -> Days:
    """Days past the due date; zero or negative when it has not passed."""
    return (today - due).days


def age_bucket(due: date, today: date) -> AgeBucket:
    """Column of the aged balance for a due date."""
    late = days_late(due, today)
    return next((bucket for bound, bucket in _BOUNDS if late <= bound), AgeBucket.OVER_90)


def aged_balance(today: date, items: Iterable[tuple[date, Cents]]) -> AgedBalance:
    """Open items (due date, cents) spread by age on a date."""
    buckets = dict.fromkeys(AgeBucket, 0)
    for due, amount in items:
        buckets[age_bucket(due, today)] += amount
    total = sum(buckets.values())
    overdue = total - buckets[AgeBucket.NOT_DUE]
    return AgedBalance(buckets, total, overdue, rate_of(overdue, total))


def dso(receivables: Cents, sales: Cents, days: Days) -> HundredthDays:
    """Days of sales outstanding, balance method: receivables over sales with tax, times days.

    Zero when nothing was sold.
    """
    return divide_half_up(receivables * days * 100, sales) if sales else 0


def dso_countback(receivables: Cents, months: Iterable[tuple[Cents, Days]]) -> HundredthDays:
    """Days of sales outstanding, exhaustion method: months taken back until the balance is used.

    Months as (sales with tax, days), latest first; a balance older than them all counts them all.
    """
    used = 0
    for sales, days in months:
        if receivables < sales:
            return used + divide_half_up(receivables * days * 100, sales)
        receivables -= sales
        used += days * 100
    return used


def average_delay(paid: Iterable[tuple[Cents, Days]]) -> AverageDelay:
    """Average delay of paid invoices (cents, days late); zero when there is none."""
    rows = list(paid)
    if not rows:
        return AverageDelay(0, 0)
    total = sum(amount for amount, _ in rows)
    weighted = sum(amount * days for amount, days in rows)
    return AverageDelay(
        divide_half_up(sum(days for _, days in rows) * 100, len(rows)),
        divide_half_up(weighted * 100, total) if total else 0,
    )
