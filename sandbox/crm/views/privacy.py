"""Data protection: requests of people, consents, the register."""

from typing import Any

from flask import url_for

from sandbox.crm import privacy as kept
from sandbox.crm import queries, services
from sandbox.crm.forms import beside
from sandbox.crm.models import Channel, Customer
from sandbox.crm.privacy import PrivacyRequest
from sandbox.crm.privacy_forms import CHANNELS, ConsentForm, ExtendForm, RequestForm
from sandbox.crm.privacy_labels import ARTICLES, BASES, KEPT, REGISTER, RIGHTS
from sandbox.crm.views.base import bp, plays
from sandbox.web import Answer, acting, done, page, run, session

WORDS: dict[str, Any] = {
    "rights": RIGHTS,
    "articles": ARTICLES,
    "bases": BASES,
    "law": KEPT,
    "ways": CHANNELS,
}


@bp.get("/clients/donnees-personnelles")
def privacy() -> Answer:
    """Requests of people, those that wait first, and the register."""
    found, today = kept.requests(session(), run().id), run().clock.date()
    return page("crm/privacy/list.html", found=found, today=today, register=REGISTER, **WORDS)


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
    customer_id: int, asking: RequestForm | None = None, agreeing: ConsentForm | None = None
) -> Answer:
    found = queries.customer_of(session(), run().id, customer_id)
    forms = asking or RequestForm(formdata=None), agreeing or ConsentForm(formdata=None)
    for form in forms:
        form.about(found.contacts)
    return page(
        "crm/privacy/customer.html",
        status=422 if asking or agreeing else 200,
        customer=found,
        asking=forms[0],
        agreeing=forms[1],
        consents=kept.consents_at(session(), found),
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


@bp.post("/clients/<int:customer_id>/donnees/accord")
def note_consent(customer_id: int) -> Answer:
    """Note that somebody may be prospected."""
    form = ConsentForm()
    form.about(queries.customer_of(session(), run().id, customer_id).contacts)
    if form.validate():
        with beside(form), acting() as ctx:
            services.note_consent(ctx, ctx.get(Customer, customer_id), **form.details())
        if not form.errors:
            return done("Accord noté.", url_for(".customer_privacy", customer_id=customer_id))
    return _customer(customer_id, agreeing=form)


@bp.post("/clients/<int:customer_id>/donnees/<int:contact_id>/<channel>/retirer")
def withdraw_consent(customer_id: int, contact_id: int, channel: str) -> Answer:
    """Somebody no longer wants it."""
    way = Channel(channel) if channel in CHANNELS else Channel.EMAIL
    with acting() as ctx:
        customer = ctx.get(Customer, customer_id)
        services.withdraw_consent(ctx, customer, contact=contact_id, channel=way)
    return done("Accord retiré.", url_for(".customer_privacy", customer_id=customer_id))
