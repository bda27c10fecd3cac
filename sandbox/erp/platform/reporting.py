"""E-reporting (CGI art. 290): totals by day and rate to consumers, invoice by invoice abroad.

Under the normal monthly regime, ten days at a time: due on the 20th, at the month's end, and on
the 10th of the next month.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sandbox.core.calendar import add_months, end_of_month
from sandbox.core.pricing import VatRow
from sandbox.core.units import Cents
from sandbox.erp.platform.roads import Road

# Goods sold to consumers; services (TPS1), untaxed (TNT1) and margin (TMA1) sales do not occur.
GOODS = "TLB1"
_FIRST_DAYS = (1, 11, 21)


@dataclass(frozen=True)
class Period:
    """Ten days of a month (eight to eleven for the last), both ends included."""

    first: date
    last: date

    @property
    def due_on(self) -> date:
        """Day by which the platform must have sent the data on."""
        match self.first.day:
            case 1:
                return self.first.replace(day=20)
            case 11:
                return end_of_month(self.first)
            case _:
                return add_months(self.first.replace(day=1), 1).replace(day=10)


@dataclass(frozen=True)
class Sale:
    """An invoice or, in negative, a credit note, with its VAT by rate; cents."""

    reference: str
    customer: str
    country: str
    road: Road
    on: date
    rows: tuple[VatRow, ...]

    @property
    def net(self) -> Cents:
        """Net of tax."""
        return sum(row.base for row in self.rows)

    @property
    def vat(self) -> Cents:
        """VAT in all."""
        return sum(row.vat for row in self.rows)


@dataclass(frozen=True)
class DayTotal:
    """Sales of a day to consumers, by rate; cents."""

    on: date
    count: int
    rows: tuple[VatRow, ...]

    @property
    def net(self) -> Cents:
        """Net of tax."""
        return sum(row.base for row in self.rows)

    @property
    def vat(self) -> Cents:
        """VAT in all."""
        return sum(row.vat for row in self.rows)


@dataclass(frozen=True)
class Declared:
    """What a period declares: days of consumers (flux 10.3), sales abroad (flux 10.1)."""

    period: Period
    days: tuple[DayTotal, ...]
    abroad: tuple[Sale, ...]

    @property
    def net(self) -> Cents:
        """Net of the whole period, in cents."""
        return sum(day.net for day in self.days) + sum(sale.net for sale in self.abroad)

    @property
    def vat(self) -> Cents:
        """VAT of the whole period, in cents."""
        return sum(day.vat for day in self.days) + sum(sale.vat for sale in self.abroad)


def period_of(day: date) -> Period:
    """The ten days that a day belongs to."""
    first = max(number for number in _FIRST_DAYS if number <= day.day)
    last = end_of_month(day).day if first == _FIRST_DAYS[-1] else first + 9
    return Period(day.replace(day=first), day.replace(day=last))


def periods_between(first: date, last: date) -> list[Period]:
    """Periods from one day to another, latest first."""
    found, day = [], last
    while day >= first:
        found.append(period_of(day))
        day = found[-1].first - timedelta(days=1)
    return found


def declared(period: Period, sales: Iterable[Sale]) -> Declared:
    """What the sales of a period come to."""
    within = [sale for sale in sales if period.first <= sale.on <= period.last]
    by_day: defaultdict[date, list[Sale]] = defaultdict(list)
    for sale in within:
        if sale.road == Road.CONSUMER:
            by_day[sale.on].append(sale)
    days = tuple(_day(on, by_day[on]) for on in sorted(by_day))
    return Declared(period, days, tuple(sale for sale in within if sale.road == Road.ABROAD))


def _day(on: date, sales: list[Sale]) -> DayTotal:
    bases: defaultdict[int, Cents] = defaultdict(int)
    taxes: defaultdict[int, Cents] = defaultdict(int)
    for row in (row for sale in sales for row in sale.rows):
        bases[row.rate] += row.base
        taxes[row.rate] += row.vat
    rates = sorted(bases, reverse=True)
    return DayTotal(on, len(sales), tuple(VatRow(r, bases[r], taxes[r]) for r in rates))
