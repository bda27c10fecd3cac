"""Papers of the warehouse: picking list, shipping instruction, packing list."""

from collections.abc import Sequence

from sandbox.core.calendar import add_working_days, next_working_day
from sandbox.core.context import Context
from sandbox.core.incoterms import written
from sandbox.documents import mentions
from sandbox.documents.base import Language
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
    INSTRUCTION,
    PACKING,
    PICKING,
    carrier_party,
    instruction_of,
    leaving,
    loaded,
    packaging,
    parcels_of,
)
from sandbox.documents.issuing import store
from sandbox.documents.snapshots import PackingList, PickingList
from sandbox.documents.snapshots import ShippingInstruction as InstructionSnapshot
from sandbox.documents.snapshots_logistics import Package, PackedItem, PickLine
from sandbox.erp.models import DeliveryLine, DeliveryNote
from sandbox.erp.models.dispatch import Parcel, ShippingInstruction
from sandbox.journal import subscribe
from sandbox.journal.payloads import DeliveryPacked, DeliveryPrepared, ShippingInstructed

# Our articles have no place of their own on the shelves.
PLACE = "Entrepôt"
URGENT = "Envoi urgent."
DANGEROUS = "Matières dangereuses : étiquetage et documents de bord exigés."


@subscribe(DeliveryPrepared)
def keep_picking_list(ctx: Context, reference: str, _payload: DeliveryPrepared) -> None:
    """Freeze the picking list of goods put together; services alone are not picked."""
    delivery = issued(ctx, DeliveryNote, reference)
    if leaving(delivery):
        store(ctx, picking_snapshot(ctx, delivery), archived=False)


@subscribe(ShippingInstructed)
def keep_instruction(ctx: Context, reference: str, _payload: ShippingInstructed) -> None:
    """Freeze the order given to the shipping service."""
    delivery = issued(ctx, DeliveryNote, reference)
    told = instruction_of(ctx, delivery)
    if told is not None:
        store(ctx, instruction_snapshot(ctx, delivery, told), archived=False)


@subscribe(DeliveryPacked)
def keep_packing_list(ctx: Context, reference: str, _payload: DeliveryPacked) -> None:
    """Freeze what each parcel holds; packing again makes another list."""
    delivery = issued(ctx, DeliveryNote, reference)
    store(ctx, packing_snapshot(ctx, delivery, parcels_of(ctx, delivery)), archived=False)


def picking_snapshot(ctx: Context, delivery: DeliveryNote) -> PickingList:
    """What to take from the shelves, article by article."""
    taken = sorted(leaving(delivery), key=lambda line: line.product.reference)
    return PickingList(
        reference=delivery.reference + PICKING,
        issued_on=ctx.today(),
        order_reference=delivery.order.reference,
        delivery_reference=delivery.reference,
        ship_on=next_working_day(ctx.today()),
        lines=tuple(_picked(line) for line in taken),
        articles=len(taken),
        units=sum(line.quantity for line in taken),
        weight=sum(line.quantity * line.product.weight for line in taken) or None,
        seller=company(ctx),
        customer=customer_party(delivery.customer),
        delivery_address=delivery_address(delivery.customer),
        handled_by=writer(ctx),
        mentions=mentions.of_goods("fr"),
    )


def _picked(line: DeliveryLine) -> PickLine:
    return PickLine(
        place=PLACE,
        reference=line.product.reference,
        label=line.order_line.label,
        quantity=line.quantity,
        unit=line.product.unit,
    )


def instruction_snapshot(
    ctx: Context, delivery: DeliveryNote, told: ShippingInstruction
) -> InstructionSnapshot:
    """What a carrier is asked to take, where, when, and under which incoterm."""
    carrier, load = delivery.carrier, loaded(ctx, delivery, parcels_of(ctx, delivery))
    return InstructionSnapshot(
        reference=delivery.reference + INSTRUCTION,
        issued_on=ctx.today(),
        carrier=carrier_party(carrier),
        goods=load.goods,
        parcels=load.parcels,
        weight=load.weight,
        pickup=company_address(ctx),
        pickup_on=told.leaves_on,
        pickup_hours=f"avant {carrier.cut_off}" if carrier else "",
        deliver_on=add_working_days(told.leaves_on, carrier.delay_days) if carrier else None,
        order_reference=delivery.order.reference,
        delivery_reference=delivery.reference,
        delivery_terms=written(told.incoterm, told.place) if told.incoterm else "",
        instructions=_told(told),
        seller=company(ctx),
        customer=customer_party(delivery.customer),
        delivery_address=delivery_address(delivery.customer),
        handled_by=writer(ctx),
        mentions=mentions.of_goods("fr"),
    )


def _told(told: ShippingInstruction) -> tuple[str, ...]:
    said = (URGENT if told.urgent else "", DANGEROUS if told.dangerous else "", told.note)
    return tuple(filter(None, said))


def packing_snapshot(
    ctx: Context, delivery: DeliveryNote, parcels: Sequence[Parcel]
) -> PackingList:
    """Content and weight of each parcel."""
    language = language_of(delivery.customer)
    return PackingList(
        reference=delivery.reference + PACKING,
        issued_on=ctx.today(),
        shipped_on=next_working_day(ctx.today()),
        packages=tuple(_package(ctx, delivery, one, len(parcels), language) for one in parcels),
        parcels=len(parcels),
        net_weight=sum(parcel.net for parcel in parcels),
        gross_weight=sum(parcel.gross for parcel in parcels),
        order_reference=delivery.order.reference,
        delivery_reference=delivery.reference,
        customer_reference=delivery.order.customer_reference,
        carrier=delivery.carrier.name if delivery.carrier else "",
        language=language,
        seller=company(ctx),
        customer=customer_party(delivery.customer, language),
        delivery_address=delivery_address(delivery.customer, language),
        handled_by=writer(ctx, language),
        mentions=mentions.of_goods(language),
    )


def _package(
    ctx: Context, delivery: DeliveryNote, parcel: Parcel, count: int, language: Language
) -> Package:
    lines = {line.product.reference: line for line in delivery.lines}
    contents = tuple(
        PackedItem(
            reference=product,
            label=lines[product].order_line.label,
            quantity=quantity,
            unit=unit(lines[product].product, language),
        )
        for product, quantity in parcel.content.items()
    )
    return Package(
        number=f"{parcel.number}/{count}",
        packaging=packaging(ctx, parcel.packaging, language),
        contents=contents,
        net_weight=parcel.net,
        gross_weight=parcel.gross,
    )
