"""Scenarios before they are given: the library, one page each, its brief and its answer sheet."""

from http import HTTPStatus

from flask import abort, request
from flask_login import current_user

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.core.run import Mode
from sandbox.training.reach import scenarios, trainers_only
from sandbox.training.scenario_page import ScenarioPage, library, scenario_page
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, page

MODES = tuple((mode.value, mode.label) for mode in Mode)


@bp.get("/formateur/scenarios")
@trainers_only
def scenario_list() -> Answer:
    """Every scenario that can be given."""
    chosen = request.args.get("classe", type=int)
    return page("training/scenarios.html", pages=list(library(scenarios())), chosen=chosen)


@bp.get("/formateur/scenarios/<scenario>")
@trainers_only
def scenario(scenario: str) -> Answer:
    """What a scenario will bring, day by day, and what it trains for."""
    cohorts = people.cohorts_of(web.session(), current_user)
    chosen = request.args.get("classe", type=int)
    return page(
        "training/scenario.html",
        shown=_shown(scenario),
        cohorts=[(cohort.id, cohort.name) for cohort in cohorts],
        chosen=chosen,
        modes=MODES,
    )


@bp.get("/formateur/scenarios/<scenario>/consigne")
@trainers_only
def scenario_brief(scenario: str) -> Answer:
    """The learner's brief, to print."""
    return page("training/scenario_brief.html", shown=_shown(scenario))


@bp.get("/formateur/scenarios/<scenario>/corrige")
@trainers_only
def scenario_answers(scenario: str) -> Answer:
    """The trainer's answer sheet, to print."""
    return page("training/scenario_answers.html", shown=_shown(scenario))


def _shown(name: str) -> ScenarioPage:
    return scenario_page(scenarios(), name) or abort(HTTPStatus.NOT_FOUND)
