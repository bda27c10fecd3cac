"""The professional marketplace."""

from flask import Response, request, url_for

from sandbox.supply import services
from sandbox.supply.models import MarketOffer
from sandbox.supply.queries.desk import offers
from sandbox.supply.views.base import bp, units_in
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/achats/place-de-marche")
def market() -> Response:
    """Offers by product: price, delay, rating."""
    product_id = request.args.get("article", type=int)
    found = offers(session(), run().id, product_id)
    needed_for = request.args.get("needed_for", "")
    return page("supply/market.html", offers=found, needed_for=needed_for)


@bp.post("/achats/place-de-marche/<int:offer_id>")
def take_offer(offer_id: int) -> Answer:
    """Order at the terms of an offer."""
    quantity, needed_for = units_in("quantity"), request.form.get("needed_for", "").strip()
    with acting() as ctx:
        offer = ctx.get(MarketOffer, offer_id)
        order = services.take_offer(ctx, offer, quantity=quantity, needed_for=needed_for or None)
    return done(f"Commande {order.reference} envoyée.", url_for(".purchase", purchase_id=order.id))
