"""The mailbox: the list, the open message, its answer, the counter."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from flask import Response, make_response, redirect, render_template, request, url_for

from sandbox.core.run import Mode, Run
from sandbox.crm import queries, services
from sandbox.crm.drafts import drafts_of
from sandbox.crm.forms import beside
from sandbox.crm.message_forms import ReplyForm, SortForm
from sandbox.crm.models import MailFolder, Message
from sandbox.crm.panels import panels_of
from sandbox.crm.showing import answer_subject, latest, link_of, recipient_of, terms_label
from sandbox.crm.views.addressing import offer
from sandbox.crm.views.base import bp, current_setting, plays
from sandbox.web import Answer, acting, asked_by_htmx, done, page, run, session

FOLDERS = {"archives": MailFolder.ARCHIVED, "corbeille": MailFolder.TRASH}
SENT, DRAFTS, FLAGGED = "envoyes", "brouillons", "suivis"


def _mailbox() -> dict[str, Any]:
    """The list at the left, as the address filters it."""
    asked = {name: request.args.get(name, "").strip() for name in ("boite", "famille", "q")}
    asked["etiquette"] = request.args.get("etiquette", "").strip()
    mails = [] if asked["boite"] == DRAFTS else _listed(asked)
    tags = {tag for mail in mails for tag in mail.tags} | ({asked["etiquette"]} - {""})
    return {
        "mails": mails,
        "drafts": drafts_of(session(), run().id) if asked["boite"] == DRAFTS else [],
        "labels": [(tag, tag.capitalize()) for tag in sorted(tags)],
        # The run as the session knows it: the address's own was loaded before time passed.
        "now": session().get_one(Run, run().id).clock,
        "args": {name: value for name, value in asked.items() if value},
        "plays": plays(),
        **asked,
    }


def _listed(asked: dict[str, str]) -> Sequence[Message]:
    return queries.mails(
        session(),
        run().id,
        sent=asked["boite"] == SENT,
        family=asked["famille"],
        words=asked["q"],
        folder=FOLDERS.get(asked["boite"], MailFolder.BOX),
        label=asked["etiquette"],
        flagged=asked["boite"] == FLAGGED,
    )


def _opened(message: Message, form: ReplyForm | None = None) -> dict[str, Any]:
    """The message at the right, and what it is about."""
    customer = message.customer
    panels = panels_of(session(), run().id, customer.id) if customer else []
    subject = answer_subject(message.subject)
    blank = {"subject": subject, "topic": message.topic, "signed": True}
    return {
        "message": message,
        "exchange": queries.exchange_of(session(), message),
        "recipient": recipient_of(message, current_setting()),
        "form": form or offer(ReplyForm(None, data=blank)),
        "sort_form": SortForm(None, data={"labels": ", ".join(message.tags)}),
        "documents": [(row, link_of(row)) for row in latest(panels)],
        "terms": terms_label(customer.terms) if customer else "",
    }


def _message(message_id: int) -> Message:
    return queries.message_of(session(), run().id, message_id)


@bp.get("/messages")
def inbox() -> Answer:
    """The mailbox, nothing opened."""
    return page("crm/inbox.html", message=None, **_mailbox())


@bp.get("/messages/<int:message_id>")
def message(message_id: int) -> Answer:
    """One message beside the list; looking at it does not mark it as read."""
    shown = _opened(_message(message_id))
    return page("crm/inbox.html", fragment="crm/_reading.html", **_mailbox(), **shown)


@bp.post("/messages/<int:message_id>/lire")
def read_message(message_id: int) -> Answer:
    """Open a message, for the record."""
    if _message(message_id).unread:
        with acting() as ctx:
            services.read_message(ctx, ctx.get(Message, message_id))
    if not asked_by_htmx() or run().mode == Mode.DISCOVERY:
        # In discovery the strip that tells the next act must follow: the whole page is wanted.
        return _to(f"{url_for('.message', message_id=message_id)}?{_query()}".rstrip("?"))
    unread = queries.unread_count(session(), run().id)
    return page("crm/_read.html", unread=unread, **_mailbox(), **_opened(_message(message_id)))


def _query() -> str:
    return request.query_string.decode("latin-1")


def _to(address: str) -> Response:
    if asked_by_htmx():
        return Response(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": address})
    return make_response(redirect(address, HTTPStatus.SEE_OTHER))


@bp.post("/messages/<int:message_id>/repondre")
def reply(message_id: int) -> Answer:
    """Answer a message."""
    form, to = offer(ReplyForm()), recipient_of(_message(message_id), current_setting())
    if form.validate() and to is not None:
        with beside(form):
            with acting() as ctx:
                answered = ctx.get(Message, message_id)
                services.send_message(ctx, to=to.key, answers=answered, **form.details())
            return done(f"Réponse envoyée à {to.name}.", url_for(".message", message_id=message_id))
    return page("crm/inbox.html", status=422, **_mailbox(), **_opened(_message(message_id), form))


@bp.post("/messages/<int:message_id>/accepter")
def accept_counter(message_id: int) -> Answer:
    """Take the figure that the other would settle for."""
    with acting() as ctx:
        sent = services.accept_counter(ctx, ctx.get(Message, message_id))
    return done(f"Accord écrit à {sent.to_name}.", url_for(".message", message_id=message_id))


@bp.get("/messages/non-lus")
def unread() -> Answer:
    """The counter of the navigation, the telephone and the clock, when one of them has changed."""
    now, args = queries.pulse(session(), run()), request.args
    seen = (args.get("n", type=int), args.get("appel", type=int))
    if seen == (now.unread, now.ringing_id) and args.get("etat", now.state) == now.state:
        return Response(status=HTTPStatus.NO_CONTENT)
    answer = make_response(render_template("_pulse_news.html", pulse=now, unread=now.unread))
    if now.unread > (seen[0] or 0):
        answer.headers["HX-Trigger"] = "mail-came"
    return answer
