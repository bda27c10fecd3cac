"""Statements of account: those sent, one customer's account, and sending it."""

from http import HTTPStatus

from flask import url_for

from sandbox.crm.models import Channel, Customer
from sandbox.erp.forms.billing import ChannelForm
from sandbox.erp.queries import statements as queries
from sandbox.erp.services.statements import issue_statement as issue
from sandbox.erp.views.base import bp
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session

ANSWERS = {
    "": ("Sans réponse", "neutral"),
    "agreed": ("D’accord", "ok"),
    "contested": ("Conteste", "bad"),
}


@bp.get("/reglements/releves")
def statements() -> Answer:
    """Statements sent, the latest first."""
    found = queries.statements(session(), run().id)
    return page("erp/statements/list.html", found=found, answers=ANSWERS)


@bp.get("/clients/<int:customer_id>/releve")
def new_statement(customer_id: int) -> Answer:
    """The account of a customer as it stands, before it is sent."""
    return _form(customer_id, ChannelForm(formdata=None, channel="email"))


@bp.post("/clients/<int:customer_id>/releve")
def issue_statement(customer_id: int) -> Answer:
    """Send it."""
    form = ChannelForm()
    if not form.validate():
        return _form(customer_id, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    with acting() as ctx:
        customer = ctx.get(Customer, customer_id)
        stated = issue(ctx, customer, channel=Channel(form.channel.data))
    return done(f"Relevé {stated.reference} envoyé.", url_for(".statements"))


def _form(customer_id: int, form: ChannelForm, status: int = HTTPStatus.OK) -> Answer:
    customer, today = one(session(), run().id, Customer, customer_id), run().clock.date()
    return page(
        "erp/statements/new.html",
        status=status,
        form=form,
        customer=customer,
        today=today,
        account=queries.account_of(session(), customer, today),
        last=queries.last_statement(session(), customer),
    )
