"""Writing first: to somebody outside, to a colleague."""

from typing import Any

from flask import request, url_for

from sandbox.crm import queries, services
from sandbox.crm.directory import address_books
from sandbox.crm.forms import AlertForm, MessageForm, beside
from sandbox.crm.views.base import bp, current_setting, named
from sandbox.web import Answer, acting, done, page, run, session


def _message_form(**values: Any) -> MessageForm:
    form = MessageForm(**values)
    customers = queries.customer_names(session(), run().id)
    form.to.choices = {
        "Clients": {f"customer:{reference}": name for reference, name in customers},
        **{label: dict(pairs) for label, pairs in address_books(session(), run().id)},
        "Vous ont écrit": dict(queries.correspondents(session(), run().id)),
    }
    return form


@bp.get("/messages/nouveau")
def new_message() -> Answer:
    """A blank message; the address may say to whom and about what."""
    to, about = request.args.get("a"), request.args.get("dossier")
    form = _message_form(to=to, about=about, topic=request.args.get("sujet"))
    return page("crm/new_message.html", form=form)


@bp.post("/messages/nouveau")
def send_message() -> Answer:
    """Send a message of one's own."""
    form = _message_form()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                sent = services.send_message(ctx, **form.details())
            return done(f"Message envoyé à {sent.to_name}.", url_for(".inbox", boite="envoyes"))
    return page("crm/new_message.html", form=form, status=422)


def _alert_form(**values: Any) -> AlertForm:
    form = AlertForm(**values)
    people = current_setting().colleagues
    form.post.choices = {person.post: f"{person.name}, {person.title}" for person in people}
    names = queries.customer_names(session(), run().id)
    form.customer.choices = {"": "Aucun en particulier"} | dict(names)
    return form


@bp.get("/messages/prevenir")
def alert() -> Answer:
    """Who is to be told of what; the address may fill the form."""
    fields = {"post": "poste", "topic": "sujet", "customer": "client", "about": "dossier"}
    given = {name: request.args[word] for name, word in fields.items() if word in request.args}
    form = _alert_form(**given)
    return page("crm/alert.html", form=form, colleagues=current_setting().colleagues)


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
    return page("crm/alert.html", form=form, colleagues=current_setting().colleagues, status=422)
