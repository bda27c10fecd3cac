"""Delivery notes."""

from sandbox.core.context import Context
from sandbox.documents import mentions
from sandbox.documents.building.common import (
    company,
    customer_party,
    delivery_address,
    issued,
    writer,
)
from sandbox.documents.issuing import store
from sandbox.documents.parts import DeliveryLine as PrintedLine
from sandbox.documents.snapshots import DeliveryNote as DeliverySnapshot
from sandbox.erp.models import DeliveryLine, DeliveryNote
from sandbox.erp.models.delivery import leaving_day
from sandbox.journal import subscribe
from sandbox.journal.payloads import DeliveryShipped


@subscribe(DeliveryShipped)
def keep_delivery_note(ctx: Context, reference: str, _payload: DeliveryShipped) -> None:
    """Freeze a delivery note as the goods leave."""
    store(ctx, delivery_snapshot(ctx, issued(ctx, DeliveryNote, reference)))


def delivery_snapshot(ctx: Context, delivery: DeliveryNote) -> DeliverySnapshot:
    """What leaves, with whom, and what stays behind."""
    order, carrier = delivery.order, delivery.carrier
    return DeliverySnapshot(
        reference=delivery.reference,
        issued_on=ctx.today(),
        shipped_on=leaving_day(carrier, ctx.now()) if carrier else ctx.today(),
        order_reference=order.reference,
        customer_reference=order.customer_reference,
        carrier=carrier.name if carrier else "",
        delivery_terms=_announced(delivery),
        weight=_weight(delivery) or None,
        seller=company(ctx),
        customer=customer_party(delivery.customer),
        delivery_address=delivery_address(delivery.customer),
        handled_by=writer(ctx),
        lines=tuple(_printed(line) for line in delivery.lines),
        mentions=mentions.of_delivery_note(),
    )


def _printed(line: DeliveryLine) -> PrintedLine:
    return PrintedLine(
        reference=line.product.reference,
        label=line.order_line.label,
        unit=line.product.unit,
        ordered=line.order_line.quantity,
        shipped=line.quantity,
        backorder=line.backorder,
    )


def _announced(delivery: DeliveryNote) -> str:
    return f"Arrivée prévue le {delivery.arrives_on:%d/%m/%Y}." if delivery.arrives_on else ""


def _weight(delivery: DeliveryNote) -> int:
    return sum(line.quantity * line.product.weight for line in delivery.lines)
