"""The note at the end of a company day: three things done well, one to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sandbox.core.run import Mode, Run
from sandbox.core.setting import Setting
from sandbox.evaluation.model import Outcome
from sandbox.training.assessment import Entries
from sandbox.training.judging.judged import JudgedFinding, judged_findings
from sandbox.training.judging.stream import Stream

DAY_ENDS = time(17, 30)
MORNING = time(12)
WELL_DONE = 3
_TO_LOOK_AT = {Outcome.MISSED: 0, Outcome.PARTLY: 1}


@dataclass(frozen=True)
class DayNote:
    """What to keep of one day; no mark."""

    day: date
    done: tuple[JudgedFinding, ...]
    look: JudgedFinding | None


def ended_days(entries: Entries, clock: datetime) -> list[date]:
    """Company days that are over, of those on which something happened."""
    days = sorted({entry.at.date() for entry in entries})
    return [day for day in days if day < clock.date() or clock.time() >= DAY_ENDS]


def day_is_over(run: Run, setting: Setting) -> bool:
    """Whether the desk points to the note: in training, in the evening and the morning after."""
    if run.mode != Mode.TRAINING:
        return False
    if run.clock.time() >= DAY_ENDS:
        return True
    return run.clock.date() > setting.starts_at.date() and run.clock.time() < MORNING


def day_note(run: Run, entries: Entries, stream: Stream, day: date) -> DayNote:
    """The note of a day, from the journal as it stood that evening."""
    known = [entry for entry in entries if entry.at.date() <= day]
    findings = [
        found
        for found in judged_findings(run, known, stream)
        if found.entries and found.entries[-1].at.date() == day
    ]
    return DayNote(day, _done(findings), _look(findings))


def _done(findings: Sequence[JudgedFinding]) -> tuple[JudgedFinding, ...]:
    """Three successes, of as many different rules as can be, blocking ones first."""
    met = [found for found in findings if found.outcome == Outcome.MET]
    met.sort(key=lambda found: not found.finding.blocking)
    first = {found.finding.rule: found for found in reversed(met)}
    others = [found for found in met if first[found.finding.rule] is not found]
    fresh = [found for found in met if first[found.finding.rule] is found]
    return tuple([*fresh, *others][:WELL_DONE])


def _look(findings: Sequence[JudgedFinding]) -> JudgedFinding | None:
    lacking = [found for found in findings if found.outcome in _TO_LOOK_AT]
    lacking.sort(key=lambda f: (_TO_LOOK_AT[f.outcome], not f.finding.blocking))
    return next(iter(lacking), None)
