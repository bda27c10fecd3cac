"""Numbers of past documents, and the moments they bear."""

from datetime import date, datetime, time

from sandbox.core.calendar import PARIS
from sandbox.core.context import Context
from sandbox.core.numbering import reference

NOON = time(12, 0)


def numbered(ctx: Context, prefix: str, day: date) -> str:
    """Next number of a series in the year of a past day."""
    return reference(prefix, day.year, ctx.run.count_up(f"{prefix}-{day.year}"))


def at_noon(day: date) -> datetime:
    """A past moment of that day."""
    return datetime.combine(day, NOON, PARIS)


class Numbers:
    """Numbers of past documents: each series follows the days, whatever order they are written in.

    A document is known by its prefix and the place of its sale (242 nonies A: no gap, by date).
    """

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self._asked: list[tuple[str, date, int, int]] = []
        self._given: dict[tuple[str, int, int], str] = {}

    def ask(self, prefix: str, day: date | None, place: int, rank: int = 0) -> None:
        """A number for a document of that day; none without a day."""
        if day is not None:
            self._asked.append((prefix, day, place, rank))

    def give(self) -> None:
        """Number what was asked, by day."""
        for prefix, day, place, rank in sorted(self._asked):
            self._given[prefix, place, rank] = numbered(self.ctx, prefix, day)

    def __call__(self, prefix: str, place: int, rank: int = 0) -> str:
        return self._given[prefix, place, rank]
