"""The trainer's screens: the class, each learner, their runs."""

from datetime import datetime
from http import HTTPStatus

from flask import Response, abort, request, url_for
from flask_login import current_user

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.accounts import services as accounts
from sandbox.accounts.models import Role
from sandbox.accounts.passwords import new_access_code
from sandbox.core.calendar import PARIS
from sandbox.core.database import writing
from sandbox.core.run import Mode, Run
from sandbox.training import pacing, services
from sandbox.training.library import scenario_titles
from sandbox.training.queries import runs_of
from sandbox.training.reach import (
    cohort_at,
    learner_at,
    run_at,
    scenarios,
    seats_of,
    trainers_only,
)
from sandbox.training.views.blueprint import bp
from sandbox.training.wall import wall
from sandbox.web import Answer, done, page

FREE = "Chacun avance à son pas."


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
    seen = wall(session, cohort, _now(), fresh=True) if cohort else None
    return page("training/wall.html", cohorts=cohorts, cohort=cohort, wall=seen, hidden=_hidden())


def _now() -> datetime:
    return datetime.now(PARIS)


def _hidden() -> bool:
    """Whether names are kept from the projector."""
    return request.args.get("noms") == "caches"


@bp.get("/formateur/classes/<int:cohort_id>/mur")
@trainers_only
def wall_news(cohort_id: int) -> Answer:
    """The tiles again, when one of them has changed."""
    cohort = cohort_at(cohort_id)
    seen = wall(web.session(), cohort, _now(), since=request.args.get("etat", ""))
    if seen is None:
        return Response(status=HTTPStatus.NO_CONTENT)
    return page("training/_tiles.html", cohort=cohort, wall=seen, hidden=_hidden())


@bp.post("/formateur/classes/<int:cohort_id>/battement")
@trainers_only
def wall_beat(cohort_id: int) -> Answer:
    """The trainer's open page lets the clock of the class go on."""
    runs = (seat.played.run for seat in seats_of(cohort_at(cohort_id)))
    for run in [run for run in runs if run.pace and not run.paused]:
        with writing(web.session()) as session:
            pacing.beat(session, run.id, _now())
            session.commit()
    return wall_news(cohort_id)


@bp.post("/formateur/classes/<int:cohort_id>/allure")
@trainers_only
def class_pace(cohort_id: int) -> Answer:
    """Drive the clock of the whole class, or give it back."""
    chosen = request.form.get("pace", -1, type=int)
    seats = seats_of(cohort_at(cohort_id))
    with writing(web.session()) as session:
        for seat in seats:
            pacing.set_pace(session, seat.played.run.id, chosen, _now(), by_trainer=True)
        session.commit()
    said = f"L'horloge de la classe tourne {pacing.PACES[chosen]}." if chosen else FREE
    return done(said, url_for(".trainer", classe=cohort_id))


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
        cohort = cohort_at(cohort_id)
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
    found = learner_at(learner_id)
    return page(
        "training/learner.html",
        learner=found,
        runs=runs_of(web.session(), [found]),
        scenarios=scenario_titles(scenarios()),
        modes=[("", "Celui du scénario"), *((mode.value, mode.label) for mode in Mode)],
    )


@bp.post("/formateur/apprenants/<int:learner_id>/code")
@trainers_only
def reset_access(learner_id: int) -> Answer:
    """Give a learner a new access code, and show it, once."""
    with writing(web.session()) as session:
        found = learner_at(learner_id)
        code = accounts.reset_access(session, found)
        session.commit()
    return page("training/card.html", learner=found, code=code, cohort=None)


@bp.post("/formateur/apprenants/<int:learner_id>/parties")
@trainers_only
def give_run(learner_id: int) -> Answer:
    """Open a run of a scenario for a learner."""
    with writing(web.session()) as session:
        found, mode = learner_at(learner_id), request.form.get("mode", "")
        services.give_run(
            session,
            found,
            scenario=request.form.get("scenario", ""),
            folder=scenarios(),
            mode=Mode(mode) if mode in list(Mode) else None,
        )
        session.commit()
    return done(f"Une partie attend {found.name}.", url_for(".learner", learner_id=learner_id))


@bp.post("/formateur/parties/<int:played_id>/recommencer")
@trainers_only
def begin_again(played_id: int) -> Answer:
    """Close a run, and open a fresh one of the same scenario."""
    with writing(web.session()) as session:
        owner = _owner(run_at(played_id))
        services.begin_again(session, played_id, folder=scenarios())
        session.commit()
    message = "Partie neuve ouverte. L'ancienne est close et reste consultable."
    return done(message, url_for(".learner", learner_id=owner))


@bp.post("/formateur/parties/<int:played_id>/clore")
@trainers_only
def close_run(played_id: int) -> Answer:
    """Close a run for good; the report of an assessment still waits to be released."""
    with writing(web.session()) as session:
        owner = _owner(run_at(played_id))
        services.close_run(session, played_id)
        session.commit()
    return done("Partie close : elle ne se joue plus.", url_for(".learner", learner_id=owner))


def _owner(run: Run) -> int:
    return run.owner_id or abort(HTTPStatus.NOT_FOUND)
