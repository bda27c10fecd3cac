"""Company time as one running count of minutes: timers are then subtractions."""

from datetime import date, datetime, time
from functools import lru_cache

from sandbox.core.calendar import HOURS, PARIS, is_working_day, paris, working_minutes_between
from sandbox.core.units import Minutes

_ORIGIN = paris(2026, 1, 1)
_OF_A_DAY = tuple(HOURS.worked_before(time(*divmod(minute, 60))) for minute in range(24 * 60))


def worked(at: datetime) -> Minutes:
    """Company minutes worked since a fixed day; negative before it."""
    if at.tzinfo is not PARIS:
        at = at.astimezone(PARIS)
    before, open_day = _before(at.date())
    return before + _OF_A_DAY[at.hour * 60 + at.minute] if open_day else before


@lru_cache(maxsize=4096)
def _before(day: date) -> tuple[Minutes, bool]:
    """Company minutes worked before a day, and whether that day is worked."""
    midnight = datetime.combine(day, time(), PARIS)
    return working_minutes_between(_ORIGIN, midnight), is_working_day(day)
