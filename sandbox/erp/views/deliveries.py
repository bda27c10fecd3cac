"""Deliveries: what is ready to go, the note, the carrier, the invoice that follows."""

from flask import url_for

from sandbox.core.errors import DomainError
from sandbox.erp import services
from sandbox.erp.forms.billing import CarrierForm
from sandbox.erp.models import DeliveryNote, Order
from sandbox.erp.queries import shipping as queries
from sandbox.erp.queries.selling import story_of
from sandbox.erp.services.invoicing import preview_invoice
from sandbox.erp.showing import shipping as showing
from sandbox.erp.showing.billing import draft_page
from sandbox.erp.views.base import asked, bp, current_setting, kept
from sandbox.erp.wording import DELIVERY, DELIVERY_STEPS
from sandbox.supply.models import Carrier
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session


class NoCarrierChosen(DomainError):
    """The form came back without a carrier."""

    message = "Choisissez un transporteur dans la liste."
    field = "carrier"


@bp.get("/expeditions")
def deliveries() -> Answer:
    """Orders ready to ship, and delivery notes."""
    wanted = asked()
    return page(
        "erp/deliveries/list.html",
        ready=queries.ready_orders(session(), run().id),
        found=queries.deliveries(session(), run().id, **wanted),
        asked=wanted,
        args=kept(wanted),
        states=showing.STATES,
        DELIVERY=DELIVERY,
        today=run().clock.date(),
    )


@bp.post("/commandes/<int:order_id>/preparer")
def prepare_delivery(order_id: int) -> Answer:
    """Prepare what is reserved for an order."""
    with acting() as ctx:
        delivery = services.prepare_delivery(ctx, ctx.get(Order, order_id))
    to = url_for(".delivery", delivery_id=delivery.id)
    return done(f"Bon de livraison {delivery.reference} préparé.", to)


@bp.get("/expeditions/<int:delivery_id>")
def delivery(delivery_id: int) -> Answer:
    """A delivery note."""
    found = one(session(), run().id, DeliveryNote, delivery_id)
    carriers = queries.carriers(session(), run().id)
    invoices = queries.invoices_of_delivery(session(), found)
    entries = story_of(session(), run().id, found.reference)
    return page(
        "erp/deliveries/page.html",
        feed=showing.story(entries, found.customer.name),
        state=DELIVERY[found.status],
        steps=DELIVERY_STEPS,
        **showing.delivery_page(found, carriers, invoices, run().clock),
    )


@bp.post("/expeditions/<int:delivery_id>/transporteur")
def choose_carrier(delivery_id: int) -> Answer:
    """Choose who carries a delivery."""
    form = CarrierForm()
    if not form.validate():
        raise NoCarrierChosen
    with acting() as ctx:
        carrier = ctx.get(Carrier, int(form.carrier.data or 0))
        services.choose_carrier(ctx, ctx.get(DeliveryNote, delivery_id), carrier=carrier)
    return done(
        f"{carrier.name} prendra la livraison.", url_for(".delivery", delivery_id=delivery_id)
    )


@bp.post("/expeditions/<int:delivery_id>/expedier")
def ship(delivery_id: int) -> Answer:
    """Hand a delivery to its carrier; one may be named in the same breath."""
    form = CarrierForm()
    with acting() as ctx:
        found = ctx.get(DeliveryNote, delivery_id)
        if form.validate():
            carrier = ctx.get(Carrier, int(form.carrier.data or 0))
            services.choose_carrier(ctx, found, carrier=carrier)
        services.ship(ctx, found)
    return done(f"{found.reference} est parti.", url_for(".delivery", delivery_id=delivery_id))


@bp.get("/expeditions/<int:delivery_id>/facture")
def preview(delivery_id: int) -> Answer:
    """The invoice of a delivery as it would be issued now; nothing is kept."""
    found, setting = one(session(), run().id, DeliveryNote, delivery_id), current_setting()
    draft = preview_invoice(session(), setting, found, run().clock.date())
    return page(
        "erp/invoices/preview.html",
        facts=showing.invoice_facts(found, draft),
        issue=url_for(".issue_invoice", delivery_id=found.id),
        hidden={},
        back=(url_for(".delivery", delivery_id=found.id), found.reference),
        **draft_page(draft, setting, found.customer, [found.order]),
    )


@bp.post("/expeditions/<int:delivery_id>/facturer")
def issue_invoice(delivery_id: int) -> Answer:
    """Issue the invoice of a delivery, for good."""
    with acting() as ctx:
        invoice = services.issue_invoice(ctx, ctx.get(DeliveryNote, delivery_id))
    to = url_for(".invoice", invoice_id=invoice.id)
    return done(f"Facture {invoice.reference} émise.", to)
