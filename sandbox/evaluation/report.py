"""From a journal to a judgement, criterion by criterion: a pure function."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sandbox.core.money import divide_half_up
from sandbox.evaluation import rules as _every_rule  # noqa: F401  (registers them)
from sandbox.evaluation.expectations import rules_of
from sandbox.evaluation.facts import LEARNER, Facts
from sandbox.evaluation.model import Entry, Finding, Outcome
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import rules

# docs/adr/verdict-in-one-run.md says why; in hundredths.
MET_FROM = 70
MISSED_UNDER = 50


class Verdict(StrEnum):
    """What one run shows of a criterion; « acquis » is only ever said across runs, by a person."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_OBSERVED = "not_observed"


@dataclass(frozen=True, slots=True)
class CriterionReport:
    """One criterion: its findings in the order of the run, and what they come to."""

    code: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def counted(self) -> list[Finding]:
        """Findings on which the verdict rests."""
        return [finding for finding in self.findings if finding.outcome.counts]

    @property
    def occasions(self) -> int:
        """How many times the behaviour was called for."""
        return len(self.counted)

    @property
    def met(self) -> int:
        """How many times it was wholly there."""
        return _count(self.counted, Outcome.MET)

    @property
    def score(self) -> int | None:
        """Part of the occasions that succeeded, 0-100, half a point for « partly »; half up."""
        if not self.occasions:
            return None
        points = 2 * self.met + _count(self.counted, Outcome.PARTLY)
        return divide_half_up(100 * points, 2 * self.occasions)

    @property
    def verdict(self) -> Verdict:
        """No occasion shows nothing; a blocking indicator missed rules « met » out."""
        if self.score is None:
            return Verdict.NOT_OBSERVED
        blocked = _blocked(self.counted)
        if Verdict.MISSED in blocked or self.score < MISSED_UNDER:
            return Verdict.MISSED
        return Verdict.PARTLY if blocked or self.score < MET_FROM else Verdict.MET


@dataclass(frozen=True, slots=True)
class Report:
    """Every criterion that a run may show, in the official order."""

    criteria: tuple[CriterionReport, ...]

    def __getitem__(self, code: str) -> CriterionReport:
        return next(criterion for criterion in self.criteria if criterion.code == code)


def evaluate(entries: Iterable[Entry], judged: str = LEARNER) -> Report:
    """Judge the deeds of a post from the entries of one journal, in order."""
    return report_on(Facts(entries, judged))


def report_on(facts: Facts) -> Report:
    """Judge facts by every rule, and by what the scenario expects besides."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for rule in (*rules.values(), *rules_of(facts)):
        found[rule.criterion] += rule.judge(facts)
    return Report(tuple(criterion_report(code, found[code]) for code in reac().criteria))


def criterion_report(code: str, findings: Iterable[Finding]) -> CriterionReport:
    """The findings of one criterion, in the order of the run."""
    return CriterionReport(code, reac().criteria[code], tuple(sorted(findings, key=_in_time)))


def as_json(report: Report) -> dict[str, Any]:
    """The ``criteria`` object of ``flask play --json`` (format 1)."""
    return {
        criterion.code: {
            "verdict": criterion.verdict.value,
            "met": criterion.met,
            "occasions": criterion.occasions,
            "score": criterion.score,
            "findings": [_plain(finding) for finding in criterion.findings],
        }
        for criterion in report.criteria
    }


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "outcome": finding.outcome.value,
        "because": finding.because,
        "evidence": list(finding.evidence),
    }


def _in_time(finding: Finding) -> tuple[int, str, str]:
    last = finding.evidence[-1] if finding.evidence else 0
    return last, finding.rule, finding.because


def _count(findings: Sequence[Finding], outcome: Outcome) -> int:
    return sum(finding.outcome is outcome for finding in findings)


def _blocked(findings: Sequence[Finding]) -> set[Verdict]:
    """What blocking indicators say, each on its own: missed on half its occasions, or on some."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.blocking:
            by_rule[finding.rule].append(finding)
    said = set()
    for own in by_rule.values():
        failures = _count(own, Outcome.MISSED)
        if failures:
            said.add(Verdict.MISSED if 2 * failures >= len(own) else Verdict.PARTLY)
    return said
