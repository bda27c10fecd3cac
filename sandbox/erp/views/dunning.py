"""Dunning: the aged balance, who is late, the step to take, the letter before it leaves."""

from datetime import date
from typing import Any

from flask import request, url_for

from sandbox.core.errors import DomainError
from sandbox.core.setting import Setting
from sandbox.crm.models import Channel
from sandbox.erp import services
from sandbox.erp.forms.billing import ChannelForm
from sandbox.erp.models import DunningLevel, Invoice
from sandbox.erp.queries import collecting as queries
from sandbox.erp.queries.billing import open_invoices
from sandbox.erp.queries.credit import approvals_about
from sandbox.erp.showing import collecting as showing
from sandbox.erp.views.base import bp, current_setting
from sandbox.erp.wording import CHANNEL, CHANNELS
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session


class UnreadableStep(DomainError):
    """The step asked for is not one of this desk."""

    message = "Choisissez une étape de la procédure de relance."
    field = "level"


@bp.get("/relances")
def dunning() -> Answer:
    """Overdue invoices and the step that each calls for."""
    setting, today = current_setting(), run().clock.date()
    owed = open_invoices(session(), run().id)
    seen = queries.aged_balance_seen(session(), run().id, owed, today)
    return page(
        "erp/dunning/page.html",
        rows=queries.overdue(owed, setting, today),
        aged=showing.aged_view(owed, today) if seen else None,
        history=queries.dunning_history(session(), run().id),
        CHANNEL=CHANNEL,
        today=today,
        **showing.dunning_values(setting),
    )


@bp.post("/relances/balance")
def consult_aged_balance() -> Answer:
    """The gesture « Consulter la balance âgée »."""
    with acting() as ctx:
        services.consult_aged_balance(ctx)
    return done("Balance âgée du jour.", url_for(".dunning"))


def _letterhead(setting: Setting, today: date) -> dict[str, Any]:
    """What surrounds every letter, whatever it says."""
    names = {"CHANNELS": CHANNELS, "CHANNEL": CHANNEL}
    about = {"company": setting.company, "today": today}
    return {**about, **names, **showing.dunning_values(setting)}


@bp.get("/relances/<int:invoice_id>/<level>")
def dunning_letter(invoice_id: int, level: str) -> Answer:
    """What a step would send, before it leaves."""
    setting, today = current_setting(), run().clock.date()
    found = one(session(), run().id, Invoice, invoice_id)
    step = showing.step_called(setting, level)
    if step is None:
        raise UnreadableStep
    values: dict[str, Any] = {
        "row": queries.followed(found, setting, today),
        "step": step,
        "text": services.dunning_text(setting, found, step, today),
        "approvals": approvals_about(session(), run().id, found.reference),
    }
    return page("erp/dunning/letter.html", **values, **_letterhead(setting, today))


@bp.post("/relances/<int:invoice_id>")
def send_dunning(invoice_id: int) -> Answer:
    """Take a friendly step."""
    try:
        level = DunningLevel(request.form.get("level", ""))
    except ValueError:
        raise UnreadableStep from None
    with acting() as ctx:
        invoice = ctx.get(Invoice, invoice_id)
        services.send_dunning(ctx, invoice, level=level)
    to = url_for(".invoice", invoice_id=invoice_id)
    return done(f"Étape faite pour {invoice.reference}.", to)


@bp.post("/relances/<int:invoice_id>/mise-en-demeure")
def send_formal_notice(invoice_id: int) -> Answer:
    """Give formal notice."""
    form = ChannelForm()
    if not form.validate():
        raise UnreadableStep
    with acting() as ctx:
        invoice = ctx.get(Invoice, invoice_id)
        services.send_formal_notice(ctx, invoice, channel=Channel(form.channel.data))
    to = url_for(".invoice", invoice_id=invoice_id)
    return done(f"Mise en demeure envoyée pour {invoice.reference}.", to)
