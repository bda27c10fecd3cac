"""What the evaluator says of a run, ready for the screen."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

from markupsafe import Markup
from sqlalchemy.orm import Session

from sandbox.charts import radar
from sandbox.core.context import LEARNER
from sandbox.core.run import Mode, Run, RunStatus
from sandbox.evaluation.model import Finding, Outcome
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import rules
from sandbox.evaluation.report import CriterionReport, Report, Verdict, evaluate
from sandbox.filters import when
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import HintAsked
from sandbox.training.queries import entries_of_runs
from sandbox.training.wording import label

_TO_SEE_AGAIN = (Outcome.MISSED, Outcome.PARTLY)
# A class of thirty with a year of runs behind it.
_KEPT = 600

Entries = Sequence[JournalEntry]


@dataclass(frozen=True)
class Proof:
    """An entry that a finding rests on."""

    seq: int
    label: str


@dataclass(frozen=True)
class FindingView:
    """One occasion: what came of it, why, what to do next time, what proves it."""

    outcome: str
    because: str
    when: str
    advice: str
    rule: str
    rule_title: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True)
class CriterionView:
    """A criterion that was observed."""

    code: str
    title: str
    verdict: str
    met: int
    occasions: int
    findings: tuple[FindingView, ...]

    @property
    def worth_a_look(self) -> bool:
        """Whether something in it is to be done otherwise next time."""
        return self.verdict in (Verdict.PARTLY, Verdict.MISSED)


@dataclass(frozen=True)
class GroupView:
    """A competence: its criteria observed, and the titles of the others."""

    code: str
    title: str
    observed: tuple[CriterionView, ...]
    unobserved: tuple[CriterionReport, ...]


# A run, the length of its journal and its last hash say what the journal holds.
_reports: OrderedDict[tuple[int, int, str], Report] = OrderedDict()
_reports_lock = Lock()


def report_of(run: Run, entries: Entries) -> Report:
    """The evaluator's report on a journal, kept while the journal stays the same."""
    key = (run.id, len(entries), entries[-1].hash if entries else "")
    found = _reports.get(key)
    if found is None:
        found = evaluate(entries)
        with _reports_lock:
            _reports[key] = found
            while len(_reports) > _KEPT:
                _reports.popitem(last=False)
    return found


def reports_of(session: Session, runs: Iterable[Run]) -> dict[int, Report]:
    """Reports of whole journals; those not kept are judged anew, all read in one statement."""
    found, unknown = {}, []
    for run in runs:
        kept = _reports.get((run.id, run.entry_seq, run.head_hash))
        if kept is None:
            unknown.append(run)
        else:
            found[run.id] = kept
    if unknown:
        journals = entries_of_runs(session, unknown)
        found |= {run.id: report_of(run, journals[run.id]) for run in unknown}
    return found


def released(run: Run, entries: Entries, *, plays: bool) -> Entries | None:
    """What of a journal its reader may see judged; None when nothing is released yet.

    A trainer sees all. A learner sees all in discovery, whole days in training, and nothing in
    assessment before the run is closed.
    """
    if not plays or run.status != RunStatus.OPEN or run.mode == Mode.DISCOVERY:
        return entries
    if run.mode == Mode.ASSESSMENT:
        return None
    return [entry for entry in entries if entry.at.date() < run.clock.date()]


def tally(run: Run, entries: Entries) -> tuple[int, int]:
    """Occasions that went well, and occasions to see again."""
    outcomes = [f.outcome for c in report_of(run, entries).criteria for f in c.findings]
    return outcomes.count(Outcome.MET), sum(outcome in _TO_SEE_AGAIN for outcome in outcomes)


def groups_of(report: Report, entries: Entries) -> list[GroupView]:
    """Competences in the official order, their criteria as cards."""
    by_seq = {entry.seq: entry for entry in entries}
    return [
        GroupView(
            code,
            group.title,
            tuple(_view(report[c], by_seq) for c in group.criteria if report[c].findings),
            tuple(report[c] for c in group.criteria if not report[c].findings),
        )
        for code, group in reac().groups.items()
    ]


def _view(criterion: CriterionReport, by_seq: dict[int, JournalEntry]) -> CriterionView:
    return CriterionView(
        criterion.code,
        criterion.title,
        criterion.verdict,
        criterion.met,
        criterion.occasions,
        tuple(_finding(finding, by_seq) for finding in criterion.findings),
    )


def _finding(finding: Finding, by_seq: dict[int, JournalEntry]) -> FindingView:
    rule = rules[finding.rule]
    entries = [by_seq[seq] for seq in finding.evidence if seq in by_seq]
    return FindingView(
        finding.outcome,
        finding.because,
        when(entries[-1].at) if entries else "",
        rule.advice if finding.outcome in _TO_SEE_AGAIN else "",
        rule.code,
        rule.title,
        tuple(Proof(entry.seq, label(entry.verb)) for entry in entries),
    )


def chart(report: Report) -> Markup:
    """The criteria observed, drawn."""
    spokes = [(c.code, c.score, f"{c.met} sur {c.occasions}") for c in report.criteria]
    return radar(spokes, "Critères observés")


def figures(run: Run, report: Report, entries: Entries) -> list[tuple[str, str, str]]:
    """Facts of the run: label, value, remark. No mark."""
    deeds = sum(entry.post == LEARNER for entry in entries)
    days = len({entry.at.date() for entry in entries if entry.post == LEARNER})
    seen = sum(criterion.score is not None for criterion in report.criteria)
    remark = f"sur {len(report.criteria)} du référentiel"
    shown = [
        ("Jours travaillés", str(days), f"jusqu'au {when(run.clock)}"),
        ("Gestes", str(deeds), "dans le journal"),
        ("Critères observés", str(seen), remark),
    ]
    if run.mode == Mode.DISCOVERY:
        hints = sum(entry.verb == HintAsked.verb for entry in entries)
        shown.append(("Indices", str(hints), "demandés en chemin"))
    return shown
