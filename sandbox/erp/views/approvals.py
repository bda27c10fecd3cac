"""Asking for a decision."""

from http import HTTPStatus
from typing import Any

from flask import Response, request, url_for

from sandbox.core.setting import Colleague, Setting
from sandbox.crm.complaints import Complaint
from sandbox.erp import services
from sandbox.erp.errors.selling import UnknownDocument
from sandbox.erp.forms.selling import ApprovalForm
from sandbox.erp.models import Invoice, Order, Quote
from sandbox.erp.models.insolvency import Insolvency
from sandbox.erp.models.solvency import SolvencyFile
from sandbox.erp.queries.approvals import Document, document_called
from sandbox.erp.queries.ordering import last_credit
from sandbox.erp.showing.approvals import facts_about
from sandbox.erp.views.base import bp, current_setting
from sandbox.filters import day
from sandbox.web import Answer, acting, done, page, run, session

# Endpoint and argument of the page of each kind of document.
_PAGES = {Quote: (".quote", "quote_id"), Order: (".order", "order_id")}
_PAGES |= {Invoice: (".invoice", "invoice_id"), Complaint: ("crm.complaint", "complaint_id")}
_PAGES |= {
    Insolvency: (".insolvency", "insolvency_id"),
    SolvencyFile: (".solvency", "solvency_file_id"),
}


@bp.context_processor
def people() -> dict[str, Any]:
    """Who holds a post, for the panels of approvals."""
    return {"colleague_of": lambda post: current_setting().colleague(post)}


@bp.get("/accords/nouveau")
def new_approval() -> Answer:
    """A request about a document, begun with its figures."""
    about = request.args.get("about", "")
    document = document_called(session(), run().id, about)
    facts = _facts(document) if document is not None else ""
    kind, amount = request.args.get("kind"), request.args.get("amount")
    asked = {"kind": kind, "amount": amount, "post": request.args.get("post", "director")}
    return _form(ApprovalForm(formdata=None, about=about, facts=facts, **asked), document)


@bp.post("/accords/nouveau")
def request_approval() -> Answer:
    """Send the request."""
    form = ApprovalForm()
    form.post.choices = _posts(current_setting())
    document = document_called(session(), run().id, (form.about.data or "").strip())
    if not form.validate() or document is None:
        return _form(form, document, HTTPStatus.UNPROCESSABLE_ENTITY)
    with acting() as ctx:
        services.request_approval(ctx, **form.details())
    return done(f"Demande d'accord envoyée pour {document.reference}.", _page(document))


def _page(document: Document) -> str:
    endpoint, argument = _PAGES[type(document)]
    values: dict[str, Any] = {argument: document.id}
    return url_for(endpoint, **values)


def _facts(document: Document) -> str:
    owed = last_credit(session(), run().id, document.customer, document.reference)
    return facts_about(document, current_setting(), owed.found if owed else None)


def _form(form: ApprovalForm, document: Document | None, status: int = HTTPStatus.OK) -> Response:
    form.post.choices = _posts(current_setting())
    if document is None and form.about.data:
        form.about.errors = [str(UnknownDocument(about=form.about.data))]
    back = _page(document) if document is not None else url_for(".orders")
    levels = current_setting().procedures.delegation
    return page("erp/approvals/form.html", form=form, back=back, levels=levels, status=status)


def _posts(setting: Setting) -> dict[str, str]:
    """Posts to ask, the director first; those who are away say so."""
    found = sorted(setting.colleagues, key=lambda person: person.post != "director")
    return {person.post: _presented(setting, person) for person in found}


def _presented(setting: Setting, person: Colleague) -> str:
    said = f"{person.title} ({person.name})"
    if not person.is_away(run().clock):
        return said
    deputy = setting.colleague(person.deputy)
    instead = f", remplacement : {deputy.name}" if deputy else ""
    return f"{said}, absence jusqu’au {day(person.away_until)}{instead}"
