"""The run on one line of time: where the occasions were, lane by lane."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from markupsafe import Markup

from sandbox.charts import Mark, legend, timeline
from sandbox.evaluation.model import Outcome
from sandbox.evaluation.reac import reac
from sandbox.filters import day_month
from sandbox.journal.models import JournalEntry
from sandbox.training.assessment import Entries
from sandbox.training.judging.judged import JudgedFinding

_MAIL = ("message.received", "order.received")
_DRAWN = (Outcome.MET, Outcome.PARTLY, Outcome.MISSED)


@dataclass(frozen=True)
class OccasionDay:
    """Occasions of one company day."""

    day: date
    findings: list[JudgedFinding]


def occasion_days(findings: Sequence[JudgedFinding]) -> list[OccasionDay]:
    """Occasions in order, day by day; those without a proof are left out."""
    proved = [found for found in findings if found.entries]
    proved.sort(key=lambda found: found.entries[-1].seq)
    by_day = groupby(proved, lambda found: found.entries[-1].at.date())
    return [OccasionDay(day, list(some)) for day, some in by_day]


def drawn(entries: Entries, findings: Sequence[JudgedFinding], *, outcomes: bool) -> Markup:
    """The timeline; before the findings are shown, an occasion is a mark like any other."""
    days = sorted({entry.at.date() for entry in entries if entry.verb != "run.opened"})
    if not days:
        return Markup("")
    lanes = [("Courrier", [_mail(entry, days) for entry in entries if entry.verb in _MAIL])]
    for code in reac().groups:
        own = [f for f in findings if f.entries and f.finding.criterion.startswith(f"{code}.")]
        if own:
            lanes.append((code, [_mark(found, days, outcomes) for found in own]))
    labels = [day_month(day) for day in days]
    drawing = timeline(lanes, labels, "Déroulé de la partie")
    return drawing + legend() if outcomes else drawing


def _mail(entry: JournalEntry, days: list[date]) -> Mark:
    return _placed(entry.at, days, "event", "Message reçu")


def _mark(found: JudgedFinding, days: list[date], outcomes: bool) -> Mark:
    kind = found.outcome.value if outcomes and found.outcome in _DRAWN else "event"
    return _placed(found.entries[-1].at, days, kind, f"{found.rule_title} ({found.when})")


def _placed(at: datetime, days: list[date], kind: str, text: str) -> Mark:
    return Mark(days.index(at.date()), at.hour * 60 + at.minute, kind, text)
