"""Company time: Paris zone, working days, working hours and the counts of days of French law."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

from sandbox.core.units import Days, Minutes

PARIS = ZoneInfo("Europe/Paris")
SATURDAY, SUNDAY = 5, 6
ONE_DAY = timedelta(days=1)
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def paris(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An aware moment of Paris wall time."""
    return datetime(year, month, day, hour, minute, tzinfo=PARIS)


def in_paris(at: datetime) -> datetime:
    """The same moment on the clocks of Paris; raises ValueError for a moment without a zone."""
    if at.tzinfo is None:
        raise ValueError("Un instant doit porter son fuseau horaire.")
    return at if at.tzinfo is PARIS else at.astimezone(PARIS)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> Mapping[date, str]:
    """French public holidays of a year (C. trav. L3133-1), with their French names."""
    return dict(sorted(country_holidays("FR", years=year, language="fr").items()))


def is_public_holiday(day: date) -> bool:
    """Whether a day is a French public holiday (mainland, without Alsace-Moselle)."""
    return day in public_holidays(day.year)


def is_working_day(day: date) -> bool:
    """Whether the company works that day: Monday to Friday, public holidays off."""
    return day.weekday() < SATURDAY and not is_public_holiday(day)


def is_open_day(day: date) -> bool:
    """Whether a day counts as « jour ouvrable »: Saturday does, Sunday and holidays do not."""
    return day.weekday() != SUNDAY and not is_public_holiday(day)


def next_working_day(day: date) -> date:
    """That day if it is worked, else the first worked day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def previous_working_day(day: date) -> date:
    """That day if it is worked, else the last worked day before it."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def shift_to_working_day(day: date) -> date:
    """End of a legal period moved off Saturdays, Sundays and holidays.

    CPC art. 642; regulation (EEC) 1182/71 art. 3.
    """
    return next_working_day(day)


@lru_cache(maxsize=64)
def _working_days(year: int) -> tuple[date, ...]:
    first, length = date(year, 1, 1), 365 + (monthrange(year, 2)[1] == 29)
    days = (first + timedelta(days=n) for n in range(length))
    return tuple(day for day in days if is_working_day(day))


def add_working_days(day: date, count: Days) -> date:
    """The count-th worked day after a day (before it when the count is negative).

    Zero gives the day itself, or the next worked day when it is off.
    """
    if count == 0:
        return next_working_day(day)
    year, days = day.year, _working_days(day.year)
    index = bisect_right(days, day) + count - 1 if count > 0 else bisect_left(days, day) + count
    while index >= len(days):
        index -= len(days)
        year += 1
        days = _working_days(year)
    while index < 0:
        year -= 1
        days = _working_days(year)
        index += len(days)
    return days[index]


def working_days_between(first: date, last: date) -> Days:
    """Worked days after `first`, up to and including `last`; negative when `last` comes before."""
    if last < first:
        return -working_days_between(last, first)
    whole = sum(len(_working_days(year)) for year in range(first.year, last.year))
    return (
        whole
        + bisect_right(_working_days(last.year), last)
        - bisect_right(_working_days(first.year), first)
    )


def add_open_days(day: date, count: Days) -> date:
    """The count-th « jour ouvrable » after a day: Saturday counts, Sunday and holidays do not.

    This is how the periods of C. com. L133-3 and of CMR art. 30 are counted.
    """
    for _ in range(count):
        day += ONE_DAY
        while not is_open_day(day):
            day += ONE_DAY
    return day


def end_of_month(day: date) -> date:
    """Last day of the month of a date."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, count: int) -> date:
    """Same day of the month some months later, or the last day when there is none (CPC 641)."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, count: int) -> date:
    """Same date some years later (28 February for a 29 that does not exist)."""
    return add_months(day, 12 * count)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Opening hours of every worked day; the lunch break is not company time."""

    opens: time = time(8, 30)
    lunch: tuple[time, time] | None = (time(12, 30), time(13, 30))
    closes: time = time(17, 30)

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Open spans of a day, in minutes since midnight."""
        marks = (self.opens, *(self.lunch or ()), self.closes)
        minutes = [mark.hour * 60 + mark.minute for mark in marks]
        return tuple(zip(minutes[::2], minutes[1::2], strict=True))

    def length(self) -> Minutes:
        """Company minutes in a worked day."""
        return sum(end - start for start, end in self.spans())

    def worked_before(self, at: time) -> Minutes:
        """Company minutes from the opening to a time of the same worked day."""
        minute = at.hour * 60 + at.minute
        return sum(max(0, min(minute, end) - start) for start, end in self.spans())

    def time_after(self, minutes: Minutes) -> time:
        """Earliest time of a worked day by which that many company minutes have gone."""
        for start, end in self.spans():
            if minutes <= end - start:
                return time(*divmod(start + minutes, 60))
            minutes -= end - start
        return self.closes


HOURS = WorkingHours()


def is_open(at: datetime, hours: WorkingHours = HOURS) -> bool:
    """Whether the company is at work at a moment (closing minutes are closed)."""
    at = in_paris(at)
    minute = at.hour * 60 + at.minute
    return is_working_day(at.date()) and any(start <= minute < end for start, end in hours.spans())


def opening(day: date, hours: WorkingHours = HOURS) -> datetime:
    """The moment the company opens on a day, or on the next worked day."""
    return datetime.combine(next_working_day(day), hours.opens, PARIS)


def next_opening(at: datetime, hours: WorkingHours = HOURS) -> datetime:
    """That moment if the company is at work, else the next moment it opens (after lunch too)."""
    at = in_paris(at)
    if is_open(at, hours):
        return at
    if is_working_day(at.date()):
        minute = at.hour * 60 + at.minute
        for start, _ in hours.spans():
            if minute < start:
                return datetime.combine(at.date(), time(*divmod(start, 60)), PARIS)
    return tomorrow_opening(at, hours) if is_working_day(at.date()) else opening(at.date(), hours)


def tomorrow_opening(at: datetime, hours: WorkingHours = HOURS) -> datetime:
    """The opening of the first worked day after the day of a moment."""
    return opening(in_paris(at).date() + ONE_DAY, hours)


def working_minutes_between(start: datetime, end: datetime, hours: WorkingHours = HOURS) -> Minutes:
    """Company minutes between two moments; negative when `end` comes first. Seconds are dropped."""
    return (
        _position(end, hours)
        - _position(start, hours)
        + hours.length() * working_days_between(in_paris(start).date(), in_paris(end).date())
    )


def add_working_minutes(at: datetime, minutes: Minutes, hours: WorkingHours = HOURS) -> datetime:
    """Earliest moment by which that many company minutes have gone since `at`.

    Zero gives the next opening. Raises ValueError when the minutes are negative.
    """
    if minutes < 0:
        raise ValueError("Une durée ne peut pas être négative.")
    start = next_opening(at, hours)
    if minutes == 0:
        return start
    days, rest = divmod(hours.worked_before(start.time()) + minutes - 1, hours.length())
    day = add_working_days(start.date(), days)
    return datetime.combine(day, hours.time_after(rest + 1), PARIS)


def _position(at: datetime, hours: WorkingHours) -> Minutes:
    """Company minutes of the moment's own day, a full day when it is off.

    A day off counts as its last worked day, already over: working_days_between counts from there.
    """
    at = in_paris(at)
    return hours.worked_before(at.time()) if is_working_day(at.date()) else hours.length()
