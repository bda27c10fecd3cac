"""Customers: the list, the record, and what is changed in it."""

from http import HTTPStatus
from typing import Any

from flask import make_response, redirect, request, url_for

from sandbox.crm import queries, services
from sandbox.crm.forms import CustomerForm, beside
from sandbox.crm.models import Customer
from sandbox.crm.panels import notices_of, panels_of
from sandbox.crm.segments import member_ids
from sandbox.crm.showing import customer_page, customer_rows, link_of
from sandbox.crm.story_showing import timeline_page
from sandbox.crm.tasks import tasks_of
from sandbox.crm.views.base import bp, current_setting, plays
from sandbox.web import Answer, acting, done, page, run, session


def _search(asked: dict[str, str]) -> queries.CustomerSearch:
    number = max(1, request.args.get("page", 1, type=int))
    rules, code = current_setting().procedures.segments, asked["segment"]
    only = member_ids(session(), run(), rules, code) if code else None
    return queries.CustomerSearch(asked["q"], asked["type"], asked["sort"] or "name", number, only)


@bp.get("/clients")
def customers() -> Answer:
    """The list of customers."""
    asked = {n: request.args.get(n, "").strip() for n in ("q", "type", "sort", "segment")}
    search = _search(asked)
    rows, total = queries.customers(session(), run().id, search)
    shown: dict[str, Any] = {
        "rows": customer_rows(rows),
        "total": total,
        "pages": queries.pages(total),
        "segments": [(rule.code, rule.label) for rule in current_setting().procedures.segments],
        "args": {name: value for name, value in asked.items() if value},
    }
    return page("crm/customers.html", search=search, asked=asked, plays=plays(), **shown)


@bp.get("/clients/<int:customer_id>")
def customer(customer_id: int) -> Answer:
    """A customer's record."""
    found = queries.customer_of(session(), run().id, customer_id)
    panels = panels_of(session(), run().id, customer_id)
    messages = queries.timeline(session(), run().id, customer_id)
    opened = queries.history_opened(session(), run().id, found.reference)
    shown = customer_page(found, panels, messages, opened=opened)
    tasks = tasks_of(session(), run().id, customer_id)
    notices = [(each, link_of(each)) for each in notices_of(session(), run().id, customer_id)]
    return page("crm/customer.html", plays=plays(), tasks=tasks, notices=notices, **shown)


@bp.get("/clients/<int:customer_id>/parcours")
def timeline(customer_id: int) -> Answer:
    """Everything that happened with a customer, filtered by kind."""
    found = queries.customer_of(session(), run().id, customer_id)
    shown = timeline_page(session(), found, request.args.get("genre", ""))
    return page("crm/timeline.html", plays=plays(), **shown)


@bp.post("/clients/<int:customer_id>/historique")
def consult_history(customer_id: int) -> Answer:
    """Look up what was done with a customer, for the record."""
    with acting() as ctx:
        services.consult_history(ctx, ctx.get(Customer, customer_id))
    to = url_for(".customer", customer_id=customer_id, _anchor="historique")
    return make_response(redirect(to, HTTPStatus.SEE_OTHER))


@bp.get("/clients/nouveau")
def new_customer() -> Answer:
    """A blank record."""
    return page("crm/customer_form.html", form=CustomerForm(), customer=None)


@bp.post("/clients/nouveau")
def create_customer() -> Answer:
    """Open a customer's record."""
    form = CustomerForm()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                opened = services.create_customer(ctx, **form.details())
            to = url_for(".customer", customer_id=opened.id)
            return done(f"Fiche {opened.reference} ouverte pour {opened.name}.", to)
    return page("crm/customer_form.html", form=form, customer=None, status=422)


@bp.get("/clients/<int:customer_id>/modifier")
def edit_customer(customer_id: int) -> Answer:
    """A record, to be completed."""
    found = queries.customer_of(session(), run().id, customer_id)
    return page("crm/customer_form.html", form=CustomerForm(obj=found), customer=found)


@bp.post("/clients/<int:customer_id>/modifier")
def update_customer(customer_id: int) -> Answer:
    """Complete or correct a record."""
    form = CustomerForm()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                services.update_customer(ctx, ctx.get(Customer, customer_id), **form.details())
            return done("Fiche mise à jour.", url_for(".customer", customer_id=customer_id))
    found = queries.customer_of(session(), run().id, customer_id)
    return page("crm/customer_form.html", form=form, customer=found, status=422)
