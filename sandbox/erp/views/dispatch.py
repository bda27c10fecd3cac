"""Around a delivery: order to ship, parcels, groups, tracking, returns, packaging."""

from datetime import date
from typing import Any

from flask import request, url_for

from sandbox.core.errors import DomainError
from sandbox.core.incoterms import INCOTERMS, written
from sandbox.crm.models import Customer
from sandbox.erp.models import DeliveryNote, Order
from sandbox.erp.models.dispatch import ReturnCause
from sandbox.erp.queries import dispatch as queries
from sandbox.erp.queries.shipping import carriers
from sandbox.erp.services import dispatching, following
from sandbox.erp.views.base import bp, current_setting
from sandbox.supply.models import Carrier
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session

CAUSES = {
    ReturnCause.DAMAGED: "Abîmé",
    ReturnCause.WRONG_ITEM: "Mauvais article",
    ReturnCause.UNWANTED: "Non voulu",
}
CHOICES = [("", "Aucun"), *((code, code) for code in INCOTERMS)]
MOST_PARCELS = 20


class NotReadable(DomainError):
    """Something typed in a short form cannot be read."""

    message = "{what}"


def _units(text: str, label: str = "La quantité") -> int:
    if not text.strip().isdecimal() or len(text.strip()) > 9:
        raise NotReadable(what=f"{label} doit être un nombre entier.")
    return int(text)


def _day(name: str) -> date:
    try:
        return date.fromisoformat(request.form.get(name, ""))
    except ValueError as error:
        raise NotReadable(what="La date est illisible : choisissez un jour.") from error


@bp.get("/expeditions/<int:delivery_id>/dossier")
def dispatch(delivery_id: int) -> Answer:
    """All that surrounds a delivery."""
    found = one(session(), run().id, DeliveryNote, delivery_id)
    around, setting = queries.around(session(), found), current_setting()
    told = around.instruction
    return page(
        "erp/dispatch/delivery.html",
        delivery=found,
        around=around,
        incoterm=written(told.incoterm, told.place) if told and told.incoterm else "",
        incoterms=CHOICES,
        packaging=setting.procedures.shipping.packaging,
        causes=CAUSES,
        today=run().clock.date(),
    )


@bp.post("/expeditions/<int:delivery_id>/ordre")
def instruct_shipping(delivery_id: int) -> Answer:
    """Tell the shipping service."""
    details: dict[str, Any] = {n: request.form.get(n, "") for n in ("incoterm", "place", "note")}
    details |= {name: bool(request.form.get(name)) for name in ("urgent", "dangerous")}
    leaves_on = _day("leaves_on")
    with acting() as ctx:
        delivery = ctx.get(DeliveryNote, delivery_id)
        dispatching.instruct_shipping(ctx, delivery, leaves_on=leaves_on, **details)
    return done("Ordre d'expédition donné.", url_for(".dispatch", delivery_id=delivery_id))


def _drafts() -> list[dispatching.ParcelDraft]:
    """Parcels typed: parcel N has a packaging and units by product."""
    drafts = []
    for n in range(MOST_PARCELS):
        prefix = f"parcel-{n}-"
        typed = {
            name.removeprefix(prefix): value.strip()
            for name, value in request.form.items()
            if name.startswith(prefix)
        }
        packaging = typed.pop("packaging", "")
        content = {product: _units(units) for product, units in typed.items() if units}
        if packaging and content:
            drafts.append(dispatching.ParcelDraft(packaging, content))
    return drafts


@bp.post("/expeditions/<int:delivery_id>/colisage")
def pack_delivery(delivery_id: int) -> Answer:
    """Keep the packing list."""
    drafts = _drafts()
    with acting() as ctx:
        dispatching.pack_delivery(ctx, ctx.get(DeliveryNote, delivery_id), parcels=drafts)
    return done("Liste de colisage enregistrée.", url_for(".dispatch", delivery_id=delivery_id))


@bp.post("/expeditions/<int:delivery_id>/suivre")
def track_delivery(delivery_id: int) -> Answer:
    """Look at the carrier's tracking."""
    with acting() as ctx:
        found = following.track_delivery(ctx, ctx.get(DeliveryNote, delivery_id))
    where = "livré et signé" if found.delivered_at else "en route"
    return done(f"{found.reference} : {where}.", url_for(".dispatch", delivery_id=delivery_id))


@bp.post("/expeditions/<int:delivery_id>/preuve")
def ask_proof(delivery_id: int) -> Answer:
    """Ask for the proof of delivery."""
    with acting() as ctx:
        following.ask_proof(ctx, ctx.get(DeliveryNote, delivery_id))
    return done("Preuve de livraison demandée.", url_for(".dispatch", delivery_id=delivery_id))


@bp.post("/expeditions/<int:delivery_id>/retour")
def receive_return(delivery_id: int) -> Answer:
    """Take goods back."""
    if request.form.get("cause") not in CAUSES:
        raise NotReadable(what="Choisissez le motif du retour.")
    details: dict[str, Any] = {"product": request.form.get("product", "")}
    details |= {"cause": ReturnCause(request.form["cause"]), "sound": "sound" in request.form}
    details["quantity"] = _units(request.form.get("quantity", ""))
    with acting() as ctx:
        back = following.receive_return(ctx, ctx.get(DeliveryNote, delivery_id), **details)
    return done(f"Retour {back.reference} pris.", url_for(".dispatch", delivery_id=delivery_id))


@bp.post("/expeditions/<int:delivery_id>/reprise")
def take_back(delivery_id: int) -> Answer:
    """Take used goods back, one for one."""
    quantity = _units(request.form.get("quantity", ""))
    with acting() as ctx:
        following.take_back(ctx, ctx.get(DeliveryNote, delivery_id), quantity=quantity)
    return done("Reprise enregistrée.", url_for(".dispatch", delivery_id=delivery_id))


@bp.get("/expeditions/departs")
def departures() -> Answer:
    """Deliveries that could leave together, and those that did."""
    return page(
        "erp/dispatch/departures.html",
        waiting=queries.waiting_to_leave(session(), run().id),
        departures=queries.departures(session(), run().id),
        carriers=[(c.reference, c.name) for c in carriers(session(), run().id)],
        days=[dispatching.WEEK[day] for day in current_setting().procedures.shipping.grouped_days],
    )


@bp.post("/expeditions/departs")
def group_departure() -> Answer:
    """Group deliveries."""
    ids = [_units(text) for text in request.form.getlist("delivery")]
    with acting() as ctx:
        together = [ctx.get(DeliveryNote, delivery_id) for delivery_id in ids]
        carrier = ctx.find(Carrier, request.form.get("carrier", ""))
        group = dispatching.group_departure(ctx, deliveries=together, carrier=carrier)
    return done(f"Départ groupé {group.reference}.", url_for(".departures"))


@bp.get("/expeditions/reliquats")
def backorders() -> Answer:
    """What customers still wait for."""
    found = queries.backorders(session(), run().id)
    return page("erp/dispatch/backorders.html", found=found, today=run().clock.date())


@bp.post("/commandes/<int:order_id>/reliquat/date")
def date_backorder(order_id: int) -> Answer:
    """Give what is left its new date."""
    new_on = _day("new_on")
    with acting() as ctx:
        order = following.date_backorder(ctx, ctx.get(Order, order_id), new_on=new_on)
    said = f"Reliquat de {order.reference} daté du {new_on:%d/%m/%Y} : prévenez le client."
    return done(said, url_for(".backorders"))


@bp.get("/expeditions/emballages")
def packaging() -> Answer:
    """Returnable packaging out, deposits, and what the procedure offers."""
    rules = current_setting().procedures.shipping
    labels = {option.code: option.label for option in rules.packaging}
    found = queries.packaging_out(session(), run().id)
    return page("erp/dispatch/packaging.html", found=found, rules=rules, labels=labels)


@bp.post("/expeditions/emballages/<int:customer_id>")
def return_packaging(customer_id: int) -> Answer:
    """Take packaging back."""
    quantity, code = _units(request.form.get("quantity", "")), request.form.get("packaging", "")
    with acting() as ctx:
        customer = ctx.get(Customer, customer_id)
        following.return_packaging(ctx, customer, packaging=code, quantity=quantity)
    return done("Emballages rendus.", url_for(".packaging"))


@bp.get("/expeditions/incoterms")
def incoterms() -> Answer:
    """The eleven rules, who bears what."""
    bears = {"seller": "vendeur", "buyer": "acheteur", "": "personne"}
    return page("erp/dispatch/incoterms.html", rules=INCOTERMS.values(), bears=bears)
