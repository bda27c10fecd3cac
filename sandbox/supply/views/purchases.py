"""Screens of purchasing and of goods receipts."""

from typing import Any

from flask import Response, flash, make_response, redirect, request, url_for

from sandbox.core.errors import DomainError
from sandbox.intake import HIGHEST_ID
from sandbox.supply import forms, queries, services, wording
from sandbox.supply.models import Arrival, PurchaseOrder, PurchaseStatus, Supplier
from sandbox.supply.queries.desk import claims_of, invoices_of, protests_of
from sandbox.supply.replenishment import Suggestion, suggestion
from sandbox.supply.views.base import asked, bp, day_in, listing
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/achats")
def purchases() -> Response:
    """Purchase orders, and the trucks at the dock."""
    wanted = asked()
    found = queries.purchases_page(session(), run().id, **wanted)
    waiting = queries.arrivals_waiting(session(), run().id)
    today = run().clock.date()
    values = {"waiting": waiting, "today": today, "state_of": wording.purchase_state}
    return listing("supply/purchases.html", found, wanted, **values)


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
    start = _copied(supplier_id) or (_quantities(advised) if request.args.get("fill") else {})
    references = [row.product.reference for row in advised]
    lines = [{"product": each, "quantity": start.get(each)} for each in references]
    needed_for = request.args.get("needed_for", "")
    form = forms.PurchaseForm(formdata=None, lines=lines, needed_for=needed_for)
    return _purchase_form(supplier_id, form, advised)


def _quantities(advised: list[Suggestion]) -> dict[str, int]:
    return {row.product.reference: row.quantity for row in advised}


def _copied(supplier_id: int) -> dict[str, int]:
    """Quantities of the order of this supplier that the address asks to make again."""
    number = request.args.get("copie", type=int)
    if number is None or number > HIGHEST_ID:
        return {}
    order = queries.one(session(), run().id, PurchaseOrder, number)
    same = order.supplier_id == supplier_id
    return {line.product.reference: line.ordered for line in order.lines if same}


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
        **_after(order),
    )


def _after(order: PurchaseOrder) -> dict[str, Any]:
    """What followed a purchase: claims, protests, invoices."""
    of = (session(), run().id, order.id)
    products = [(line.product.reference, line.product.label) for line in order.lines]
    after = {"claims": claims_of(*of), "protests": protests_of(*of), "invoices": invoices_of(*of)}
    return after | {"products": products}


@bp.post("/achats/<int:purchase_id>/avancer-la-date")
def ask_earlier_date(purchase_id: int) -> Answer:
    """Ask the supplier to deliver sooner."""
    wanted_on = day_in("wanted_on")
    with acting() as ctx:
        order = ctx.get(PurchaseOrder, purchase_id)
        services.ask_earlier_date(ctx, order, wanted_on=wanted_on)
    said = f"Date du {wanted_on:%d/%m/%Y} demandée à {order.supplier.name}."
    return done(said, url_for(".purchase", purchase_id=purchase_id))


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
    counted, hurt = forms.typed(form, "counted"), forms.typed(form, "damaged")
    values: dict[str, Any] = {"arrival": arrival, "form": form, "typed": counted, "hurt": hurt}
    return page("supply/receipt.html", status=status, **values)


@bp.post("/achats/receptions/<int:arrival_id>")
def receive_goods(arrival_id: int) -> Answer:
    """Book what was counted."""
    form = forms.ReceiptForm()
    if not form.validate():
        return _receipt(queries.one(session(), run().id, Arrival, arrival_id), form, status=422)
    with acting() as ctx:
        arrival = ctx.get(Arrival, arrival_id)
        counted, reserves = form.counts(), form.reserves.data or ""
        damaged = form.spoilt()
        services.receive_goods(ctx, arrival, counted=counted, reserves=reserves, damaged=damaged)
    if arrival.purchase_order.status != PurchaseStatus.RECEIVED or arrival.differs(counted):
        flash("Écart à la réception : prévenez le fournisseur et ceux qui attendent.", "warning")
    to = url_for(".purchase", purchase_id=arrival.purchase_order_id)
    return done(f"Réception {arrival.reference} enregistrée.", to)
