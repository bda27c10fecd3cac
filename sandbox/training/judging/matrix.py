"""A class against the criteria: where each learner stands, and the occasions most missed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.accounts import queries as people
from sandbox.accounts.models import Account, Cohort
from sandbox.core.workbooks import Cell, Table
from sandbox.evaluation.judgement.parameters import Parameters
from sandbox.evaluation.judgement.rollup import Level
from sandbox.evaluation.model import Outcome
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import rules
from sandbox.training.judging.progress import (
    CriterionProgress,
    JudgedRun,
    criteria_of,
    judged_runs,
    standing_of,
)

MOST_MISSED = 10


@dataclass(frozen=True)
class Row:
    """A learner, and every criterion in the official order."""

    learner: Account
    criteria: tuple[CriterionProgress, ...]


@dataclass(frozen=True)
class MissedRule:
    """A behaviour expected: who had the occasion, who missed it, how many times.

    ``run_id`` is a run in which it was missed, for the rule's page.
    """

    rule: str
    criterion: str
    title: str
    blocking: bool
    had: int
    missed_by: tuple[Account, ...]
    occasions: int
    missed: int
    run_id: int


@dataclass(frozen=True)
class Matrix:
    """A class: learners by name, criteria in the official order."""

    rows: tuple[Row, ...]
    missed: tuple[MissedRule, ...]

    @property
    def counts(self) -> list[tuple[Level, list[int]]]:
        """How many learners stand at each level, criterion by criterion."""
        columns = list(zip(*(row.criteria for row in self.rows), strict=True))
        return [
            (level, [sum(c.standing == level for c in own) for own in columns]) for level in Level
        ]


def matrix_of(session: Session, cohort: Cohort, parameters: Parameters) -> Matrix:
    """Where a class stands, in as many statements for thirty learners as for one."""
    learners = people.learners_of(session, cohort)
    judged = judged_runs(session, learners)
    rows = (Row(one, tuple(criteria_of(judged[one.id], parameters))) for one in learners)
    return Matrix(tuple(rows), tuple(most_missed(learners, judged)))


def most_missed(
    learners: Sequence[Account], judged: Mapping[int, Sequence[JudgedRun]]
) -> list[MissedRule]:
    """Behaviours that most learners missed, then those most often missed."""
    found = [
        _missed(code, seen, learners) for code, seen in sorted(_outcomes(judged).items()) if code
    ]
    some = [one for one in found if one.missed_by]
    some.sort(key=lambda one: (-len(one.missed_by), -one.missed, one.rule))
    return some[:MOST_MISSED]


def _outcomes(
    judged: Mapping[int, Sequence[JudgedRun]],
) -> dict[str, list[tuple[int, int, Outcome]]]:
    """By rule, each occasion: the learner, the run, what came of it."""
    seen: dict[str, list[tuple[int, int, Outcome]]] = defaultdict(list)
    for learner_id, runs in judged.items():
        for run in standing_of(runs):
            for criterion in run.report.criteria:
                for finding in criterion.counted:
                    seen[finding.rule].append((learner_id, run.played.run.id, finding.outcome))
    return seen


def _missed(
    code: str, seen: Sequence[tuple[int, int, Outcome]], learners: Sequence[Account]
) -> MissedRule:
    missed = [(learner, run) for learner, run, outcome in seen if outcome == Outcome.MISSED]
    who = {learner for learner, _ in missed}
    rule = rules.get(code)
    return MissedRule(
        rule=code,
        criterion=code.partition("/")[0],
        title=rule.title if rule else code,
        blocking=bool(rule and rule.blocking),
        had=len({learner for learner, _, _ in seen}),
        missed_by=tuple(one for one in learners if one.id in who),
        occasions=len(seen),
        missed=len(missed),
        run_id=missed[-1][1] if missed else 0,
    )


def tables(matrix: Matrix, name: str) -> list[Table]:
    """The same for a spreadsheet: where each stands, the reasons, the occasions most missed."""
    titles = reac().criteria
    heads = ("Apprenant", *(f"{code} {title}" for code, title in titles.items()))
    lines = ("Apprenant", "Critère", "Proposé", "Décidé", "Motif", "Occasions", "Réussies")
    missed = ("Critère", "Attendu", "Bloquant", "Ont eu l'occasion", "L'ont manquée", "Fois", "Sur")
    return [
        Table(f"Classe {name}", heads, (_levels(row) for row in matrix.rows)),
        Table("Détail", lines, (line for row in matrix.rows for line in _details(row))),
        Table("Occasions manquées", missed, (_missed_row(one) for one in matrix.missed)),
    ]


def _levels(row: Row) -> list[Cell]:
    return [row.learner.name, *(_said(one) for one in row.criteria)]


def _said(one: CriterionProgress) -> str:
    return one.decided.label if one.decided else f"{one.proposal.level.label} (proposé)"


def _details(row: Row) -> Iterator[list[Cell]]:
    for one in row.criteria:
        decided = one.decided.label if one.decided else ""
        why = one.decision.reason if one.decision else ""
        proposal = one.proposal
        counts = (proposal.opportunities, proposal.met)
        yield [row.learner.name, one.code, proposal.level.label, decided, why, *counts]


def _missed_row(one: MissedRule) -> list[Cell]:
    blocking = "oui" if one.blocking else "non"
    learners = len(one.missed_by)
    return [one.criterion, one.title, blocking, one.had, learners, one.missed, one.occasions]
