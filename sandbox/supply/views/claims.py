"""Protests to carriers, claims on suppliers."""

from flask import Response, request, url_for

from sandbox.supply import queries, services
from sandbox.supply.models import (
    Arrival,
    ClaimNature,
    ClaimRequest,
    ProtestChannel,
    PurchaseOrder,
)
from sandbox.supply.queries.desk import claims_page
from sandbox.supply.views.base import bp, choice_in, listing, page_number, units_in
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/achats/litiges")
def claims() -> Response:
    """Claims on suppliers."""
    state, number = request.args.get("state", ""), page_number()
    found = claims_page(session(), run().id, state=state, number=number)
    asked = {"q": "", "state": state, "sort": "", "number": number}
    return listing("supply/claims.html", found, asked)


@bp.get("/achats/receptions/<int:arrival_id>/protester")
def protest(arrival_id: int) -> Response:
    """The letter to the carrier: what the law wants of it, and until when."""
    arrival = queries.one(session(), run().id, Arrival, arrival_id)
    return page("supply/protest.html", arrival=arrival, today=run().clock.date())


@bp.post("/achats/receptions/<int:arrival_id>/protester")
def protest_to_carrier(arrival_id: int) -> Answer:
    """Send the protest."""
    channel = choice_in("channel", ProtestChannel, "La voie d'envoi")
    with acting() as ctx:
        arrival = ctx.get(Arrival, arrival_id)
        text = request.form.get("text", "")
        services.protest_to_carrier(ctx, arrival, text=text, channel=channel)
    to = url_for(".purchase", purchase_id=arrival.purchase_order_id)
    return done("Protestation envoyée au transporteur.", to)


@bp.post("/achats/<int:purchase_id>/litige")
def claim_from_supplier(purchase_id: int) -> Answer:
    """Claim something from the supplier."""
    nature = choice_in("nature", ClaimNature, "La nature du litige")
    asks = choice_in("asks", ClaimRequest, "Ce que vous demandez")
    texts = {name: request.form.get(name, "") for name in ("product", "text", "arrival")}
    quantity = units_in("quantity")
    with acting() as ctx:
        order = ctx.get(PurchaseOrder, purchase_id)
        claim = services.claim_from_supplier(
            ctx, order, quantity=quantity, nature=nature, asks=asks, **texts
        )
    to = url_for(".purchase", purchase_id=purchase_id)
    return done(f"Litige {claim.reference} ouvert.", to)
