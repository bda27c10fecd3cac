"""Credit notes: the list, a part of an invoice taken back, what is left of one used."""

from http import HTTPStatus

from flask import request, url_for

from sandbox.crm.forms import beside
from sandbox.erp import services
from sandbox.erp.forms.crediting import CreditPartForm, UseCreditForm, begun
from sandbox.erp.models import CreditNote, Invoice
from sandbox.erp.queries import crediting as queries
from sandbox.erp.showing import crediting as showing
from sandbox.erp.views.base import asked, bp, current_setting, kept
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/avoirs")
def credit_notes() -> Answer:
    """The list of credit notes, and what is left of some."""
    wanted = asked()
    found = queries.credit_notes(session(), run().id, **wanted)
    return page(
        "erp/credits/list.html",
        found=found,
        asked=wanted,
        args=kept(wanted),
        states=showing.STATES,
        owed=queries.usable_on(session(), run().id, found.rows),
    )


@bp.get("/factures/<int:invoice_id>/avoir-partiel")
def new_credit(invoice_id: int) -> Answer:
    """A credit note on a part of an invoice; what is typed so far is reckoned, nothing is kept."""
    invoice = one(session(), run().id, Invoice, invoice_id)
    form = CreditPartForm(request.args) if request.args.getlist("kind") else begun(invoice)
    return _form(invoice, form)


@bp.post("/factures/<int:invoice_id>/avoir-partiel")
def credit_part(invoice_id: int) -> Answer:
    """Issue it."""
    form = CreditPartForm()
    if form.validate():
        with beside(form), acting() as ctx:
            invoice = ctx.get(Invoice, invoice_id)
            note = services.credit_part(ctx, invoice, **form.details())
            said = f"Avoir {note.reference} émis sur {invoice.reference}."
        if not form.errors:
            return done(said, url_for(".invoice", invoice_id=invoice_id))
    found = one(session(), run().id, Invoice, invoice_id)
    return _form(found, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _form(invoice: Invoice, form: CreditPartForm, status: int = 200) -> Answer:
    notes = queries.notes_on(session(), invoice)
    values = showing.new_credit(invoice, form, notes, current_setting())
    return page("erp/credits/new.html", status=status, form=form, **values)


@bp.post("/avoirs/<int:note_id>/imputer")
def use_credit_note(note_id: int) -> Answer:
    """Set what is left of a credit note against an invoice."""
    form = UseCreditForm()
    chosen = int(form.invoice.data or 0) if form.validate() else 0
    with acting() as ctx:
        note = ctx.get(CreditNote, note_id)
        invoice = ctx.get(Invoice, chosen)
        services.use_credit_note(ctx, note, invoice=invoice)
    return done(f"Avoir {note.reference} imputé sur {invoice.reference}.", url_for(".credit_notes"))
