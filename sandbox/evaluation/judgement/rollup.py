"""Across runs: acquis, en cours, non acquis, non observé. The machine proposes, a person decides.

The figures are those of ``parameters.yaml``; docs/adr/proposal-across-runs.md says why.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sandbox.evaluation.judgement.grid import ITEMS, LEVEL_LABELS, Mark
from sandbox.evaluation.judgement.parameters import Parameters
from sandbox.evaluation.model import Finding, Outcome
from sandbox.evaluation.registry import rules
from sandbox.evaluation.wording import french


class Level(StrEnum):
    """What is said of a criterion across runs."""

    ACQUIRED = "acquired"
    IN_PROGRESS = "in_progress"
    NOT_ACQUIRED = "not_acquired"
    NOT_OBSERVED = "not_observed"

    @property
    def label(self) -> str:
        """The word of the official booklet."""
        return _LABELS[self]


_LABELS = {
    Level.ACQUIRED: "Acquis",
    Level.IN_PROGRESS: "En cours",
    Level.NOT_ACQUIRED: "Non acquis",
    Level.NOT_OBSERVED: "Non observé",
}


@dataclass(frozen=True)
class RunEvidence:
    """What one run shows of one criterion, amended by people; runs are given in order."""

    scenario: str
    findings: tuple[Finding, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A level, and in French sentences why it is that one and not a better one."""

    level: Level
    reasons: tuple[str, ...]
    opportunities: int
    met: int
    scenarios: int


def propose(criterion: str, runs: Sequence[RunEvidence], parameters: Parameters) -> Proposal:
    """What the machine proposes of a criterion from all the runs of a learner."""
    seen = _Seen(criterion, runs, parameters)
    level, reasons = _level(seen, parameters)
    sentences = tuple(french(reason) for reason in reasons)
    return Proposal(level, sentences, seen.opportunities, seen.met, len(seen.scenarios))


class _Seen:
    """Occasions and ratings of every run, side by side."""

    def __init__(self, criterion: str, runs: Sequence[RunEvidence], parameters: Parameters) -> None:
        human = parameters.of(criterion)
        self.required = human.required
        counted = [(run.scenario, f) for run in runs for f in run.findings if f.outcome.counts]
        marks = [(rank, m) for rank, run in enumerate(runs) for m in run.marks]
        rated = [(rank, mark) for rank, mark in marks if mark.item in human.items]
        self.findings = [finding for _, finding in counted]
        self.marks: dict[str, list[int]] = {item: [] for item in human.items}
        for _, mark in rated:
            self.marks[mark.item].append(mark.level)
        texts = {(rank, mark.text) for rank, mark in rated} if human.required else set()
        self.opportunities = len(counted) + len(texts)
        self.scenarios = {name for name, _ in counted} | {runs[rank].scenario for rank, _ in texts}
        self.met = sum(finding.outcome == Outcome.MET for finding in self.findings)

    @property
    def blocking(self) -> dict[str, list[Outcome]]:
        """Outcomes of each blocking indicator, each on its own occasions, in order."""
        found: dict[str, list[Outcome]] = defaultdict(list)
        for finding in self.findings:
            if finding.blocking:
                found[finding.rule].append(finding.outcome)
        return found

    @property
    def others(self) -> list[Outcome]:
        """Outcomes of every other indicator, together."""
        return [finding.outcome for finding in self.findings if not finding.blocking]


def _level(seen: _Seen, p: Parameters) -> tuple[Level, list[str]]:
    if seen.opportunities < p.opportunities:
        return Level.NOT_OBSERVED, [_too_few(seen.opportunities, p.opportunities)]
    failures = list(_failures(seen, p))
    if failures:
        return Level.NOT_ACQUIRED, failures
    lacks = [*_scenarios(seen, p), *_blocking(seen, p), *_others(seen, p), *_human(seen, p)]
    if lacks:
        return Level.IN_PROGRESS, lacks
    return Level.ACQUIRED, ["Toutes les conditions sont réunies."]


def _too_few(count: int, wanted: int) -> str:
    return f"Occasions rencontrées : {count} ; il en faut {wanted}."


def _failures(seen: _Seen, p: Parameters) -> Iterator[str]:
    for code, outcomes in seen.blocking.items():
        failed = outcomes.count(Outcome.MISSED)
        if failed and 100 * failed >= p.blocking_missed * len(outcomes):
            yield f"Bloquant manqué {failed} fois sur {len(outcomes)} : {_title(code)}"


def _scenarios(seen: _Seen, p: Parameters) -> Iterator[str]:
    if len(seen.scenarios) < p.scenarios:
        yield f"Vu dans {len(seen.scenarios)} scénario ; il en faut {p.scenarios}."


def _blocking(seen: _Seen, p: Parameters) -> Iterator[str]:
    for code, outcomes in seen.blocking.items():
        done = outcomes.count(Outcome.MET)
        if 100 * done < p.blocking_met * len(outcomes):
            yield f"Bloquant réussi {done} fois sur {len(outcomes)} : {_title(code)}"
        elif outcomes[-1] != Outcome.MET:
            yield f"Bloquant non réussi la dernière fois : {_title(code)}"


def _others(seen: _Seen, p: Parameters) -> Iterator[str]:
    others = seen.others
    points = 100 * others.count(Outcome.MET) + p.partly_weight * others.count(Outcome.PARTLY)
    if points < p.others_met * len(others):
        done = others.count(Outcome.MET)
        yield (
            f"Autres indicateurs réussis {done} fois sur {len(others)} ; "
            f"il faut {p.others_met} pour cent."
        )


def _human(seen: _Seen, p: Parameters) -> Iterator[str]:
    for item, levels in seen.marks.items():
        name = ITEMS[item]
        if not levels and seen.required:
            yield f"{name} : seul un formateur peut le dire, aucun texte n'est noté."
        elif levels and _middle(levels) < p.human_from:
            yield f"{name} : {LEVEL_LABELS[_middle(levels)]} d'après le formateur."


def _middle(levels: list[int]) -> int:
    return sorted(levels)[(len(levels) - 1) // 2]


def _title(code: str) -> str:
    return rules[code].title if code in rules else code
