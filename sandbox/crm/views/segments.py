"""Segments of customers."""

from flask import request, url_for

from sandbox.crm import queries, services
from sandbox.crm.models import Customer
from sandbox.crm.segment_showing import segment_rows
from sandbox.crm.views.base import bp, current_setting, plays
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/clients/segments")
def segments() -> Answer:
    """Every segment, its rule in words, and how many customers it holds."""
    rows = segment_rows(session(), run(), current_setting().procedures.segments)
    names = queries.customer_names(session(), run().id)
    return page("crm/segments.html", rows=rows, names=names, plays=plays())


@bp.post("/clients/segments/<code>/ajouter")
def put_in_segment(code: str) -> Answer:
    """Put a customer in a segment made by hand."""
    with acting() as ctx:
        customer = ctx.find(Customer, request.form.get("customer", ""))
        services.put_in_segment(ctx, customer, code=code)
    return done(f"{customer.name} ajouté au segment.", url_for(".segments"))


@bp.post("/clients/segments/<code>/retirer")
def take_out_of_segment(code: str) -> Answer:
    """Take a customer out of a segment made by hand."""
    with acting() as ctx:
        customer = ctx.find(Customer, request.form.get("customer", ""))
        services.take_out_of_segment(ctx, customer, code=code)
    return done(f"{customer.name} retiré du segment.", url_for(".segments"))
