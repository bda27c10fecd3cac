"""What our own workshop is asked to make."""

from flask import Response, request, url_for

from sandbox.supply import services
from sandbox.supply.models import Product, ProductionRequest
from sandbox.supply.queries.desk import made_products, production_page
from sandbox.supply.views.base import bp, day_in, page_number, units_in
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/stock/production")
def production() -> Response:
    """Requests to the workshop, and what may be asked of it."""
    number, made = page_number(), made_products(session(), run().id)
    return page(
        "supply/production.html",
        found=production_page(session(), run().id, number),
        made=made,
        choices=[(item.reference, f"{item.reference} {item.label}") for item in made],
        number=number,
        today=run().clock.date(),
    )


@bp.post("/stock/production")
def request_production() -> Answer:
    """Ask the workshop for units."""
    quantity, wanted_on = units_in("quantity"), day_in("wanted_on")
    needed_for = request.form.get("needed_for", "").strip() or None
    with acting() as ctx:
        product = ctx.find(Product, request.form.get("product", ""))
        asked = services.request_production(
            ctx, product, quantity=quantity, wanted_on=wanted_on, needed_for=needed_for
        )
    return done(f"Demande {asked.reference} envoyée à l'atelier.", url_for(".production"))


@bp.post("/stock/production/<int:request_id>/relancer")
def chase_production(request_id: int) -> Answer:
    """Ask the workshop where the units are."""
    with acting() as ctx:
        services.chase_production(ctx, ctx.get(ProductionRequest, request_id))
    return done("Atelier relancé.", url_for(".production"))


@bp.post("/stock/production/<int:request_id>/avancer")
def renegotiate_production(request_id: int) -> Answer:
    """Ask the workshop for an earlier date."""
    wanted_on = day_in("wanted_on")
    with acting() as ctx:
        found = ctx.get(ProductionRequest, request_id)
        services.renegotiate_production(ctx, found, wanted_on=wanted_on)
    return done("Autre date demandée à l'atelier.", url_for(".production"))
