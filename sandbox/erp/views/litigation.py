"""Debts handed over: the file to make up, who has it, what is missing, what came of it."""

from http import HTTPStatus
from typing import Any

from flask import url_for

from sandbox.core.litigation import Recipient, loss_of
from sandbox.crm.forms import beside
from sandbox.erp.collection import claim
from sandbox.erp.forms.litigation import PiecesForm, ReferralForm, WriteOffForm
from sandbox.erp.labels import LITIGATION, RECIPIENTS
from sandbox.erp.models import Invoice
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.queries import litigation as queries
from sandbox.erp.queries.credit import approvals_about
from sandbox.erp.services import litigation as services
from sandbox.erp.services import recovering
from sandbox.erp.showing import litigation as showing
from sandbox.erp.views.base import bp, current_setting
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session

WORDS: dict[str, Any] = {"LITIGATION": LITIGATION, "RECIPIENTS": RECIPIENTS}


@bp.get("/contentieux")
def litigation_files() -> Answer:
    """Debts in other hands, and those that may go there."""
    return page(
        "erp/litigation/list.html",
        found=queries.litigation_files(session(), run().id),
        ripe=queries.noticed(session(), run().id),
        today=run().clock.date(),
        **WORDS,
    )


@bp.get("/contentieux/factures/<int:invoice_id>")
def new_litigation(invoice_id: int) -> Answer:
    """The file of a debt, before it leaves."""
    return _prepared(invoice_id, ReferralForm(formdata=None))


@bp.post("/contentieux/factures/<int:invoice_id>")
def refer_debt(invoice_id: int) -> Answer:
    """Hand it over."""
    form = _offered(ReferralForm())
    if form.validate():
        with beside(form), acting() as ctx:
            to, kinds = Recipient(form.recipient.data), form.kinds()
            invoice = ctx.get(Invoice, invoice_id)
            file = services.refer_debt(ctx, invoice, recipient=to, pieces=kinds)
        if not form.errors:
            told = f"Dossier {file.reference} remis à {file.recipient_name}."
            return done(told, url_for(".litigation", litigation_file_id=file.id))
    return _prepared(invoice_id, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _offered(form: ReferralForm) -> ReferralForm:
    found = [(to.value, services.recipient_of(current_setting(), to)) for to in Recipient]
    return form.offer((kind, who[1]) for kind, who in found if who)


def _prepared(invoice_id: int, form: ReferralForm, status: int = HTTPStatus.OK) -> Answer:
    invoice = one(session(), run().id, Invoice, invoice_id)
    held = queries.open_litigation(session(), invoice)
    values = _about(invoice, form.pieces.data or ())
    return page(
        "erp/litigation/new.html",
        status=status,
        form=_offered(form),
        held=held,
        approvals=approvals_about(session(), run().id, invoice.reference),
        ours=services.is_ours(current_setting()),
        **values,
    )


def _about(invoice: Invoice, joined: Any) -> dict[str, Any]:
    """The debt today, its papers, the roads in law."""
    procedure, today = current_setting().procedures.dunning, run().clock.date()
    steps = queries.dunnings_of(session(), invoice)
    owed, business = claim(invoice, procedure, today), invoice.customer.business
    pieces = queries.pieces_of(session(), invoice, procedure, steps)
    return {
        "invoice": invoice,
        "owed": owed,
        "noticed_on": queries.noticed_on(steps),
        "pieces": showing.piece_views(pieces, joined),
        "until": showing.until(invoice.due_on, business=business),
        "roads": showing.roads(owed, today, business=business),
        **WORDS,
    }


@bp.get("/contentieux/<int:litigation_file_id>")
def litigation(litigation_file_id: int) -> Answer:
    """One file."""
    return _shown(litigation_file_id, PiecesForm(formdata=None), WriteOffForm(formdata=None))


@bp.post("/contentieux/<int:litigation_file_id>/completer")
def complete_litigation(litigation_file_id: int) -> Answer:
    """Join what was asked for."""
    form = PiecesForm()
    if form.validate():
        with beside(form), acting() as ctx:
            file = ctx.get(LitigationFile, litigation_file_id)
            recovering.complete_litigation(ctx, file, pieces=form.kinds())
        if not form.errors:
            return done("Pièces jointes.", url_for(".litigation", litigation_file_id=file.id))
    losing = WriteOffForm(formdata=None)
    return _shown(litigation_file_id, form, losing, HTTPStatus.UNPROCESSABLE_ENTITY)


@bp.post("/contentieux/<int:litigation_file_id>/perte")
def propose_write_off(litigation_file_id: int) -> Answer:
    """Propose the loss to accounting."""
    form = WriteOffForm()
    if form.validate():
        with beside(form), acting() as ctx:
            file = ctx.get(LitigationFile, litigation_file_id)
            recovering.propose_write_off(ctx, file, ground=form.ground.data or "")
        if not form.errors:
            told = "Perte proposée à la comptabilité."
            return done(told, url_for(".litigation", litigation_file_id=file.id))
    joining = PiecesForm(formdata=None)
    return _shown(litigation_file_id, joining, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _shown(
    row_id: int, joining: PiecesForm, losing: WriteOffForm, status: int = HTTPStatus.OK
) -> Answer:
    file = one(session(), run().id, LitigationFile, row_id)
    invoice = file.invoice
    values = _about(invoice, file.pieces)
    return page(
        "erp/litigation/page.html",
        status=status,
        file=file,
        joining=joining,
        losing=losing,
        missing=showing.missing_in_words(file.missing),
        counted=showing.count_joined(values["pieces"]),
        loss=loss_of(invoice.balance, invoice.net, invoice.gross),
        **values,
    )
