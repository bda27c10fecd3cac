"""The trainer's screens: the class, each learner, their runs."""

from http import HTTPStatus
from pathlib import Path

from flask import abort, current_app, request, url_for
from flask_login import current_user

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.accounts import services as accounts
from sandbox.accounts.access import access_to
from sandbox.accounts.models import Account, Cohort, Role
from sandbox.accounts.passwords import new_access_code
from sandbox.core.database import writing
from sandbox.core.run import Mode, Run
from sandbox.training import services
from sandbox.training.library import scenario_titles
from sandbox.training.queries import runs_of
from sandbox.training.views.blueprint import bp
from sandbox.training.wall import wall
from sandbox.web import Answer, done, for_roles, page

trainers_only = for_roles(Role.TRAINER, Role.ADMINISTRATOR)


@bp.get("/formateur")
@trainers_only
def trainer() -> Answer:
    """The class on one wall."""
    session = web.session()
    cohorts = people.cohorts_of(session, current_user)
    chosen = request.args.get("classe", type=int)
    cohort = next((c for c in cohorts if c.id == chosen), next(iter(cohorts), None))
    if chosen and (cohort is None or cohort.id != chosen):
        abort(HTTPStatus.FORBIDDEN)
    tiles = wall(session, cohort) if cohort else []
    return page("training/wall.html", cohorts=cohorts, cohort=cohort, tiles=tiles)


@bp.post("/formateur/classes")
@trainers_only
def create_cohort() -> Answer:
    """Open a class of one's own."""
    with writing(web.session()) as session:
        name = request.form.get("name", "")
        cohort = accounts.create_cohort(session, name=name, trainer=current_user)
        session.commit()
    return done(f"Classe « {cohort.name} » créée.", url_for(".trainer", classe=cohort.id))


@bp.post("/formateur/classes/<int:cohort_id>/apprenants")
@trainers_only
def create_learner(cohort_id: int) -> Answer:
    """Open a learner's account, and show its access code, once."""
    code = new_access_code()
    with writing(web.session()) as session:
        cohort = _cohort(cohort_id)
        login, name = request.form.get("login", ""), request.form.get("name", "")
        learner = accounts.create_account(
            session, login=login, name=name, role=Role.LEARNER, password=code, cohort=cohort
        )
        session.commit()
    return page("training/card.html", learner=learner, code=code, cohort=cohort)


@bp.get("/formateur/apprenants/<int:learner_id>")
@trainers_only
def learner(learner_id: int) -> Answer:
    """One learner: their runs, and what can be done for them."""
    found = _learner(learner_id)
    return page(
        "training/learner.html",
        learner=found,
        runs=runs_of(web.session(), [found]),
        scenarios=scenario_titles(_folder()),
        modes=[("", "Celui du scénario"), *((mode.value, mode.label) for mode in Mode)],
    )


@bp.post("/formateur/apprenants/<int:learner_id>/code")
@trainers_only
def reset_access(learner_id: int) -> Answer:
    """Give a learner a new access code, and show it, once."""
    with writing(web.session()) as session:
        found = _learner(learner_id)
        code = accounts.reset_access(session, found)
        session.commit()
    return page("training/card.html", learner=found, code=code, cohort=None)


@bp.post("/formateur/apprenants/<int:learner_id>/parties")
@trainers_only
def give_run(learner_id: int) -> Answer:
    """Open a run of a scenario for a learner."""
    with writing(web.session()) as session:
        found, mode = _learner(learner_id), request.form.get("mode", "")
        services.give_run(
            session,
            found,
            scenario=request.form.get("scenario", ""),
            folder=_folder(),
            mode=Mode(mode) if mode in list(Mode) else None,
        )
        session.commit()
    return done(f"Une partie attend {found.name}.", url_for(".learner", learner_id=learner_id))


@bp.post("/formateur/parties/<int:played_id>/recommencer")
@trainers_only
def begin_again(played_id: int) -> Answer:
    """Close a run, and open a fresh one of the same scenario."""
    with writing(web.session()) as session:
        owner = _owner(_run(played_id))
        services.begin_again(session, played_id, folder=_folder())
        session.commit()
    message = "Partie neuve ouverte. L'ancienne est close et reste consultable."
    return done(message, url_for(".learner", learner_id=owner))


@bp.post("/formateur/parties/<int:played_id>/clore")
@trainers_only
def close_run(played_id: int) -> Answer:
    """Close a run for good; the report of an assessment still waits to be released."""
    with writing(web.session()) as session:
        owner = _owner(_run(played_id))
        services.close_run(session, played_id)
        session.commit()
    return done("Partie close : elle ne se joue plus.", url_for(".learner", learner_id=owner))


def _folder() -> Path:
    return Path(current_app.config["SCENARIOS"])


def _cohort(cohort_id: int) -> Cohort:
    """A class that this person runs; anything else is refused."""
    found = people.cohort_of(web.session(), current_user, cohort_id)
    return found or abort(HTTPStatus.FORBIDDEN)


def _learner(learner_id: int) -> Account:
    """A learner of a class that this person runs; anything else is refused."""
    found = people.learner_of(web.session(), current_user, learner_id)
    return found or abort(HTTPStatus.FORBIDDEN)


def _run(played_id: int) -> Run:
    """A run that this person looks over; anything else is refused."""
    access = access_to(web.session(), current_user, played_id)
    if access is None or not access.sees:
        abort(HTTPStatus.FORBIDDEN)
    return access.run


def _owner(run: Run) -> int:
    return run.owner_id or abort(HTTPStatus.NOT_FOUND)
