"""Across the runs of a learner: what the machine proposes, what the trainer decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.evaluation.judgement.amending import amend
from sandbox.evaluation.judgement.grid import Mark, settle
from sandbox.evaluation.judgement.parameters import Parameters
from sandbox.evaluation.judgement.rollup import Level, Proposal, RunEvidence, propose
from sandbox.evaluation.reac import reac
from sandbox.evaluation.report import Report, Verdict
from sandbox.training.assessment import reports_of
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.queries import streams_of
from sandbox.training.judging.stream import Stream
from sandbox.training.queries import Played, runs_of


@dataclass(frozen=True)
class InRun:
    """What one run says of a criterion."""

    run_id: int
    title: str
    verdict: Verdict
    met: int
    occasions: int


@dataclass(frozen=True)
class CriterionProgress:
    """A criterion across runs: proposal, decision, and each run behind them."""

    code: str
    title: str
    proposal: Proposal
    decision: JudgementEntry | None
    runs: tuple[InRun, ...]
    latest_run: int | None

    @property
    def decided(self) -> Level | None:
        """What the trainer decided last."""
        return Level(self.decision.data["level"]) if self.decision else None

    @property
    def standing(self) -> Level:
        """A person's word first, else the machine's proposal."""
        return self.decided or self.proposal.level

    @property
    def is_stale(self) -> bool:
        """Whether the proposal has changed since the decision."""
        return bool(self.decision and self.decision.data["proposed"] != self.proposal.level)


@dataclass(frozen=True)
class JudgedRun:
    """A run, its report as people left it, and what they said."""

    played: Played
    report: Report
    stream: Stream


def progress_of(
    session: Session, learner: Account, parameters: Parameters
) -> list[CriterionProgress]:
    """Every criterion of the frame for one learner; a run that a fork took over counts once."""
    return criteria_of(judged_runs(session, [learner])[learner.id], parameters)


def judged_runs(session: Session, learners: Iterable[Account]) -> dict[int, list[JudgedRun]]:
    """The runs of each of these people, first one first, in as many statements as for one."""
    people = list(learners)
    played = sorted(runs_of(session, people), key=lambda one: one.run.id)
    reports = reports_of(session, [one.run for one in played])
    streams = streams_of(session, reports)
    found: dict[int, list[JudgedRun]] = {person.id: [] for person in people}
    for one in played:
        stream = streams[one.run.id]
        report = amend(reports[one.run.id], stream.outcomes())
        found[one.run.owner_id or 0].append(JudgedRun(one, report, stream))
    return found


def criteria_of(judged: Sequence[JudgedRun], parameters: Parameters) -> list[CriterionProgress]:
    """Every criterion of the frame from the runs of one learner."""
    return [_criterion(code, title, judged, parameters) for code, title in reac().criteria.items()]


def standing_of(judged: Sequence[JudgedRun]) -> list[JudgedRun]:
    """Runs that count: what a fork replays stands in the fork, not in its parent as well."""
    taken_over = {one.played.run.parent_id for one in judged}
    return [one for one in judged if one.played.run.id not in taken_over]


def _criterion(
    code: str, title: str, judged: Sequence[JudgedRun], parameters: Parameters
) -> CriterionProgress:
    standing = standing_of(judged)
    evidence = [
        RunEvidence(one.played.run.scenario, one.report[code].findings, _marks(one))
        for one in standing
    ]
    return CriterionProgress(
        code,
        title,
        propose(code, evidence, parameters),
        _decision(code, judged),
        tuple(_in_run(code, one) for one in standing if one.report[code].occasions),
        judged[-1].played.run.id if judged else None,
    )


def _marks(one: JudgedRun) -> tuple[Mark, ...]:
    return tuple(settle(one.stream.marks()))


def _decision(code: str, judged: Sequence[JudgedRun]) -> JudgementEntry | None:
    said = [e for one in judged for e in one.stream.of(Kind.DECISION) if e.key == code]
    return max(said, key=lambda e: (e.at, e.run_id, e.seq), default=None)


def _in_run(code: str, one: JudgedRun) -> InRun:
    found = one.report[code]
    return InRun(
        one.played.run.id, one.played.setting.title, found.verdict, found.met, found.occasions
    )
