"""Two runs of one scenario side by side: criteria, findings, key acts by day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.core.context import LEARNER
from sandbox.core.errors import DomainError
from sandbox.core.run import Run
from sandbox.evaluation.registry import rules
from sandbox.evaluation.report import Verdict
from sandbox.journal.models import JournalEntry
from sandbox.training.assessment import Entries
from sandbox.training.judging.judged import JudgedCriterion, JudgedFinding, judged_groups
from sandbox.training.judging.queries import streams_of
from sandbox.training.judging.stream import Stream
from sandbox.training.queries import Played, entries_of_runs
from sandbox.training.wording import icon, label

# Looking is no key act: what was looked at shows in the findings that ask for it.
_LOOKING = (".consulted", ".opened", ".read", ".compared")


class NotTheSameScenario(DomainError):
    """Two runs are set side by side only when the same was asked of both."""

    message = "Ces deux parties ne sont pas du même scénario : choisissez-en deux du même."


@dataclass(frozen=True)
class Side:
    """One of the two runs."""

    learner: Account
    played: Played


@dataclass(frozen=True)
class RulePair:
    """A behaviour expected, and its occasions in each run."""

    title: str
    blocking: bool
    findings: tuple[tuple[JudgedFinding, ...], tuple[JudgedFinding, ...]]


@dataclass(frozen=True)
class CriterionPair:
    """A criterion, what each run shows of it, and the rules behind."""

    code: str
    title: str
    verdicts: tuple[Verdict, Verdict]
    rules: tuple[RulePair, ...]

    @property
    def differs(self) -> bool:
        """Whether the two runs do not show the same."""
        return self.verdicts[0] != self.verdicts[1]


@dataclass(frozen=True)
class Act:
    """A key act: when, what, on which record."""

    seq: int
    at: datetime
    icon: str
    label: str
    reference: str


@dataclass(frozen=True)
class DayPair:
    """A day of the company: the key acts of each run."""

    day: date
    acts: tuple[tuple[Act, ...], tuple[Act, ...]]


@dataclass(frozen=True)
class Comparison:
    """Two runs of one scenario, aligned."""

    sides: tuple[Side, Side]
    criteria: tuple[CriterionPair, ...]
    days: tuple[DayPair, ...]


def choices(played: Iterable[Played], learners: Iterable[Account]) -> list[tuple[int, str]]:
    """Runs to choose from: scenario first, then the learner, then which attempt."""
    names = {one.id: one.name for one in learners}
    seen: dict[tuple[int, str], int] = defaultdict(int)
    found = []
    for one in sorted(played, key=lambda each: each.run.id):
        owner = one.run.owner_id or 0
        seen[owner, one.run.scenario] += 1
        attempt = seen[owner, one.run.scenario]
        found.append((one.run.id, f"{one.setting.title} · {names[owner]} · partie {attempt}"))
    return sorted(found, key=lambda choice: (choice[1], choice[0]))


def compare(session: Session, sides: tuple[Side, Side]) -> Comparison:
    """Set two runs side by side; raises NotTheSameScenario."""
    first, second = (side.played.run for side in sides)
    if first.scenario != second.scenario:
        raise NotTheSameScenario
    journals = entries_of_runs(session, [first, second])
    streams = streams_of(session, journals)
    one, two = (_criteria(run, journals[run.id], streams) for run in (first, second))
    pairs = (_pair(one[code], two[code]) for code in one)
    criteria = tuple(pair for pair in pairs if pair.rules)
    return Comparison(sides, criteria, tuple(_days(journals[first.id], journals[second.id])))


def _criteria(
    run: Run, entries: Entries, streams: Mapping[int, Stream]
) -> dict[str, JudgedCriterion]:
    groups = judged_groups(run, entries, streams[run.id])
    return {one.report.code: one for group in groups for one in group.criteria}


def _pair(one: JudgedCriterion, two: JudgedCriterion) -> CriterionPair:
    own = (_by_rule(one.findings), _by_rule(two.findings))
    codes = sorted({*own[0], *own[1]})
    pairs = (
        RulePair(_title(c), _blocking(c), (own[0].get(c, ()), own[1].get(c, ()))) for c in codes
    )
    verdicts = (one.report.verdict, two.report.verdict)
    return CriterionPair(one.report.code, one.report.title, verdicts, tuple(pairs))


def _by_rule(findings: Iterable[JudgedFinding]) -> dict[str, tuple[JudgedFinding, ...]]:
    found: dict[str, tuple[JudgedFinding, ...]] = {}
    for one in findings:
        found[one.finding.rule] = (*found.get(one.finding.rule, ()), one)
    return found


def _title(code: str) -> str:
    return rules[code].title if code in rules else code


def _blocking(code: str) -> bool:
    return code in rules and rules[code].blocking


def _days(one: Sequence[JournalEntry], two: Sequence[JournalEntry]) -> list[DayPair]:
    first, second = _acts(one), _acts(two)
    days = sorted({*first, *second})
    return [DayPair(day, (tuple(first[day]), tuple(second[day]))) for day in days]


def _acts(entries: Sequence[JournalEntry]) -> dict[date, list[Act]]:
    found: dict[date, list[Act]] = defaultdict(list)
    for entry in entries:
        if entry.post == LEARNER and not entry.verb.endswith(_LOOKING):
            act = Act(entry.seq, entry.at, icon(entry.verb), label(entry.verb), entry.reference)
            found[entry.at.date()].append(act)
    return found
