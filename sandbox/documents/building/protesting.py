"""Protests to carriers, for goods that came to us damaged or short."""

from collections.abc import Iterator

from sandbox.core.context import Context
from sandbox.core.money import divide_half_up
from sandbox.core.pricing import PRICE_UNITS_PER_CENT
from sandbox.documents import mentions
from sandbox.documents.building.common import company, company_address, issued, writer
from sandbox.documents.issuing import store
from sandbox.documents.parts import Party
from sandbox.documents.snapshots import CarrierProtest as ProtestSnapshot
from sandbox.documents.snapshots_recovery import DamagedItem
from sandbox.journal import subscribe
from sandbox.journal.payloads import CarrierProtested
from sandbox.supply.models import Arrival, CarrierProtest, ProtestChannel, PurchaseOrderLine

# The supplier chose who carries, and the slip does not name them.
CARRIER = "Transporteur de {supplier}"
DAMAGED, MISSING = "Avarié à l’arrivée", "Manquant à l’arrivée"


@subscribe(CarrierProtested)
def keep_protest(ctx: Context, reference: str, _payload: CarrierProtested) -> None:
    """Freeze a protest that was written; a call leaves no letter."""
    protest = issued(ctx, CarrierProtest, reference)
    if protest.channel != ProtestChannel.PHONE:
        store(ctx, protest_snapshot(ctx, protest), archived=False)


def protest_snapshot(ctx: Context, protest: CarrierProtest) -> ProtestSnapshot:
    """What was damaged or missing, what it cost us, and the last day to say so."""
    arrival = protest.arrival
    damages = tuple(_damages(arrival))
    supplier = arrival.purchase_order.supplier
    return ProtestSnapshot(
        reference=protest.reference,
        issued_on=ctx.today(),
        waybill_reference=f"BL {arrival.purchase_order.reference}",
        delivery_reference=arrival.reference,
        received_on=arrival.at.date(),
        last_day=protest.last_day,
        damages=damages,
        claimed=sum(item.value or 0 for item in damages) or None,
        reservations=arrival.reserves,
        paragraphs=(protest.text,),
        seller=company(ctx),
        customer=Party(
            name=CARRIER.format(supplier=supplier.name), street="", postcode="", town=supplier.town
        ),
        delivery_address=company_address(ctx),
        handled_by=writer(ctx),
        mentions=mentions.of_goods("fr"),
    )


def _damages(arrival: Arrival) -> Iterator[DamagedItem]:
    counted, damaged = arrival.counted or {}, arrival.damaged or {}
    for line in arrival.purchase_order.lines:
        product = line.product.reference
        missing = arrival.announced.get(product, 0) - counted.get(product, 0)
        if damaged.get(product):
            yield _damage(line, damaged[product], DAMAGED)
        if missing > 0:
            yield _damage(line, missing, MISSING)


def _damage(line: PurchaseOrderLine, quantity: int, fault: str) -> DamagedItem:
    return DamagedItem(
        reference=line.product.reference,
        label=line.product.label,
        quantity=quantity,
        fault=fault,
        weight=quantity * line.product.weight or None,
        value=divide_half_up(quantity * line.unit_price, PRICE_UNITS_PER_CENT),
    )
