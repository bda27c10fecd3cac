"""One run from the trainer's chair: its incidents, requests, observations, and the way back."""

from flask import request, url_for

from sandbox import web
from sandbox.accounts.models import Account
from sandbox.core.database import writing
from sandbox.core.setting import setting_of
from sandbox.erp.models import Approval
from sandbox.evaluation.reac import reac
from sandbox.simulation.conducting import answer_as_post, pause_run, resume_run
from sandbox.simulation.incidents.services import cancel_incident, fire_incident
from sandbox.simulation.models import Incident
from sandbox.training import services, stirring
from sandbox.training.judging.queries import stream_of
from sandbox.training.judging.services import observe
from sandbox.training.judging.views.blueprint import said
from sandbox.training.reach import run_at, trainers_only
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, done, page


@bp.get("/formateur/parties/<int:played_id>/pilotage")
@trainers_only
def conduct(played_id: int) -> Answer:
    """Everything that can be done in one run."""
    session, run = web.session(), run_at(played_id)
    return page(
        "training/conduct.html",
        played=run,
        setting=setting_of(session, run.digest),
        learner=session.get(Account, run.owner_id),
        incidents=stirring.incident_lines(session, run),
        requests=stirring.requests_of(session, played_id),
        checkpoints=stirring.checkpoints(session, played_id),
        observations=stream_of(session, played_id).observations,
        criteria=[("", "Sans critère"), *((c, f"{c} {t}") for c, t in reac().criteria.items())],
    )


def _back(message: str, played_id: int) -> Answer:
    return done(message, url_for(".conduct", played_id=played_id))


@bp.post("/formateur/parties/<int:played_id>/incidents/<int:incident_id>/declencher")
@trainers_only
def fire(played_id: int, incident_id: int) -> Answer:
    """Let an armed or planned incident strike now."""
    with web.stirring(run_at(played_id).id) as ctx:
        fire_incident(ctx, ctx.get(Incident, incident_id))
    return _back("L'incident se produit.", played_id)


@bp.post("/formateur/parties/<int:played_id>/incidents/<int:incident_id>/abandonner")
@trainers_only
def cancel(played_id: int, incident_id: int) -> Answer:
    """Give up an incident that has not struck."""
    with web.stirring(run_at(played_id).id) as ctx:
        cancel_incident(ctx, ctx.get(Incident, incident_id))
    return _back("L'incident ne se produira pas.", played_id)


@bp.post("/formateur/parties/<int:played_id>/accords/<int:approval_id>")
@trainers_only
def answer_request(played_id: int, approval_id: int) -> Answer:
    """Answer as the director, with a reason."""
    granted = request.form.get("granted") == "yes"
    with web.stirring(run_at(played_id).id) as ctx:
        row = ctx.get(Approval, approval_id)
        answer_as_post(ctx, row, granted=granted, comment=request.form.get("comment", "")[:2000])
    return _back("Réponse envoyée, signée de la direction.", played_id)


@bp.post("/formateur/parties/<int:played_id>/pause")
@trainers_only
def pause(played_id: int) -> Answer:
    """Stop one run, or let it go on."""
    stops = bool(request.form.get("stop"))
    with web.stirring(run_at(played_id).id) as ctx:
        (pause_run if stops else resume_run)(ctx)
    return _back("Partie en pause." if stops else "La partie reprend.", played_id)


@bp.post("/formateur/parties/<int:played_id>/observations")
@trainers_only
def note(played_id: int) -> Answer:
    """Keep what was seen in the room, beside the journal."""
    criterion, text = (request.form.get(name, "") for name in ("criterion", "text"))
    with writing(web.session()) as session:
        observe(session, run_at(played_id).id, said(), criterion=criterion, sentence=text[:2000])
        session.commit()
    return _back("Observation gardée à côté du journal.", played_id)


@bp.post("/formateur/parties/<int:played_id>/reprendre")
@trainers_only
def go_back(played_id: int) -> Answer:
    """Begin again from a move: a new run takes over, this one closes."""
    at_move = request.form.get("move", -1, type=int)
    with writing(web.session()) as session:
        fresh = services.go_back(session, run_at(played_id).id, at_move)
        session.commit()
    return _back(
        f"La partie reprend après l'action n° {at_move}. L'essai d'avant est clos.", fresh.id
    )
