"""Writing first: to somebody outside, to a colleague."""

from typing import Any

from flask import request, url_for

from sandbox.crm import queries, services
from sandbox.crm.forms import AlertForm, beside
from sandbox.crm.models import Channel
from sandbox.crm.people_warning import channel_notes
from sandbox.crm.views.addressing import answering, from_template, message_form, models
from sandbox.crm.views.base import bp, current_setting, named
from sandbox.crm.views.drafting import answered, draft_in_hand, in_hand
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/messages/nouveau")
def new_message() -> Answer:
    """A blank message, or the long form of an answer; the address may say to whom, about what."""
    fields = {"to": "a", "about": "dossier", "topic": "sujet", "channel": "voie"}
    given = {name: request.args[word] for name, word in fields.items() if word in request.args}
    answers = request.args.get("reponse", 0, type=int)
    if answers:
        given |= answering(queries.message_of(session(), run().id, answers))
    code = request.args.get("modele", "")
    given |= from_template(code, given.get("to") or "", given.get("about") or "")
    form = message_form(signed=True, template=code, **given)
    notes = channel_notes(session(), run().id, given.get("to") or "", Channel.EMAIL)
    known: dict[str, Any] = {"answers": answers, "notes": notes} | models()
    return page("crm/new_message.html", form=form, draft=None, **known)


@bp.post("/messages/nouveau")
def send_message() -> Answer:
    """Send a message of one's own, or a draft that is ready."""
    form = message_form()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                draft = draft_in_hand(ctx)
                source = answered(ctx, draft)
                details = form.details() | form.used() | {"answers": source, "draft": draft}
                sent = services.send_message(ctx, **details)
            return done(f"Message envoyé à {sent.to_name}.", url_for(".inbox", boite="envoyes"))
    return page("crm/new_message.html", form=form, status=422, **in_hand(), **models())


def _alert_form(**values: Any) -> AlertForm:
    form = AlertForm(**values)
    people = current_setting().colleagues
    form.post.choices = {person.post: f"{person.name}, {person.title}" for person in people}
    names = queries.customer_names(session(), run().id)
    form.customer.choices = {"": "Aucun en particulier"} | dict(names)
    return form


def _alert_page(form: AlertForm, status: int = 200) -> Answer:
    setting, now = current_setting(), run().clock
    return page(
        "crm/alert.html",
        form=form,
        colleagues=setting.colleagues,
        deputies={person.post: setting.colleague(person.deputy) for person in setting.colleagues},
        now=now,
        status=status,
    )


@bp.get("/messages/prevenir")
def alert() -> Answer:
    """Who is to be told of what; the address may fill the form."""
    fields = {"post": "poste", "topic": "sujet", "customer": "client", "about": "dossier"}
    given = {name: request.args[word] for name, word in fields.items() if word in request.args}
    form = _alert_form(**given)
    return _alert_page(form)


@bp.post("/messages/prevenir")
def alert_colleague() -> Answer:
    """Tell a colleague."""
    form = _alert_form()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                customer = named(ctx, form.customer.data)
                told = services.alert_colleague(ctx, customer=customer, **form.details())
            return done(f"Message transmis à {told.to_name}.", url_for(".inbox", boite="envoyes"))
    return _alert_page(form, status=422)
