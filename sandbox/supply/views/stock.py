"""Screens of the stock: list, product, ledger, what to reorder."""

from datetime import date
from typing import Any

from flask import Response, request, url_for
from markupsafe import Markup

from sandbox.charts import stock_curve
from sandbox.core.setting import setting_of
from sandbox.filters import day_month, plural
from sandbox.intake import local_path
from sandbox.supply import queries, services, wording
from sandbox.supply.availability import Promise, promise
from sandbox.supply.ledger import history, readings
from sandbox.supply.models import Product
from sandbox.supply.projection import claims_on, projection
from sandbox.supply.queries.desk import low_products
from sandbox.supply.replenishment import computed_point, suggestion
from sandbox.supply.views.base import asked, bp, listing, page_number
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/stock")
def stock() -> Response:
    """The stock list."""
    wanted = asked()
    found = queries.stock_page(session(), run().id, **wanted)
    return listing("supply/stock.html", found, wanted, state_of=wording.stock_state)


@bp.get("/stock/<int:product_id>")
def product(product_id: int) -> Response:
    """One product: where it stands, what can be promised, its ledger."""
    item = queries.one(session(), run().id, Product, product_id)
    coming = queries.incoming(session(), run().id, [item.id])
    return page(
        "supply/product.html",
        product=item,
        coming=coming,
        reservations=queries.reservations_of(session(), run().id, item.id),
        advice=suggestion(item, queries.position(item, coming)),
        computed=computed_point(item),
        promise=_next_unit(item, coming),
        **_ledger(item),
        **_ahead(item, coming),
    )


def _ledger(item: Product) -> dict[str, Any]:
    lines = history(item, queries.moves_of(session(), run().id, item.id))
    curve = _curve(item, readings(lines, run().clock.date()))
    return {"lines": lines, "curve": curve, "why": wording.why}


def _ahead(item: Product, coming: list[queries.Incoming]) -> dict[str, Any]:
    """The stock day by day, and its curve against the reorder point."""
    today = run().clock.date()
    ahead = projection(item, coming, claims_on(session(), run().id, item.id), today)
    points = [(day_month(on), units) for on, units in ahead.points(today)]
    title = f"Disponible projeté de {item.reference}"
    return {"ahead": ahead, "ahead_curve": stock_curve(points, item.reorder_point, title)}


def _next_unit(item: Product, coming: list[queries.Incoming]) -> Promise:
    """When one more unit could leave."""
    days = setting_of(session(), run().digest).procedures.supply.preparation_days
    return promise(item, 1, coming, today=run().clock.date(), preparation_days=days)


def _curve(item: Product, points: list[tuple[date, int]]) -> Markup:
    named = [(day_month(on), units) for on, units in points]
    return stock_curve(named, item.reorder_point, f"Stock de {item.reference}")


@bp.post("/stock/consulter")
def consult_stock() -> Answer:
    """The gesture « Consulter le stock », from a product or from a document."""
    back = request.form.get("back", "")
    with acting() as ctx:
        found = services.consult_stock(
            ctx, products=request.form.getlist("product"), about=request.form.get("about") or None
        )
    text = wording.said(found[0]) if len(found) == 1 else plural(len(found), "article")
    to = local_path(back) if back.startswith("/parties/") else url_for(".stock")
    return done(text if len(found) == 1 else f"Stock consulté pour {text}.", to)


@bp.get("/stock/mouvements")
def moves() -> Response:
    """The ledger of all products, newest first."""
    kind, product_id = request.args.get("state", ""), request.args.get("article", type=int)
    number = page_number()
    found = queries.moves_page(session(), run().id, product_id=product_id, kind=kind, number=number)
    hidden = {"article": product_id} if product_id else {}
    wanted = {"q": "", "state": kind, "sort": "", "number": number}
    return listing("supply/moves.html", found, wanted, hidden=hidden)


@bp.get("/stock/propositions")
def proposals() -> Response:
    """What the reorder levels call for, with the reason and the working."""
    rows = low_products(session(), run().id)
    found = queries.positions(session(), run().id, [item for item, _ in rows])
    advised = [suggestion(item, position) for (item, _), position in zip(rows, found, strict=True)]
    return page("supply/proposals.html", advised=advised, working=wording.working)
