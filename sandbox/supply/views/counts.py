"""Counts: asked for, taken down, agreed to, corrected."""

from flask import Response, request, url_for

from sandbox.core import ledger
from sandbox.core.setting import setting_of
from sandbox.supply import queries, services
from sandbox.supply.models import CountCause, Product, StockCount
from sandbox.supply.queries.desk import counts_page
from sandbox.supply.views.base import bp, choice_in, page_number, units_in
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/stock/inventaires")
def counts() -> Response:
    """Counts, newest first."""
    number = page_number()
    return page("supply/counts.html", found=counts_page(session(), run().id, number), number=number)


@bp.get("/stock/inventaires/<int:count_id>")
def stock_count(count_id: int) -> Response:
    """One count: what was found, what it is worth, what may be done."""
    count = queries.one(session(), run().id, StockCount, count_id)
    rules = setting_of(session(), run().digest).procedures.supply
    needed = rules.gap_needs_approval(count.gap.value, count.gap.rate)
    entry = ledger.of_stock_gap(count.gap.value)
    return page("supply/count.html", count=count, needed=needed, rules=rules, entry=entry)


@bp.post("/stock/<int:product_id>/inventaire")
def request_count(product_id: int) -> Answer:
    """Ask the warehouse to count a product."""
    with acting() as ctx:
        count = services.request_count(ctx, ctx.get(Product, product_id))
    to = url_for(".stock_count", count_id=count.id)
    return done(f"Inventaire {count.reference} demandé au dépôt.", to)


@bp.post("/stock/inventaires/<int:count_id>/compter")
def report_count(count_id: int) -> Answer:
    """Take down the count of the warehouse's sheet."""
    counted = units_in("counted", "Le comptage")
    with acting() as ctx:
        services.report_count(ctx, ctx.get(StockCount, count_id), counted=counted)
    return done("Comptage enregistré.", url_for(".stock_count", count_id=count_id))


@bp.post("/stock/inventaires/<int:count_id>/soumettre")
def submit_gap(count_id: int) -> Answer:
    """Ask for the agreement that a large gap needs."""
    with acting() as ctx:
        count = ctx.get(StockCount, count_id)
        services.submit_gap(ctx, count, facts=request.form.get("facts", ""))
    return done("Accord demandé.", url_for(".stock_count", count_id=count_id))


@bp.post("/stock/inventaires/<int:count_id>/corriger")
def adjust_stock(count_id: int) -> Answer:
    """Correct the books under a reason code."""
    cause = choice_in("cause", CountCause, "Le motif de l'écart")
    with acting() as ctx:
        count = services.adjust_stock(ctx, ctx.get(StockCount, count_id), cause=cause)
    to = url_for(".product", product_id=count.product_id)
    return done(f"Stock de {count.product.reference} corrigé.", to)
