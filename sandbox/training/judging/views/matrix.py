"""What a trainer gets of a class: the matrix, one cell of it, two runs side by side."""

from http import HTTPStatus

from flask import abort, request

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.accounts.models import Cohort
from sandbox.evaluation.judgement.rollup import Level
from sandbox.evaluation.reac import reac
from sandbox.training.judging.cell import cell_of
from sandbox.training.judging.comparing import Comparison, Side, choices, compare
from sandbox.training.judging.matrix import matrix_of, tables
from sandbox.training.judging.views.blueprint import bp, parameters
from sandbox.training.queries import runs_of
from sandbox.training.reach import cohort_at, learner_at, trainers_only
from sandbox.web import Answer, download, page


@bp.get("/formateur/classes/<int:cohort_id>/matrice")
@trainers_only
def matrix(cohort_id: int) -> Answer:
    """Where each learner of a class stands, criterion by criterion."""
    cohort = cohort_at(cohort_id)
    found = matrix_of(web.session(), cohort, parameters())
    return page("judging/matrix.html", cohort=cohort, matrix=found, groups=reac().groups)


@bp.get("/formateur/classes/<int:cohort_id>/matrice.<kind>")
@trainers_only
def matrix_file(cohort_id: int, kind: str) -> Answer:
    """The same as a file."""
    cohort = cohort_at(cohort_id)
    return download(kind, *tables(matrix_of(web.session(), cohort, parameters()), cohort.name))


@bp.get("/formateur/apprenants/<int:learner_id>/criteres/<criterion>")
@trainers_only
def cell(learner_id: int, criterion: str) -> Answer:
    """What stands behind one cell: every finding of a learner on a criterion."""
    learner = learner_at(learner_id)
    if criterion not in reac().criteria:
        abort(HTTPStatus.NOT_FOUND)
    found = cell_of(web.session(), learner, criterion, parameters())
    return page("judging/cell.html", learner=learner, cell=found, levels=list(Level))


@bp.get("/formateur/classes/<int:cohort_id>/comparer")
@trainers_only
def side_by_side(cohort_id: int) -> Answer:
    """Two runs of the same scenario, chosen in the class."""
    cohort = cohort_at(cohort_id)
    learners = people.learners_of(web.session(), cohort)
    offered = choices(runs_of(web.session(), learners), learners)
    chosen = [request.args.get(name, type=int) for name in ("a", "b")]
    found = _compared(cohort, chosen) if all(chosen) else None
    return page(
        "judging/compare.html", cohort=cohort, choices=offered, chosen=chosen, comparison=found
    )


def _compared(cohort: Cohort, chosen: list[int | None]) -> Comparison:
    learners = {one.id: one for one in people.learners_of(web.session(), cohort)}
    played = {one.run.id: one for one in runs_of(web.session(), learners.values())}
    if not {*chosen} <= played.keys():
        abort(HTTPStatus.FORBIDDEN)
    one, two = (played[number or 0] for number in chosen)
    sides = tuple(Side(learners[each.run.owner_id or 0], each) for each in (one, two))
    return compare(web.session(), (sides[0], sides[1]))
