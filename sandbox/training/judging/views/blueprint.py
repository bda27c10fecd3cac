"""The blueprint, and what its screens have in common: who speaks, and whom they look after."""

from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, abort, current_app
from flask_login import current_user

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.accounts.access import access_to
from sandbox.accounts.models import Account, Cohort, Role
from sandbox.core.money import MINUS
from sandbox.core.run import Run
from sandbox.evaluation.judgement.parameters import Parameters, read_parameters
from sandbox.training.judging.stream import Said
from sandbox.web import for_roles

bp = Blueprint("judging", __name__, template_folder="../templates")
trainers_only = for_roles(Role.TRAINER, Role.ADMINISTRATOR)


def said() -> Said:
    """Whoever is signed in, now."""
    return Said(current_user.id, datetime.now(UTC))


def learner_at(learner_id: int) -> Account:
    """A learner of a class that this person runs; anything else is refused."""
    found = people.learner_of(web.session(), current_user, learner_id)
    return found or abort(HTTPStatus.FORBIDDEN)


def cohort_at(cohort_id: int) -> Cohort:
    """A class that this person runs; anything else is refused."""
    found = people.cohort_of(web.session(), current_user, cohort_id)
    return found or abort(HTTPStatus.FORBIDDEN)


def run_at(played_id: int) -> Run:
    """A run that this person looks over; anything else is refused."""
    access = access_to(web.session(), current_user, played_id)
    if access is None or not access.sees:
        abort(HTTPStatus.FORBIDDEN)
    return access.run


def parameters() -> Parameters:
    """The figures of this centre."""
    return read_parameters(Path(current_app.instance_path) / "evaluation.yaml")


@bp.app_template_filter("coefficient")
def coefficient(value: float | None) -> str:
    """« 0,83 »; a dash where the figure is not defined."""
    return "—" if value is None else f"{value:.2f}".replace(".", ",").replace("-", MINUS)
