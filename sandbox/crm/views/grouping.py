"""Doubles and groups of customers."""

from flask import request, url_for

from sandbox.crm import queries, services
from sandbox.crm.doubles import doubles, group_of, merged_into
from sandbox.crm.forms import beside
from sandbox.crm.group_forms import OtherForm
from sandbox.crm.models import Customer
from sandbox.crm.views.base import bp, named, plays
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/clients/doublons")
def duplicates() -> Answer:
    """Records that look alike, and why."""
    found = doubles(session(), run().id)
    return page("crm/duplicates.html", doubles=found, plays=plays())


def _form() -> OtherForm:
    form = OtherForm()
    names = queries.customer_names(session(), run().id)
    form.other.choices = {"": "Aucune : il est seul"} | dict(names)
    return form


def _shown(customer_id: int, form: OtherForm, status: int = 200) -> Answer:
    found = queries.customer_of(session(), run().id, customer_id)
    return page(
        "crm/group.html",
        customer=found,
        group=group_of(session(), run().id, found),
        doubles=doubles(session(), run().id, customer_id),
        merged=merged_into(session(), run().id, customer_id),
        form=form,
        plays=plays(),
        status=status,
    )


@bp.get("/clients/<int:customer_id>/groupe")
def group(customer_id: int) -> Answer:
    """The group of a customer, and the records that look like it."""
    return _shown(customer_id, _form())


@bp.post("/clients/<int:customer_id>/groupe")
def link_to_group(customer_id: int) -> Answer:
    """Link a customer to its parent company, or to none."""
    form = _form()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                customer, parent = ctx.get(Customer, customer_id), named(ctx, form.other.data)
                services.link_to_group(ctx, customer, parent=parent)
            return done("Groupe mis à jour.", url_for(".group", customer_id=customer_id))
    return _shown(customer_id, form, 422)


@bp.post("/clients/<int:customer_id>/fusionner")
def merge_customers(customer_id: int) -> Answer:
    """Keep this record and merge another into it."""
    with acting() as ctx:
        other = ctx.find(Customer, request.form.get("other", ""))
        services.merge_customers(ctx, ctx.get(Customer, customer_id), other=other)
    told = f"Fiche {other.reference} fusionnée dans celle-ci."
    return done(told, url_for(".customer", customer_id=customer_id))
