"""Drafts: kept while one writes, finished later, or given up."""

from typing import Any

from flask import request, url_for

from sandbox.core.context import Context
from sandbox.crm import services
from sandbox.crm.drafts import Draft, draft_of
from sandbox.crm.message_forms import proposed
from sandbox.crm.models import Message
from sandbox.crm.views.addressing import message_form, models
from sandbox.crm.views.base import bp, current_setting
from sandbox.web import Answer, acting, done, page, run, session


def draft_in_hand(ctx: Context) -> Draft | None:
    """The draft that the form says it is finishing."""
    row_id = request.form.get("brouillon", 0, type=int)
    return ctx.get(Draft, row_id) if row_id else None


def in_hand() -> dict[str, Any]:
    """The draft and the message answered, to show the form again."""
    row_id = request.form.get("brouillon", 0, type=int)
    kept = draft_of(session(), run().id, row_id) if row_id else None
    return {"draft": kept, "answers": request.form.get("reponse", 0, type=int)}


def answered(ctx: Context, draft: Draft | None) -> Message | None:
    """The message that is being answered, as the form or the draft says."""
    row_id = request.form.get("reponse", 0, type=int)
    if row_id:
        return ctx.get(Message, row_id)
    return ctx.find(Message, draft.answers) if draft and draft.answers else None


def _values(kept: Draft) -> dict[str, Any]:
    """A draft as its form reads it."""
    names = ("subject", "body", "topic", "channel", "about", "attachments", "signed", "receipt")
    posts = [person.post for person in current_setting().colleagues if person.post in kept.copies]
    others = [key for key in kept.copies if key not in posts]
    return {
        **{name: getattr(kept, name) for name in names},
        "to": kept.to_key,
        "copies": posts,
        "copy_to": next(iter(others), ""),
        **proposed(kept.proposal),
    }


@bp.get("/messages/brouillons/<int:kept_id>")
def draft(kept_id: int) -> Answer:
    """A draft as it was left, to be finished."""
    kept = draft_of(session(), run().id, kept_id)
    form = message_form(data=_values(kept))
    return page("crm/new_message.html", form=form, draft=kept, answers=0, **models())


@bp.post("/messages/brouillons")
def keep_draft() -> Answer:
    """Keep what is written so far, whatever is missing."""
    details = message_form().details()
    with acting() as ctx:
        old = draft_in_hand(ctx)
        source = answered(ctx, old)
        if source is not None:
            details["to"] = details["to"] or source.sender_key or source.to_key
            details["about"] = details["about"] or source.about
        services.keep_draft(ctx, draft=old, answers=source, **details)
    return done("Brouillon gardé.", url_for(".inbox", boite="brouillons"))


@bp.post("/messages/brouillons/<int:kept_id>/abandon")
def drop_draft(kept_id: int) -> Answer:
    """Give a draft up."""
    with acting() as ctx:
        services.drop_draft(ctx, ctx.get(Draft, kept_id))
    return done("Brouillon abandonné.", url_for(".inbox", boite="brouillons"))
