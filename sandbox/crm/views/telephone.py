"""The telephone: the call that rings, the conversation, the notes, and calls of one's own."""

from datetime import date
from typing import Any

from flask import request, url_for

from sandbox.crm import queries, services
from sandbox.crm.calls import Call, CallState, calls_of
from sandbox.crm.directory import address_books
from sandbox.crm.forms import CallForm
from sandbox.crm.models import Channel
from sandbox.crm.people_warning import channel_notes
from sandbox.crm.views.base import bp, plays
from sandbox.web import Answer, acting, done, page, run, session

MOODS = {
    -3: "furieux",
    -2: "en colère",
    -1: "tendu",
    0: "neutre",
    1: "attentif",
    2: "détendu",
    3: "content",
}


def _call_form(**values: Any) -> CallForm:
    form = CallForm(**values)
    customers = queries.customer_names(session(), run().id)
    form.to.choices = {
        "Clients": {f"customer:{reference}": name for reference, name in customers},
        **{label: dict(pairs) for label, pairs in address_books(session(), run().id)},
    }
    return form


@bp.get("/appels")
def calls() -> Answer:
    """Calls taken and made, and whom to ring."""
    form = _call_form(to=request.args.get("a"), about=request.args.get("dossier"))
    notes = channel_notes(session(), run().id, request.args.get("a", ""), Channel.PHONE)
    found = calls_of(session(), run().id)
    return page("crm/calls.html", calls=found, form=form, notes=notes, plays=plays())


@bp.get("/appels/<int:call_id>")
def call(call_id: int) -> Answer:
    """One call: what has been said, what may be answered."""
    found = queries.call_of(session(), run().id, call_id)
    return page(
        "crm/call.html",
        call=found,
        mood=MOODS[found.mood],
        ringing=found.state == CallState.RINGING,
        talking=found.state == CallState.TALKING,
        plays=plays(),
    )


def _back(call_id: int, said: str) -> Answer:
    return done(said, url_for(".call", call_id=call_id))


@bp.post("/appels/<int:call_id>/decrocher")
def answer_call(call_id: int) -> Answer:
    """Pick up."""
    with acting() as ctx:
        services.answer_call(ctx, ctx.get(Call, call_id))
    return _back(call_id, "Vous êtes en ligne.")


@bp.post("/appels/<int:call_id>/dire")
def choose_reply(call_id: int) -> Answer:
    """Give one of the replies."""
    chosen = request.form.get("choice", "")
    on = request.form.get(f"on-{chosen}", type=date.fromisoformat)
    with acting() as ctx:
        found = services.choose_reply(ctx, ctx.get(Call, call_id), choice=chosen, on=on)
    ended = found.state == CallState.ENDED
    return _back(call_id, "Appel terminé, sa trace est dans vos messages." if ended else "Dit.")


@bp.post("/appels/<int:call_id>/noter")
def note_call(call_id: int) -> Answer:
    """Write something down."""
    with acting() as ctx:
        services.note_call(ctx, ctx.get(Call, call_id), text=request.form.get("text", ""))
    return _back(call_id, "Note gardée avec l'appel.")


@bp.post("/appels/<int:call_id>/raccrocher")
def hang_up(call_id: int) -> Answer:
    """End the conversation."""
    with acting() as ctx:
        services.hang_up(ctx, ctx.get(Call, call_id))
    return _back(call_id, "Appel terminé.")


@bp.post("/appels")
def place_call() -> Answer:
    """Dial somebody."""
    form = _call_form()
    if form.validate():
        with acting() as ctx:
            placed = services.place_call(ctx, **form.details())
        return _back(placed.id, f"Appel à {placed.other_name}.")
    listed = calls_of(session(), run().id)
    return page("crm/calls.html", calls=listed, form=form, plays=plays(), status=422)
