"""Orders: the list, the document and the gestures that lead to a decision."""

from flask import url_for

from sandbox.erp import services
from sandbox.erp.errors.changing import UnknownGround
from sandbox.erp.errors.selling import MissingGround, MissingPromise
from sandbox.erp.forms.changing import CancelForm, ChangeForm
from sandbox.erp.forms.selling import ReasonForm, RecordForm, ReleaseForm
from sandbox.erp.models import CancelGround, Order, Release
from sandbox.erp.queries import selling as queries
from sandbox.erp.queries.ordering import file_of
from sandbox.erp.showing import orders as showing
from sandbox.erp.showing.depositing import advance_rows
from sandbox.erp.views.base import asked, bp, current_setting, kept
from sandbox.web import Answer, acting, done, page, run, session


def _to(order_id: int, anchor: str = "") -> str:
    return url_for(".order", order_id=order_id, _anchor=anchor or None)


@bp.get("/commandes")
def orders() -> Answer:
    """The list of orders."""
    wanted = asked()
    found = queries.orders(session(), run().id, **wanted)
    states = showing.states()
    return page("erp/orders/list.html", found=found, asked=wanted, args=kept(wanted), states=states)


@bp.get("/commandes/<int:order_id>")
def order(order_id: int) -> Answer:
    """An order, and what was looked up to decide on it."""
    found = queries.order_of(session(), run().id, order_id)
    file = file_of(session(), run(), current_setting(), found)
    shown = showing.order_page(file, current_setting(), run().mode)
    return page("erp/orders/page.html", advance=advance_rows(found, file.linked), **shown)


@bp.post("/commandes/<int:order_id>/comparer")
def compare_order(order_id: int) -> Answer:
    """Lay the order beside the quote."""
    with acting() as ctx:
        services.compare_order(ctx, ctx.get(Order, order_id))
    return done("Commande et devis sont côte à côte.", _to(order_id, "comparaison"))


@bp.post("/commandes/<int:order_id>/enregistrer")
def confirm_order(order_id: int) -> Answer:
    """Record the order with a promise."""
    form = RecordForm()
    if not form.validate():
        raise MissingPromise
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.confirm_order(ctx, order, promised_on=form.date())
    return done(f"Commande {order.reference} enregistrée.", _to(order_id))


@bp.post("/commandes/<int:order_id>/attente")
def hold_order(order_id: int) -> Answer:
    """Let the order wait."""
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.hold_order(ctx, order, reason=ReasonForm().reason.data or "")
    return done(f"Commande {order.reference} mise en attente.", _to(order_id))


@bp.post("/commandes/<int:order_id>/lever-attente")
def release_order(order_id: int) -> Answer:
    """Let a held order be decided on again."""
    form = ReleaseForm()
    if not form.validate():
        raise MissingGround
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.release_order(ctx, order, ground=Release(form.ground.data))
    return done(f"Attente levée : la commande {order.reference} est à décider.", _to(order_id))


@bp.post("/commandes/<int:order_id>/refuser")
def decline_order(order_id: int) -> Answer:
    """Turn the order down."""
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.decline_order(ctx, order, reason=ReasonForm().reason.data or "")
    return done(f"Commande {order.reference} refusée ; le client est prévenu.", _to(order_id))


@bp.post("/commandes/<int:order_id>/modifier")
def change_order(order_id: int) -> Answer:
    """Change units or the date promised, as agreed with the customer."""
    form = ChangeForm()
    if not form.validate():
        raise MissingPromise
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        units = form.quantities(order)
        services.change_order(ctx, order, quantities=units, promised_on=form.promised_on.data)
    return done(f"Commande {order.reference} modifiée : renvoyez l’accusé.", _to(order_id))


@bp.post("/commandes/<int:order_id>/annuler")
def cancel_order(order_id: int) -> Answer:
    """Cancel the order, on a ground."""
    form = CancelForm()
    if not form.validate():
        raise UnknownGround
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        ground, reason = CancelGround(form.ground.data), form.reason.data or ""
        services.cancel_order(ctx, order, ground=ground, reason=reason)
    return done(f"Commande {order.reference} annulée ; le client le sait.", _to(order_id))


@bp.post("/commandes/<int:order_id>/ecarts")
def raise_differences(order_id: int) -> Answer:
    """Tell the customer what differs from the quote."""
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.raise_differences(ctx, order)
    return done(f"Écarts signalés à {order.customer.name}.", _to(order_id))


@bp.post("/commandes/<int:order_id>/aligner")
def align_order(order_id: int) -> Answer:
    """Correct the order to the quote without asking."""
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.align_order(ctx, order)
    return done(f"Commande {order.reference} alignée sur le devis.", _to(order_id))


@bp.post("/commandes/<int:order_id>/accuser")
def acknowledge_order(order_id: int) -> Answer:
    """Send the acknowledgement."""
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.acknowledge_order(ctx, order)
    return done(f"Accusé de réception de {order.reference} envoyé.", _to(order_id))


@bp.post("/commandes/<int:order_id>/reliquat")
def reserve_backorder(order_id: int) -> Answer:
    """Set aside what was short."""
    with acting() as ctx:
        order = ctx.get(Order, order_id)
        services.reserve_backorder(ctx, order)
    return done(f"Articles réservés pour {order.reference}.", _to(order_id))
