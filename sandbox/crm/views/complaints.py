"""Complaints: the list, one complaint and its next step."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import abort, request, url_for

from sandbox.crm import services
from sandbox.crm.complaint_forms import (
    AcknowledgeForm,
    AnswerForm,
    CheckForm,
    ComplaintForm,
    QualifyForm,
    SettleForm,
)
from sandbox.crm.complaint_labels import NATURES
from sandbox.crm.complaint_showing import complaint_page, complaint_rows
from sandbox.crm.complaints import Complaint, complaint_of, complaints
from sandbox.crm.forms import FrenchForm, beside
from sandbox.crm.models import Customer
from sandbox.crm.queries import customer_names
from sandbox.crm.views.base import bp, current_setting, plays
from sandbox.web import Answer, acting, done, page, run, session

FORMS: dict[str, type[FrenchForm]] = {
    "acknowledge": AcknowledgeForm,
    "qualify": QualifyForm,
    "check": CheckForm,
    "answer": AnswerForm,
    "settle": SettleForm,
}
GESTURES: dict[str, tuple[Callable[..., Complaint], str]] = {
    "acknowledge": (services.acknowledge_complaint, "Accusé de réception envoyé."),
    "qualify": (services.qualify_complaint, "Réclamation qualifiée."),
    "check": (services.check_complaint, "Faits vérifiés."),
    "answer": (services.answer_complaint, "Réponse envoyée au client."),
    "settle": (services.settle_complaint, "Réclamation close, satisfaction demandée."),
}


@bp.get("/reclamations")
def complaint_list() -> Answer:
    """Complaints, those still to be settled unless all are asked for."""
    state = request.args.get("state", "")
    found = complaints(session(), run().id, closed=state == "all")
    rows = complaint_rows(found, run().clock)
    return page("crm/complaints.html", rows=rows, state=state, natures=NATURES, plays=plays())


def _blank(**values: str | None) -> ComplaintForm:
    form = ComplaintForm(**values)
    form.customer.choices = customer_names(session(), run().id)
    return form


@bp.get("/reclamations/nouvelle")
def new_complaint() -> Answer:
    """A complaint to open; the address may fill the form."""
    fields = {"customer": "client", "about": "dossier", "source": "source"}
    form = _blank(**{name: request.args.get(word) for name, word in fields.items()})
    return page("crm/complaint_form.html", form=form)


@bp.post("/reclamations/nouvelle")
def open_complaint() -> Answer:
    """Open a complaint."""
    form = _blank()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                customer = ctx.find(Customer, form.customer.data)
                opened = services.open_complaint(ctx, customer, **form.details())
            to = url_for(".complaint", complaint_id=opened.id)
            return done(f"Réclamation {opened.reference} ouverte.", to)
    return page("crm/complaint_form.html", form=form, status=422)


@bp.get("/reclamations/<int:complaint_id>")
def complaint(complaint_id: int) -> Answer:
    """A complaint, what was done and what comes next."""
    found = complaint_of(session(), run().id, complaint_id)
    return _shown(found, {})


def _shown(found: Complaint, typed: dict[str, FrenchForm], status: int = 200) -> Answer:
    shown = complaint_page(session(), current_setting(), found, run().clock)
    preferred = {"channel": found.customer.preferred_channel}
    known = {"nature": found.nature, "liability": found.liability or None, "since": found.since}
    begun: dict[str, dict[str, Any]] = {
        "qualify": known,
        "acknowledge": preferred,
        "answer": preferred,
    }
    forms = {
        step: typed.get(step) or kind(formdata=None, **begun.get(step, {}))
        for step, kind in FORMS.items()
    }
    forms["check"].documents.choices = shown["papers"]
    return page("crm/complaint.html", forms=forms, plays=plays(), status=status, **shown)


@bp.post("/reclamations/<int:complaint_id>/<step>")
def follow_complaint(complaint_id: int, step: str) -> Answer:
    """Take one step of a complaint."""
    if step not in FORMS:
        abort(HTTPStatus.NOT_FOUND)
    form, (gesture, told) = FORMS[step](), GESTURES[step]
    if form.validate():
        with beside(form):
            with acting() as ctx:
                gesture(ctx, ctx.get(Complaint, complaint_id), **form.details())
            return done(told, url_for(".complaint", complaint_id=complaint_id))
    found = complaint_of(session(), run().id, complaint_id)
    return _shown(found, {step: form}, status=422)
