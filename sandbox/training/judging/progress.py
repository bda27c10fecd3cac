"""Across the runs of a learner: what the machine proposes, what the trainer decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.evaluation.judgement.grid import Mark, settle
from sandbox.evaluation.judgement.parameters import Parameters
from sandbox.evaluation.judgement.rollup import Level, Proposal, RunEvidence, propose
from sandbox.evaluation.reac import reac
from sandbox.evaluation.report import Report, Verdict
from sandbox.training.assessment import Entries
from sandbox.training.judging.judged import amended
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.queries import streams_of
from sandbox.training.judging.stream import Stream
from sandbox.training.queries import Played, entries_of_runs, runs_of


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
    def is_stale(self) -> bool:
        """Whether the proposal has changed since the decision."""
        return bool(self.decision and self.decision.data["proposed"] != self.proposal.level)


@dataclass(frozen=True)
class _Judged:
    played: Played
    report: Report
    stream: Stream


def progress_of(
    session: Session, learner: Account, parameters: Parameters
) -> list[CriterionProgress]:
    """Every criterion of the frame for one learner; a run that a fork took over counts once."""
    played = sorted(runs_of(session, [learner]), key=lambda one: one.run.id)
    journals = entries_of_runs(session, [one.run for one in played])
    streams = streams_of(session, journals)
    judged = [_judged(one, journals[one.run.id], streams[one.run.id]) for one in played]
    return [_criterion(code, title, judged, parameters) for code, title in reac().criteria.items()]


def _judged(played: Played, entries: Entries, stream: Stream) -> _Judged:
    return _Judged(played, amended(played.run, entries, stream), stream)


def _criterion(
    code: str, title: str, judged: Sequence[_Judged], parameters: Parameters
) -> CriterionProgress:
    # What a fork replays stands in the fork: its parent would count the same acts twice.
    taken_over = {one.played.run.parent_id for one in judged}
    standing = [one for one in judged if one.played.run.id not in taken_over]
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


def _marks(one: _Judged) -> tuple[Mark, ...]:
    return tuple(settle(one.stream.marks()))


def _decision(code: str, judged: Sequence[_Judged]) -> JudgementEntry | None:
    said = [e for one in judged for e in one.stream.of(Kind.DECISION) if e.key == code]
    return max(said, key=lambda e: (e.at, e.run_id, e.seq), default=None)


def _in_run(code: str, one: _Judged) -> InRun:
    found = one.report[code]
    return InRun(
        one.played.run.id, one.played.setting.title, found.verdict, found.met, found.occasions
    )
