"""Screens of stock, purchasing and goods receipts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, Response, flash, make_response, redirect, request, url_for
from markupsafe import Markup

from sandbox.charts import stock_curve
from sandbox.core.errors import DomainError
from sandbox.core.setting import setting_of
from sandbox.filters import day_month, plural
from sandbox.supply import forms, queries, services, wording
from sandbox.supply.availability import Promise, promise
from sandbox.supply.ledger import history, readings
from sandbox.supply.models import Arrival, Product, PurchaseOrder, PurchaseStatus, Supplier
from sandbox.supply.replenishment import Suggestion, suggestion
from sandbox.web import Answer, acting, done, page, run, session

bp = Blueprint("supply", __name__, url_prefix="/parties/<int:run_id>", template_folder="templates")


def _asked() -> dict[str, Any]:
    """What a list was asked for: search, filter, order, page."""
    texts = {name: request.args.get(name, "") for name in ("q", "state", "sort")}
    return texts | {"number": max(request.args.get("page", 1, type=int), 1)}


def _list(template: str, found: queries.Page, asked: Mapping[str, Any], **values: Any) -> Response:
    kept = {name: asked[name] for name in ("q", "state") if asked[name]}
    args = kept | ({"sort": asked["sort"]} if asked["sort"] else {})
    return page(template, found=found, kept=kept, args=args, **asked, **values)


@bp.get("/stock")
def stock() -> Response:
    """The stock list."""
    asked = _asked()
    found = queries.stock_page(session(), run().id, **asked)
    return _list("supply/stock.html", found, asked, state_of=wording.stock_state)


@bp.get("/stock/<int:product_id>")
def product(product_id: int) -> Response:
    """One product: where it stands, what can be promised, its ledger."""
    item = queries.one(session(), run().id, Product, product_id)
    coming = queries.incoming(session(), run().id, [item.id])
    reservations = queries.reservations_of(session(), run().id, item.id)
    return page(
        "supply/product.html",
        product=item,
        coming=coming,
        reservations=reservations,
        advice=suggestion(item, queries.position(item, coming)),
        promise=_next_unit(item, coming),
        **_ledger(item),
    )


def _ledger(item: Product) -> dict[str, Any]:
    lines = history(item, queries.moves_of(session(), run().id, item.id))
    curve = _curve(item, readings(lines, run().clock.date()))
    return {"lines": lines, "curve": curve, "kinds": wording.MOVES, "why": wording.why}


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
    to = back if back.startswith("/parties/") else url_for(".stock")
    return done(text if len(found) == 1 else f"Stock consulté pour {text}.", to)


@bp.get("/achats")
def purchases() -> Response:
    """Purchase orders, and the trucks at the dock."""
    asked = _asked()
    found = queries.purchases_page(session(), run().id, **asked)
    waiting = queries.arrivals_waiting(session(), run().id)
    today = run().clock.date()
    values = {"waiting": waiting, "today": today, "state_of": wording.purchase_state}
    return _list("supply/purchases.html", found, asked, **values)


@bp.get("/achats/nouvelle")
def new_purchase() -> Answer:
    """Choose a supplier; a product given in the address has chosen already."""
    named, needed_for = request.args.get("product", ""), request.args.get("needed_for", "")
    found = queries.products_called(session(), run().id, [named])
    if found and found[0].supplier_id:
        return make_response(redirect(_form_of(found[0].supplier_id, named, needed_for)))
    choices = queries.suppliers(session(), run().id)
    return page("supply/suppliers.html", choices=choices, needed_for=needed_for)


def _form_of(supplier_id: int, product: str, needed_for: str) -> str:
    """Address of a supplier's order form, what is wanted kept."""
    wanted = {"product": product, "needed_for": needed_for or None}
    return url_for(".purchase_form", supplier_id=supplier_id, **wanted)  # type: ignore[arg-type]


@bp.get("/achats/nouvelle/<int:supplier_id>")
def purchase_form(supplier_id: int) -> Response:
    """The order form of a supplier, its products with their stock and what to reorder."""
    advised = _advised(supplier_id)
    fill = bool(request.args.get("fill"))
    lines = [
        {"product": row.product.reference, "quantity": row.quantity if fill else None}
        for row in advised
    ]
    form = forms.PurchaseForm(
        formdata=None, lines=lines, needed_for=request.args.get("needed_for", "")
    )
    return _purchase_form(supplier_id, form, advised)


def _advised(supplier_id: int) -> list[Suggestion]:
    products = queries.sold_by(session(), run().id, supplier_id)
    found = queries.positions(session(), run().id, products)
    return [suggestion(item, position) for item, position in zip(products, found, strict=True)]


def _purchase_form(
    supplier_id: int, form: forms.PurchaseForm, advised: list[Suggestion], **values: Any
) -> Response:
    return page(
        "supply/purchase_form.html",
        supplier=queries.one(session(), run().id, Supplier, supplier_id),
        form=form,
        advised=advised,
        typed=forms.typed(form, "quantity"),
        focus=request.args.get("product", ""),
        **values,
    )


@bp.post("/achats/nouvelle/<int:supplier_id>")
def send_purchase_order(supplier_id: int) -> Answer:
    """Send the order: it cannot be taken back. A refusal leaves what was typed."""
    form, problem = forms.PurchaseForm(), "Une quantité n'est pas lisible : corrigez-la."
    if form.validate():
        try:
            return _send(supplier_id, form)
        except DomainError as error:
            problem = str(error)
    return _purchase_form(supplier_id, form, _advised(supplier_id), problem=problem, status=422)


def _send(supplier_id: int, form: forms.PurchaseForm) -> Response:
    with acting() as ctx:
        order = services.send_purchase_order(
            ctx,
            supplier=ctx.get(Supplier, supplier_id),
            lines=form.drafts(),
            needed_for=(form.needed_for.data or "").strip() or None,
        )
    return done(f"Commande {order.reference} envoyée.", url_for(".purchase", purchase_id=order.id))


@bp.get("/achats/<int:purchase_id>")
def purchase(purchase_id: int) -> Response:
    """One purchase order."""
    order = queries.one(session(), run().id, PurchaseOrder, purchase_id)
    arrivals = queries.arrivals_of(session(), run().id, order.id)
    return page(
        "supply/purchase.html",
        order=order,
        arrivals=arrivals,
        steps=wording.purchase_steps(order),
        state=wording.purchase_state(order, run().clock.date()),
        story=wording.story(order, arrivals),
        received=order.status == PurchaseStatus.RECEIVED,
    )


@bp.post("/achats/<int:purchase_id>/relancer")
def chase_supplier(purchase_id: int) -> Answer:
    """Ask the supplier where the goods are."""
    with acting() as ctx:
        order = services.chase_supplier(ctx, ctx.get(PurchaseOrder, purchase_id))
    to = url_for(".purchase", purchase_id=order.id)
    return done(f"{order.supplier.name} relancé au sujet de {order.reference}.", to)


@bp.get("/achats/receptions/<int:arrival_id>")
def receipt(arrival_id: int) -> Response:
    """The receipt of a truck: to count, or as it was booked."""
    arrival = queries.one(session(), run().id, Arrival, arrival_id)
    lines = [{"product": line.product.reference} for line in arrival.purchase_order.lines]
    return _receipt(arrival, forms.ReceiptForm(formdata=None, lines=lines))


def _receipt(arrival: Arrival, form: forms.ReceiptForm, status: int = 200) -> Response:
    counted = forms.typed(form, "counted")
    return page("supply/receipt.html", status=status, arrival=arrival, form=form, typed=counted)


@bp.post("/achats/receptions/<int:arrival_id>")
def receive_goods(arrival_id: int) -> Answer:
    """Book what was counted."""
    form = forms.ReceiptForm()
    if not form.validate():
        return _receipt(queries.one(session(), run().id, Arrival, arrival_id), form, status=422)
    with acting() as ctx:
        arrival = ctx.get(Arrival, arrival_id)
        counted, reserves = form.counts(), form.reserves.data or ""
        services.receive_goods(ctx, arrival, counted=counted, reserves=reserves)
    if arrival.purchase_order.status != PurchaseStatus.RECEIVED or arrival.differs(counted):
        flash("Écart à la réception : prévenez le fournisseur et ceux qui attendent.", "warning")
    to = url_for(".purchase", purchase_id=arrival.purchase_order_id)
    return done(f"Réception {arrival.reference} enregistrée.", to)
