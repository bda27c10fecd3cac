"""Contacts and sites of a customer."""

from flask import url_for

from sandbox.crm import queries, services
from sandbox.crm.forms import beside
from sandbox.crm.models import Contact, Customer
from sandbox.crm.people import Need, sites_of
from sandbox.crm.people_forms import CHANNELS, ContactForm, SiteForm
from sandbox.crm.people_labels import LANGUAGES, NEEDS, ROLES, SITES
from sandbox.crm.views.base import bp, plays
from sandbox.web import Answer, acting, done, page, run, session


def _shown(
    customer_id: int,
    form: ContactForm | None = None,
    site: SiteForm | None = None,
    changed: Contact | None = None,
) -> Answer:
    found = queries.customer_of(session(), run().id, customer_id)
    typed = form is not None or site is not None
    return page(
        "crm/people.html",
        customer=found,
        sites=sites_of(session(), run().id, customer_id),
        form=form or ContactForm(formdata=None),
        site_form=site or SiteForm(formdata=None),
        changed=changed,
        words={"role": ROLES, "need": NEEDS, "language": LANGUAGES, "channel": CHANNELS},
        site_words=SITES,
        no_need=Need.NONE,
        plays=plays(),
        status=422 if typed and changed is None else 200,
    )


def _back(customer_id: int, told: str) -> Answer:
    return done(told, url_for(".people", customer_id=customer_id))


@bp.get("/clients/<int:customer_id>/contacts")
def people(customer_id: int) -> Answer:
    """Who to speak to, how, and the customer's sites."""
    return _shown(customer_id)


@bp.post("/clients/<int:customer_id>/contacts")
def add_contact(customer_id: int) -> Answer:
    """Note somebody."""
    form = ContactForm()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                services.add_contact(ctx, ctx.get(Customer, customer_id), **form.details())
            return _back(customer_id, "Contact noté.")
    return _shown(customer_id, form=form)


@bp.get("/clients/<int:customer_id>/contacts/<int:contact_id>")
def edit_contact(customer_id: int, contact_id: int) -> Answer:
    """Somebody's details, to be corrected."""
    found = queries.contact_of(session(), run().id, customer_id, contact_id)
    return _shown(customer_id, form=ContactForm(formdata=None, obj=found), changed=found)


@bp.post("/clients/<int:customer_id>/contacts/<int:contact_id>")
def change_contact(customer_id: int, contact_id: int) -> Answer:
    """Correct somebody's details."""
    form = ContactForm()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                customer = ctx.get(Customer, customer_id)
                services.change_contact(ctx, customer, contact=contact_id, **form.details())
            return _back(customer_id, "Contact mis à jour.")
    return _shown(customer_id, form=form)


@bp.post("/clients/<int:customer_id>/contacts/<int:contact_id>/depart")
def contact_left(customer_id: int, contact_id: int) -> Answer:
    """Somebody has left."""
    with acting() as ctx:
        services.contact_left(ctx, ctx.get(Customer, customer_id), contact=contact_id)
    return _back(customer_id, "Départ noté.")


@bp.post("/clients/<int:customer_id>/sites")
def add_site(customer_id: int) -> Answer:
    """Note another address."""
    form = SiteForm()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                services.add_site(ctx, ctx.get(Customer, customer_id), **form.details())
            return _back(customer_id, "Site noté.")
    return _shown(customer_id, site=form)


@bp.post("/clients/<int:customer_id>/sites/<int:site_id>/fermer")
def close_site(customer_id: int, site_id: int) -> Answer:
    """An address is no longer used."""
    with acting() as ctx:
        services.close_site(ctx, ctx.get(Customer, customer_id), site=site_id)
    return _back(customer_id, "Site fermé.")
