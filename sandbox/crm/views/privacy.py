"""Data protection: requests of people, consents, the register."""

from typing import Any

from flask import url_for

from sandbox.core.context import Context
from sandbox.crm import privacy as kept
from sandbox.crm import queries, services
from sandbox.crm.consent_forms import ConsentForm
from sandbox.crm.consent_showing import choices_shown
from sandbox.crm.consents import Choice
from sandbox.crm.forms import beside
from sandbox.crm.models import Customer
from sandbox.crm.privacy import PrivacyRequest
from sandbox.crm.privacy_forms import ExtendForm, RequestForm
from sandbox.crm.privacy_labels import ARTICLES, KEPT, REGISTER, RIGHTS
from sandbox.crm.views.base import bp, plays
from sandbox.web import Answer, acting, done, page, run, session

WORDS: dict[str, Any] = {
    "rights": RIGHTS,
    "articles": ARTICLES,
    "law": KEPT,
}


@bp.get("/clients/donnees-personnelles")
def privacy() -> Answer:
    """Requests of people, those that wait first, and the register."""
    found, today = kept.requests(session(), run().id), run().clock.date()
    shown: dict[str, Any] = {"found": found, "today": today, "register": REGISTER, "plays": plays()}
    return page("crm/privacy/list.html", **shown, **WORDS)


@bp.get("/clients/donnees-personnelles/<int:privacy_request_id>")
def privacy_request(privacy_request_id: int) -> Answer:
    """One request: what was asked, by when, and what is held on the person."""
    return _request(privacy_request_id, ExtendForm(formdata=None))


def _request(row_id: int, form: ExtendForm, status: int = 200) -> Answer:
    found = kept.request_of(session(), run().id, row_id)
    return page(
        "crm/privacy/request.html",
        status=status,
        found=found,
        form=form,
        held=kept.held_on(session(), found.contact, found.customer),
        today=run().clock.date(),
        plays=plays(),
        **WORDS,
    )


@bp.post("/clients/donnees-personnelles/<int:privacy_request_id>/repondre")
def answer_privacy_request(privacy_request_id: int) -> Answer:
    """Do what was asked, and answer."""
    with acting() as ctx:
        found = ctx.get(PrivacyRequest, privacy_request_id)
        services.answer_privacy_request(ctx, found)
    told = f"Réponse à {found.reference} envoyée."
    return done(told, url_for(".privacy_request", privacy_request_id=privacy_request_id))


@bp.post("/clients/donnees-personnelles/<int:privacy_request_id>/prolonger")
def extend_privacy_request(privacy_request_id: int) -> Answer:
    """Tell the person that it takes longer."""
    form = ExtendForm()
    with beside(form), acting() as ctx:
        found = ctx.get(PrivacyRequest, privacy_request_id)
        services.extend_privacy_request(ctx, found, reason=form.reason.data or "")
    if form.errors:
        return _request(privacy_request_id, form, 422)
    to = url_for(".privacy_request", privacy_request_id=privacy_request_id)
    return done("La personne est prévenue : deux mois de plus.", to)


@bp.get("/clients/<int:customer_id>/donnees")
def customer_privacy(customer_id: int) -> Answer:
    """Consents and requests of the people of a customer."""
    return _customer(customer_id)


def _customer(
    customer_id: int, asking: RequestForm | None = None, choosing: ConsentForm | None = None
) -> Answer:
    found = queries.customer_of(session(), run().id, customer_id)
    requesting, choice = (
        asking or RequestForm(formdata=None),
        choosing or ConsentForm(formdata=None),
    )
    requesting.about(found.contacts)
    choice.about(found)
    return page(
        "crm/privacy/customer.html",
        status=422 if asking or choosing else 200,
        customer=found,
        asking=requesting,
        choosing=choice,
        choices=choices_shown(found),
        found=kept.requests_of(session(), found),
        plays=plays(),
        **WORDS,
    )


@bp.post("/clients/<int:customer_id>/donnees/demande")
def open_privacy_request(customer_id: int) -> Answer:
    """Note that somebody uses a right on their data."""
    form = RequestForm()
    form.about(queries.customer_of(session(), run().id, customer_id).contacts)
    if form.validate():
        with beside(form), acting() as ctx:
            details = form.details(ctx.today())
            asked = services.open_privacy_request(ctx, ctx.get(Customer, customer_id), **details)
        if not form.errors:
            to = url_for(".privacy_request", privacy_request_id=asked.id)
            return done(f"Demande {asked.reference} notée.", to)
    return _customer(customer_id, asking=form)


@bp.post("/clients/<int:customer_id>/donnees/choix")
def note_choice(customer_id: int) -> Answer:
    """Note a consent, its withdrawal, or an objection."""
    form = ConsentForm()
    form.about(queries.customer_of(session(), run().id, customer_id))
    if form.validate():
        with beside(form), acting() as ctx:
            _note(ctx, ctx.get(Customer, customer_id), form)
        if not form.errors:
            return done("Choix noté.", url_for(".customer_privacy", customer_id=customer_id))
    return _customer(customer_id, choosing=form)


def _note(ctx: Context, customer: Customer, form: ConsentForm) -> None:
    details = form.details()
    if form.said == Choice.GRANTED:
        services.note_consent(ctx, customer, basis=form.basis_chosen, **details)
    elif form.said == Choice.WITHDRAWN:
        services.withdraw_consent(ctx, customer, **details)
    else:
        services.note_objection(ctx, customer, **details)
