"""A report as people left it: findings, contests, answers, and the gap with the self-rating."""

from dataclasses import dataclass

from sandbox.core.run import Mode, Run, RunStatus
from sandbox.evaluation.judgement.amending import amend, keyed
from sandbox.evaluation.model import Finding, Outcome
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import rules
from sandbox.evaluation.report import CriterionReport, Report, Verdict
from sandbox.filters import when
from sandbox.journal.models import JournalEntry
from sandbox.training.assessment import Entries, Proof, released, report_of
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.stream import Stream
from sandbox.training.wording import label

# Where the company's procedures speak of each criterion: part of the page, and its name.
_PASSAGES = {
    "delais": "Délais et montants",
    "cgv": "Conditions générales de vente",
    "regles": "Règles de la maison",
    "qui": "Qui prévenir",
    "delegation": "Délégation",
    "relance": "Relance des factures",
}
_BY_PASSAGE = {
    "delais": ("CP1.1", "CP1.2", "CP2.1", "CP4.1"),
    "cgv": ("CP1.3", "CP3.2"),
    "regles": ("CP1.4", "CP2.2", "CP3.5", "CT1.1", "CT2.1"),
    "qui": ("CP2.3", "CP3.4", "CT2.2"),
    "delegation": ("CP3.1", "CP3.3", "CP4.3", "CT1.2"),
    "relance": ("CP4.2",),
}
_PASSAGE_OF = {code: anchor for anchor, codes in _BY_PASSAGE.items() for code in codes}
_RANKS = {"missed": 0, "partly": 1, "met": 2}
_GAPS = {
    0: "Vous et le constat dites la même chose.",
    1: "Vous étiez plus sévère que le constat.",
    -1: "Vous vous voyiez plus haut que le constat.",
}


@dataclass(frozen=True)
class JudgedFinding:
    """One occasion, what the machine saw of it, and what people said of it since."""

    key: str
    finding: Finding
    when: str
    entries: tuple[JournalEntry, ...]
    proofs: tuple[Proof, ...]
    contest: JudgementEntry | None
    answer: JudgementEntry | None
    override: JudgementEntry | None
    pending: bool

    @property
    def outcome(self) -> Outcome:
        """What stands: a person's word first."""
        if self.pending:
            return Outcome.CONTESTED
        return Outcome(self.override.data["outcome"]) if self.override else self.finding.outcome

    @property
    def rule_title(self) -> str:
        """The behaviour expected."""
        return rules[self.finding.rule].title

    @property
    def advice(self) -> str:
        """What to do next time, when there is something to change."""
        lacking = self.outcome in (Outcome.MISSED, Outcome.PARTLY, Outcome.CONTESTED)
        return rules[self.finding.rule].advice if lacking else ""

    @property
    def passage(self) -> tuple[str, str]:
        """Anchor and title of the passage of the procedures, empty when there is none."""
        anchor = _PASSAGE_OF.get(self.finding.criterion, "")
        return anchor, _PASSAGES.get(anchor, "")


@dataclass(frozen=True)
class JudgedCriterion:
    """A criterion: what stands of its findings, and how the learner saw it beforehand."""

    report: CriterionReport
    findings: tuple[JudgedFinding, ...]
    self_level: str
    comments: tuple[str, ...]

    @property
    def gap(self) -> str:
        """What to think of the distance between both, in a sentence."""
        verdict = self.report.verdict
        if verdict == Verdict.NOT_OBSERVED:
            return "L'occasion ne s'est pas présentée."
        if self.self_level not in _RANKS:
            return "Vous ne saviez pas : voici ce qui a été vu."
        distance = _RANKS[verdict] - _RANKS[self.self_level]
        return _GAPS[max(-1, min(distance, 1))]

    @property
    def worth_a_look(self) -> bool:
        """Whether something in it is to be seen again."""
        return self.report.verdict in (Verdict.PARTLY, Verdict.MISSED)

    @property
    def is_contested(self) -> bool:
        """Whether one of its findings waits for an answer."""
        return any(found.pending for found in self.findings)


@dataclass(frozen=True)
class JudgedGroup:
    """A competence and its criteria."""

    code: str
    title: str
    criteria: tuple[JudgedCriterion, ...]

    @property
    def observed(self) -> list[JudgedCriterion]:
        """Criteria of which something was seen, or said."""
        return [one for one in self.criteria if one.findings or one.comments]

    @property
    def unobserved(self) -> list[JudgedCriterion]:
        """The others."""
        return [one for one in self.criteria if not (one.findings or one.comments)]


def shown(run: Run, entries: Entries, stream: Stream, *, plays: bool) -> Entries | None:
    """What of a journal its reader may see judged; None when nothing is released yet.

    In assessment a learner sees what the trainer released, as the journal stood then.
    """
    if plays and run.mode == Mode.ASSESSMENT:
        release = stream.release()
        return entries[: release.data["entries"]] if release else None
    return released(run, entries, plays=plays)


def rates_first(run: Run, stream: Stream, *, plays: bool) -> bool:
    """Whether a learner whose run is over is to say how they did before they read anything."""
    over = run.status != RunStatus.OPEN or run.mode == Mode.ASSESSMENT
    return plays and over and run.mode != Mode.DISCOVERY and not stream.has_rated_self


def detail_is_shown(run: Run, entry: JournalEntry, stream: Stream, *, plays: bool) -> bool:
    """Whether what an entry kept may be read yet: it may tell what its reader had not seen."""
    if plays and run.mode == Mode.ASSESSMENT:
        release = stream.release()
        return release is not None and entry.seq <= release.data["entries"]
    return bool(released(run, [entry], plays=plays))


def amended(run: Run, entries: Entries, stream: Stream) -> Report:
    """The report of a run with what people made of its findings."""
    return amend(report_of(run, entries), stream.outcomes())


def judged_groups(run: Run, entries: Entries, stream: Stream) -> list[JudgedGroup]:
    """Competences in the official order, with what people said."""
    machine, report = report_of(run, entries), amended(run, entries, stream)
    by_seq = {entry.seq: entry for entry in entries}
    return [
        JudgedGroup(
            code,
            group.title,
            tuple(_criterion(machine[c], report[c], by_seq, stream) for c in group.criteria),
        )
        for code, group in reac().groups.items()
    ]


def judged_criterion(run: Run, entries: Entries, stream: Stream, code: str) -> JudgedCriterion:
    """One criterion of a run, with what people said."""
    by_seq = {entry.seq: entry for entry in entries}
    machine, report = report_of(run, entries), amended(run, entries, stream)
    return _criterion(machine[code], report[code], by_seq, stream)


def judged_findings(run: Run, entries: Entries, stream: Stream) -> list[JudgedFinding]:
    """Every finding, in the order of the run."""
    groups = judged_groups(run, entries, stream)
    every = [f for group in groups for criterion in group.criteria for f in criterion.findings]
    return sorted(every, key=lambda found: max(found.finding.evidence, default=0))


def _criterion(
    machine: CriterionReport,
    report: CriterionReport,
    by_seq: dict[int, JournalEntry],
    stream: Stream,
) -> JudgedCriterion:
    comments = (e.reason for e in stream.of(Kind.COMMENT) if e.key == report.code)
    return JudgedCriterion(
        report,
        tuple(_finding(key, found, by_seq, stream) for key, found in keyed(machine.findings)),
        stream.self_ratings.get(report.code, "unknown"),
        tuple(comments),
    )


def _finding(
    key: str, finding: Finding, by_seq: dict[int, JournalEntry], stream: Stream
) -> JudgedFinding:
    entries = tuple(by_seq[seq] for seq in finding.evidence if seq in by_seq)
    return JudgedFinding(
        key=key,
        finding=finding,
        when=when(entries[-1].at) if entries else "",
        entries=entries,
        proofs=tuple(Proof(entry.seq, label(entry.verb)) for entry in entries),
        contest=stream.contests.get(key),
        answer=stream.latest(Kind.ANSWER).get(key),
        override=stream.latest(Kind.OVERRIDE).get(key),
        pending=key in stream.pending(),
    )
