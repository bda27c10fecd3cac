"""Mailings: the same letter to several customers, each with their own data."""

from typing import Any

from flask import request, url_for

from sandbox.crm import queries, services
from sandbox.crm.consent_showing import left_out
from sandbox.crm.consents import customers_kept
from sandbox.crm.forms import beside
from sandbox.crm.merging import MERGED
from sandbox.crm.message_forms import MailingForm
from sandbox.crm.models import Customer
from sandbox.crm.views.addressing import models
from sandbox.crm.views.base import bp, current_setting
from sandbox.web import Answer, acting, done, page, run, session


def _form(**values: Any) -> MailingForm:
    form = MailingForm(**values)
    form.customers.choices = dict(queries.customer_names(session(), run().id))
    return form


def _shown(form: MailingForm, status: int = 200) -> Answer:
    fields = [f"{{{name}}}" for name in sorted(MERGED)]
    spared = left_out(session(), run().id, customers_kept(session(), run().id))
    told: dict[str, Any] = {"fields": fields, "spared": spared, "status": status}
    return page("crm/mailing.html", form=form, **told, **models())


@bp.get("/messages/publipostage")
def mailing() -> Answer:
    """A letter to several; the address may name the template it starts from."""
    template = current_setting().template(request.args.get("modele", ""))
    if template is None:
        return _shown(_form())
    given = {name: getattr(template, name) for name in ("subject", "body", "topic")}
    return _shown(_form(template=template.code, **given))


@bp.post("/messages/publipostage")
def send_mailing() -> Answer:
    """Send it, one message a customer."""
    form = _form()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                chosen = tuple(ctx.find(Customer, name) for name in form.customers.data or ())
                sent = services.send_mailing(ctx, customers=chosen, **form.details())
            return done(_told(len(sent), len(chosen)), url_for(".inbox", boite="envoyes"))
    return _shown(form, status=422)


def _told(sent: int, chosen: int) -> str:
    """How many letters left, and how many were held back."""
    held = chosen - sent
    told = f"{sent} message{'s' if sent > 1 else ''} envoyé{'s' if sent > 1 else ''}."
    return f"{told} Laissés de côté (opposition ou accord absent) : {held}." if held else told
