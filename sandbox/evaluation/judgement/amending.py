"""What people said of findings, applied to a report before anything is proposed from it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sandbox.evaluation.model import Finding, Outcome
from sandbox.evaluation.report import CriterionReport, Report

# What a trainer may say in place of the machine.
SAID_BY_A_PERSON = (Outcome.MET, Outcome.PARTLY, Outcome.MISSED, Outcome.NO_OCCASION)


def keyed(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Each finding under a key that stays its own as the journal grows: rule, subject, rank."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.rule}@{finding.subject}"
        seen[name] += 1
        yield f"{name}#{seen[name]}", finding


def finding_under(report: Report, key: str) -> Finding | None:
    """The finding that bears a key, if there is one."""
    for criterion in report.criteria:
        for own, finding in keyed(criterion.findings):
            if own == key:
                return finding
    return None


def amend(report: Report, outcomes: Mapping[str, Outcome]) -> Report:
    """The same report with the outcome that people gave to the findings under these keys."""
    if not outcomes:
        return report
    return Report(tuple(_amended(criterion, outcomes) for criterion in report.criteria))


def _amended(criterion: CriterionReport, outcomes: Mapping[str, Outcome]) -> CriterionReport:
    findings = tuple(
        finding._replace(outcome=outcomes[key]) if key in outcomes else finding
        for key, finding in keyed(criterion.findings)
    )
    return replace(criterion, findings=findings)
