"""Papers that travel with the goods: delivery note, and waybill, or CMR note abroad."""

from datetime import date

from sandbox.core.context import Context
from sandbox.core.incoterms import written
from sandbox.documents import mentions
from sandbox.documents.base import Language
from sandbox.documents.building import english
from sandbox.documents.building.common import (
    company,
    company_address,
    customer_party,
    delivery_address,
    issued,
    language_of,
    unit,
    writer,
)
from sandbox.documents.building.goods import (
    CMR,
    PACKING,
    WAYBILL,
    Load,
    carrier_party,
    instruction_of,
    loaded,
    parcels_of,
)
from sandbox.documents.issuing import store
from sandbox.documents.parts import DeliveryLine as PrintedLine
from sandbox.documents.snapshots import Cmr, Waybill
from sandbox.documents.snapshots import DeliveryNote as DeliverySnapshot
from sandbox.erp.models import DeliveryLine, DeliveryNote
from sandbox.erp.models.delivery import leaving_day
from sandbox.journal import subscribe
from sandbox.journal.payloads import DeliveryShipped


@subscribe(DeliveryShipped)
def keep_papers(ctx: Context, reference: str, _payload: DeliveryShipped) -> None:
    """Freeze the delivery note as the goods leave, and the carrier's paper."""
    delivery = issued(ctx, DeliveryNote, reference)
    parcels = parcels_of(ctx, delivery)
    store(ctx, delivery_snapshot(ctx, delivery, len(parcels)))
    load = loaded(ctx, delivery, parcels)
    if not load.goods:
        return
    abroad = language_of(delivery.customer) != "fr"
    carried = (cmr_snapshot if abroad else waybill_snapshot)(ctx, delivery, load)
    store(ctx, carried, archived=False)


def delivery_snapshot(ctx: Context, delivery: DeliveryNote, parcels: int = 0) -> DeliverySnapshot:
    """What leaves, with whom, and what stays behind."""
    order, carrier = delivery.order, delivery.carrier
    language = language_of(delivery.customer)
    return DeliverySnapshot(
        reference=delivery.reference,
        issued_on=ctx.today(),
        shipped_on=_leaves_on(ctx, delivery),
        order_reference=order.reference,
        customer_reference=order.customer_reference,
        carrier=carrier.name if carrier else "",
        delivery_terms=_announced(delivery, language),
        parcels=parcels or None,
        weight=_weight(delivery) or None,
        language=language,
        seller=company(ctx),
        customer=customer_party(delivery.customer, language),
        delivery_address=delivery_address(delivery.customer, language),
        handled_by=writer(ctx, language),
        lines=tuple(_printed(line, language) for line in delivery.lines),
        mentions=mentions.of_delivery_note(language),
    )


def waybill_snapshot(ctx: Context, delivery: DeliveryNote, load: Load) -> Waybill:
    """What the carrier takes and must hand over, within France (C. com. L132-9)."""
    return Waybill(
        reference=delivery.reference + WAYBILL,
        issued_on=ctx.today(),
        taken_on=_leaves_on(ctx, delivery),
        deliver_on=delivery.arrives_on,
        carrier=carrier_party(delivery.carrier),
        goods=load.goods,
        parcels=load.parcels,
        weight=load.weight,
        pickup=company_address(ctx),
        order_reference=delivery.order.reference,
        delivery_reference=delivery.reference,
        price=delivery.cost or None,
        seller=company(ctx),
        customer=customer_party(delivery.customer),
        delivery_address=delivery_address(delivery.customer),
        handled_by=writer(ctx),
        mentions=mentions.of_waybill(),
    )


def cmr_snapshot(ctx: Context, delivery: DeliveryNote, load: Load) -> Cmr:
    """The same across a border, with the incoterm that the shipping service was told."""
    told = instruction_of(ctx, delivery)
    return Cmr(
        reference=delivery.reference + CMR,
        issued_on=ctx.today(),
        taken_on=_leaves_on(ctx, delivery),
        carrier=carrier_party(delivery.carrier),
        goods=load.goods,
        parcels=load.parcels,
        weight=load.weight,
        pickup=company_address(ctx),
        documents=_attached(delivery, load),
        delivery_terms=written(told.incoterm, told.place) if told and told.incoterm else "",
        price=delivery.cost or None,
        seller=company(ctx),
        customer=customer_party(delivery.customer),
        delivery_address=delivery_address(delivery.customer),
        handled_by=writer(ctx),
        mentions=mentions.of_cmr(),
    )


def _attached(delivery: DeliveryNote, load: Load) -> tuple[str, ...]:
    note = f"Bon de livraison / Delivery note {delivery.reference}"
    packing = f"Liste de colisage / Packing list {delivery.reference}{PACKING}"
    return (note, packing) if load.packed else (note,)


def _leaves_on(ctx: Context, delivery: DeliveryNote) -> date:
    return leaving_day(delivery.carrier, ctx.now()) if delivery.carrier else ctx.today()


def _printed(line: DeliveryLine, language: Language) -> PrintedLine:
    return PrintedLine(
        reference=line.product.reference,
        label=line.order_line.label,
        unit=unit(line.product, language),
        ordered=line.order_line.quantity,
        shipped=line.quantity,
        backorder=line.backorder,
    )


def _announced(delivery: DeliveryNote, language: Language) -> str:
    if delivery.arrives_on is None:
        return ""
    if language == "en":
        return english.expected(delivery.arrives_on)
    return f"Arrivée prévue le {delivery.arrives_on:%d/%m/%Y}."


def _weight(delivery: DeliveryNote) -> int:
    return sum(line.quantity * line.product.weight for line in delivery.lines)
