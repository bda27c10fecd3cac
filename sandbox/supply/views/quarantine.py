"""Units set apart, and what becomes of them."""

from collections.abc import Callable

from flask import Response, request, url_for

from sandbox.core.context import Context
from sandbox.supply import services
from sandbox.supply.models import Product, Quarantine, QuarantineCause
from sandbox.supply.queries.desk import quarantines_page
from sandbox.supply.views.base import bp, choice_in, listing, page_number, units_in
from sandbox.web import Answer, acting, done, run, session


@bp.get("/stock/quarantaine")
def quarantines() -> Response:
    """Units set apart."""
    state, number = request.args.get("state", ""), page_number()
    found = quarantines_page(session(), run().id, state=state, number=number)
    asked = {"q": "", "state": state, "sort": "", "number": number}
    return listing("supply/quarantine.html", found, asked)


@bp.post("/stock/<int:product_id>/quarantaine")
def quarantine_units(product_id: int) -> Answer:
    """Set units of a product apart."""
    quantity, cause = units_in("quantity"), choice_in("cause", QuarantineCause, "Le motif")
    document = request.form.get("document", "")
    with acting() as ctx:
        services.quarantine_units(
            ctx, ctx.get(Product, product_id), quantity=quantity, cause=cause, document=document
        )
    return done("Unités mises à part.", url_for(".product", product_id=product_id))


def _settle(quarantine_id: int, act: Callable[[Context, Quarantine], Quarantine]) -> Answer:
    with acting() as ctx:
        kept = act(ctx, ctx.get(Quarantine, quarantine_id))
    return done(f"{kept.reference} : c'est fait.", url_for(".quarantines"))


@bp.post("/stock/quarantaine/<int:quarantine_id>/remettre")
def release_quarantine(quarantine_id: int) -> Answer:
    """Put units back on sale."""
    return _settle(quarantine_id, services.release_quarantine)


@bp.post("/stock/quarantaine/<int:quarantine_id>/detruire")
def scrap(quarantine_id: int) -> Answer:
    """Destroy units."""
    return _settle(quarantine_id, services.scrap)


@bp.post("/stock/quarantaine/<int:quarantine_id>/renvoyer")
def send_back(quarantine_id: int) -> Answer:
    """Send units back to their supplier."""
    return _settle(quarantine_id, services.send_back)
