"""One cell of the matrix: a learner, a criterion, and everything that was seen of it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.evaluation.judgement.parameters import Parameters
from sandbox.training.judging.judged import JudgedCriterion, judged_criterion
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.progress import (
    CriterionProgress,
    criteria_of,
    judged_runs,
    standing_of,
)
from sandbox.training.queries import Played, entries_of_runs


@dataclass(frozen=True)
class InOneRun:
    """What one run shows of the criterion, with its findings and their proofs."""

    played: Played
    judged: JudgedCriterion


@dataclass(frozen=True)
class CriterionCell:
    """A criterion of a learner: where it stands, the runs behind, what was said in the room."""

    progress: CriterionProgress
    runs: tuple[InOneRun, ...]
    observations: tuple[JudgementEntry, ...]
    decisions: tuple[JudgementEntry, ...]


def cell_of(
    session: Session, learner: Account, criterion: str, parameters: Parameters
) -> CriterionCell:
    """Everything seen of a criterion across the runs of a learner, latest run first."""
    judged = judged_runs(session, [learner])[learner.id]
    standing = [one for one in standing_of(judged) if one.report[criterion].findings]
    journals = entries_of_runs(session, [one.played.run for one in standing])
    runs = [
        InOneRun(
            one.played,
            judged_criterion(one.played.run, journals[one.played.run.id], one.stream, criterion),
        )
        for one in reversed(standing)
    ]
    said = [e for one in judged for e in one.stream.entries if e.key == criterion]
    said.sort(key=lambda entry: (entry.at, entry.run_id, entry.seq))
    progress = next(one for one in criteria_of(judged, parameters) if one.code == criterion)
    return CriterionCell(
        progress,
        tuple(runs),
        tuple(entry for entry in said if entry.kind == Kind.OBSERVATION),
        tuple(entry for entry in said if entry.kind == Kind.DECISION),
    )
