"""Insolvency proceedings of customers: the notice, what to do of it, the debt declared."""

from http import HTTPStatus

from flask import url_for

from sandbox.crm.models import Channel
from sandbox.erp.forms.billing import ChannelForm
from sandbox.erp.labels import PROCEEDINGS
from sandbox.erp.models.insolvency import Insolvency
from sandbox.erp.queries import insolvency as queries
from sandbox.erp.queries.credit import approvals_about
from sandbox.erp.services import insolvency as services
from sandbox.erp.views.base import bp, current_setting
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/relances/procedures-collectives")
def insolvencies() -> Answer:
    """Customers in proceedings, the latest first."""
    found = queries.proceedings_of(session(), run().id)
    return page("erp/insolvency/list.html", found=found, kinds=PROCEEDINGS)


@bp.get("/relances/procedures-collectives/<int:insolvency_id>")
def insolvency(insolvency_id: int) -> Answer:
    """The notice, the days that count, and what is to be declared."""
    return _shown(insolvency_id, ChannelForm(formdata=None))


@bp.post("/relances/procedures-collectives/<int:insolvency_id>/noter")
def note_insolvency(insolvency_id: int) -> Answer:
    """Note it on the customer's record."""
    with acting() as ctx:
        noted = services.note_insolvency(ctx, ctx.get(Insolvency, insolvency_id))
    said = f"Procédure {noted.reference} notée : les relances s'arrêtent."
    return done(said, url_for(".insolvency", insolvency_id=insolvency_id))


@bp.post("/relances/procedures-collectives/<int:insolvency_id>/declarer")
def declare_claim(insolvency_id: int) -> Answer:
    """Declare what the customer owes."""
    form = ChannelForm()
    if not form.validate():
        return _shown(insolvency_id, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    with acting() as ctx:
        held = ctx.get(Insolvency, insolvency_id)
        claim = services.declare_claim(ctx, held, channel=Channel(form.channel.data))
    said = f"Créance déclarée : {claim.reference}."
    return done(said, url_for(".insolvency", insolvency_id=insolvency_id))


def _shown(insolvency_id: int, form: ChannelForm, status: int = HTTPStatus.OK) -> Answer:
    found = one(session(), run().id, Insolvency, insolvency_id)
    procedure = current_setting().procedures.dunning
    return page(
        "erp/insolvency/page.html",
        status=status,
        form=form,
        found=found,
        kinds=PROCEEDINGS,
        claim=queries.claim_in(session(), found),
        owed=queries.declarable(session(), found, procedure),
        approvals=approvals_about(session(), run().id, found.reference),
        today=run().clock.date(),
    )
