"""The journal of a run as a person reads it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sandbox.core.run import Run, RunStatus
from sandbox.core.setting import Setting
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import BEHIND_THE_SCENES
from sandbox.training.wording import Names, icon, label, said, who

_RECORD = re.compile(r"[A-Z]{2,4}-[A-Z0-9-]+")


@dataclass(frozen=True)
class JournalLine:
    """One entry, in French."""

    seq: int
    at: datetime
    icon: str
    label: str
    who: str
    sentence: str
    reference: str
    subject: str
    has_screen: bool
    yours: bool


@dataclass(frozen=True)
class JournalDay:
    """The entries of one day of the company."""

    day: date
    lines: list[JournalLine]


def to_show(entries: Sequence[JournalEntry], run: Run, *, plays: bool) -> list[JournalEntry]:
    """Entries that may be shown: what stirs the story stays hidden from whoever still plays it."""
    if not plays or run.status != RunStatus.OPEN:
        return list(entries)
    return [entry for entry in entries if entry.verb not in BEHIND_THE_SCENES]


def read_days(entries: Iterable[JournalEntry], setting: Setting, names: Names) -> list[JournalDay]:
    """Entries in French, day by day."""
    lines = (read_line(entry, setting, names) for entry in entries)
    return [JournalDay(day, list(some)) for day, some in groupby(lines, lambda x: x.at.date())]


def read_line(entry: JournalEntry, setting: Setting, names: Names) -> JournalLine:
    """One entry in French."""
    return JournalLine(
        seq=entry.seq,
        at=entry.at,
        icon=icon(entry.verb),
        label=label(entry.verb),
        who=who(entry.post, setting, names),
        sentence=said(entry.verb, entry.payload, setting, names),
        reference=entry.reference,
        subject=names.get(entry.reference, ""),
        has_screen=_RECORD.fullmatch(entry.reference) is not None,
        yours=entry.post == "learner",
    )
