"""Working with the services: a channel each, and the note that hands the desk over."""

from typing import Any

from flask import abort, request, url_for

from sandbox.crm import services
from sandbox.crm.channels import talk_with
from sandbox.crm.forms import beside
from sandbox.crm.handovers import OpenCase, handovers_of, left_open
from sandbox.crm.models import Message
from sandbox.crm.team_forms import ChannelForm, HandoverForm
from sandbox.crm.views.base import bp, current_setting, plays
from sandbox.web import Answer, acting, done, page, run, session


def _channel(post: str, form: ChannelForm, status: int = 200) -> Answer:
    colleague = current_setting().colleague(post)
    if colleague is None:
        abort(404)
    about = request.args.get("dossier", "").strip()
    talk = talk_with(session(), run().id, post, about)
    return page(
        "crm/channel.html",
        form=form,
        colleague=colleague,
        deputy=current_setting().colleague(colleague.deputy),
        colleagues=current_setting().colleagues,
        talk=talk,
        waiting=[message for message in talk if message.unread],
        about=about,
        now=run().clock,
        plays=plays(),
        status=status,
    )


@bp.get("/canaux")
@bp.get("/canaux/<post>")
def channel(post: str = "") -> Answer:
    """The thread with a service, that of a case if the address names one."""
    first = post or next((person.post for person in current_setting().colleagues), "")
    return _channel(first, ChannelForm(None, data={"about": request.args.get("dossier", "")}))


@bp.post("/canaux/<post>")
def say(post: str) -> Answer:
    """Write in the channel of a service."""
    form = ChannelForm()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                services.alert_colleague(ctx, post=post, **form.details())
            return done("Message posté dans le canal.", url_for(".channel", post=post))
    return _channel(post, form, status=422)


@bp.post("/canaux/<post>/lus")
def read_channel(post: str) -> Answer:
    """Read what the service has answered."""
    with acting() as ctx:
        talk = talk_with(session(), run().id, post, "")
        for message in [each for each in talk if each.unread]:
            services.read_message(ctx, ctx.get(Message, message.id))
    return done("Canal lu.", url_for(".channel", post=post))


def _handover_form(**values: Any) -> HandoverForm:
    form = HandoverForm(**values)
    people = current_setting().colleagues
    form.post.choices = {person.post: f"{person.name}, {person.title}" for person in people}
    return form


def _handover(form: HandoverForm, status: int = 200) -> Answer:
    notes = handovers_of(session(), run().id)
    still = left_open(session(), run().id)
    return page(
        "crm/handover.html", form=form, notes=notes, still=still, plays=plays(), status=status
    )


@bp.get("/passation")
def handover() -> Answer:
    """Open cases, and the notes written so far."""
    return _handover(_handover_form())


@bp.post("/passation")
def write_handover() -> Answer:
    """Hand the desk over."""
    form = _handover_form()
    if form.validate():
        pairs = zip(request.form.getlist("about"), request.form.getlist("next_act"), strict=False)
        cases = tuple(OpenCase(about[:60], act[:300]) for about, act in pairs)
        with beside(form):
            with acting() as ctx:
                services.write_handover(ctx, cases=cases, **form.details())
            return done("Note de passation gardée.", url_for(".handover"))
    return _handover(form, status=422)
