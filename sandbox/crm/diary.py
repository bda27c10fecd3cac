"""What the diary shows beside tasks: dates that other rooms register."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class DiaryDate:
    """A date of a document: ``endpoint`` and ``row_id`` lead to it, as in a panel."""

    on: date
    icon: str
    title: str
    reference: str
    endpoint: str
    row_id: int


DiarySource = Callable[[Session, int, date, date], list[DiaryDate]]
_sources: dict[str, DiarySource] = {}


def register_diary(name: str, read: DiarySource) -> None:
    """Show in the diary what ``read(session, run_id, first, after)`` gives, ``after`` left out."""
    _sources[name] = read


def dates_between(session: Session, run_id: int, first: date, after: date) -> list[DiaryDate]:
    """Every registered date from a day (in) to another (out), in order."""
    found = [each for read in _sources.values() for each in read(session, run_id, first, after)]
    return sorted(found, key=lambda each: (each.on, each.reference))
