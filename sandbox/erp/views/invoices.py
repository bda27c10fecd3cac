"""Invoices: the list, the document, the credit note, and the change that is always refused."""

from http import HTTPStatus
from typing import Any

from flask import url_for

from sandbox.core.setting import Setting
from sandbox.crm.forms import beside
from sandbox.erp import billing_panels, services
from sandbox.erp.forms.billing import CreditNoteForm
from sandbox.erp.models import CreditNote, Invoice
from sandbox.erp.platform.statuses import Status
from sandbox.erp.queries import billing as queries
from sandbox.erp.queries import periodic, platform
from sandbox.erp.queries.collecting import dunning_history, followed
from sandbox.erp.showing import billing as showing
from sandbox.erp.showing import platform as platform_showing
from sandbox.erp.showing.collecting import dunning_values
from sandbox.erp.showing.depositing import after_deposits, title_of
from sandbox.erp.showing.shipping import story
from sandbox.erp.views.base import asked, bp, current_setting, kept
from sandbox.erp.wording import CHANNEL, INVOICE_STEPS
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session

__all__ = ["billing_panels"]


@bp.get("/factures")
def invoices() -> Answer:
    """The list of invoices."""
    wanted, today = asked(), run().clock.date()
    return page(
        "erp/invoices/list.html",
        found=queries.invoices(session(), run().id, today, **wanted),
        asked=wanted,
        args=kept(wanted),
        states=showing.STATES,
        state_of=showing.state_of,
        lateness=showing.lateness,
        today=today,
    )


@bp.get("/factures/<int:invoice_id>")
def invoice(invoice_id: int) -> Answer:
    """An invoice."""
    return _page(invoice_id)


def _page(invoice_id: int, form: CreditNoteForm | None = None, status: int = 200) -> Answer:
    found, setting = one(session(), run().id, Invoice, invoice_id), current_setting()
    today, entries = run().clock.date(), queries.told_of(session(), found)
    linked = queries.story(session(), found)
    return page(
        "erp/invoices/page.html",
        status=status,
        form=form or CreditNoteForm(formdata=None),
        linked=linked,
        covered=periodic.covered(session(), found),
        platform=_platform(found, linked.credit_note, setting),
        row=followed(found, setting, today),
        history=() if found.stopped else dunning_history(session(), run().id, found),
        feed=story(entries, found.customer.name),
        steps=INVOICE_STEPS,
        CHANNEL=CHANNEL,
        title=title_of(found),
        deposits=after_deposits(found),
        **dunning_values(setting),
        **showing.invoice_page(found, setting, today),
    )


def _platform(found: Invoice, note: CreditNote | None, setting: Setting) -> dict[str, Any]:
    events, way = platform.events_of(session(), run().id, found.id), None
    if found.stopped:
        lines = platform.directory_of(session(), run().id, found.customer.siren)
        anew = platform.replacement(session(), found) if note else None
        way = platform_showing.way_out(found, lines, anew, setting, run().clock.date())
    waits = found.last_status == Status.SUSPENDED
    papers = periodic.papers_of(session(), found) if waits else []
    return platform_showing.panel(found, events, way, note, setting, papers)


@bp.post("/factures/<int:invoice_id>/avoir")
def issue_credit_note(invoice_id: int) -> Answer:
    """Cancel an invoice by a credit note."""
    form = CreditNoteForm()
    if form.validate():
        with beside(form), acting() as ctx:
            invoice = ctx.get(Invoice, invoice_id)
            note = services.issue_credit_note(ctx, invoice, reason=form.reason.data or "")
            notes = periodic.notes_charged(ctx.session, invoice) if form.anew.data else []
        if not form.reason.errors:
            said = f"Avoir {note.reference} émis sur {invoice.reference}."
            return done(said, showing.after_cancelling(invoice, notes))
    return _page(invoice_id, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@bp.post("/factures/<int:invoice_id>/modifier")
def amend_invoice(invoice_id: int) -> Answer:
    """Try to change an issued invoice: refused, and kept in the journal."""
    with acting() as ctx:
        services.amend_invoice(ctx, ctx.get(Invoice, invoice_id))
    return done("Rien n’a changé.", url_for(".invoice", invoice_id=invoice_id))
