"""In a run: its clock at a pace of its own, hints, and one step back."""

from datetime import datetime
from typing import Any

from flask import Response, request, url_for

from sandbox import web
from sandbox.core.calendar import PARIS
from sandbox.core.database import writing
from sandbox.intake import came_from
from sandbox.training import hints, pacing, services
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, done, page


@bp.post("/parties/<int:run_id>/horloge/battement")
def beat() -> Answer:
    """An open page lets the clock go on, then shows what it shows at each poll."""
    with writing(web.session()) as session:
        pacing.beat(session, web.run().id, datetime.now(PARIS))
        session.commit()
    seen: dict[str, Any] = {name: request.args.get(name) for name in ("n", "appel", "etat")}
    return Response(status=303, headers={"Location": url_for("crm.unread", **seen)})


@bp.post("/parties/<int:run_id>/horloge/allure")
def pace() -> Answer:
    """Choose the pace of one's own clock."""
    chosen = request.form.get("pace", -1, type=int)
    with writing(web.session()) as session:
        pacing.set_pace(session, web.run().id, chosen, datetime.now(PARIS))
        session.commit()
    said = "Le temps n'avance plus qu'à votre demande." if not chosen else "L'horloge tourne."
    return done(said, came_from(url_for("crm.inbox")))


@bp.post("/parties/<int:run_id>/indice")
def hint() -> Answer:
    """Ask for the next level of help on the next act: it is counted."""
    about, on = request.form.get("hint", ""), request.form.get("on", "")[:60]
    with web.acting() as ctx:
        told = hints.ask_hint(ctx, about=about, on=on)
    more = len(told) < hints.LEVELS
    return page(
        "training/hint.html",
        fragment="training/_hint.html",
        told=told,
        asked={"hint": about, "on": on} if more else {},
        back=came_from(url_for("crm.inbox")),
    )


@bp.post("/parties/<int:run_id>/revenir")
def step_back() -> Answer:
    """In discovery, begin again from before one's last act."""
    with writing(web.session()) as session:
        fresh = services.step_back(session, web.run().id)
        session.commit()
    said = "Vous voilà revenu avant votre dernier geste. L'essai d'avant reste à relire."
    return done(said, url_for("crm.inbox", run_id=fresh.id))
