"""Preparing goods, choosing who carries them, letting them go."""

from collections.abc import Iterator

from sandbox.core.context import Context
from sandbox.erp.errors.billing import (
    AfterCutOff,
    AlreadyDelivered,
    AlreadyShipped,
    LaterThanPromised,
    NoCarrier,
    NothingToShip,
    NotShipped,
)
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.models import DeliveryLine, DeliveryNote, Order, OrderStatus
from sandbox.erp.models.delivery import arrival_day, leaving_day, portions
from sandbox.erp.queries.shipping import in_preparation
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    CarrierChosen,
    DeliveryDelivered,
    DeliveryPrepared,
    DeliveryShipped,
)
from sandbox.supply.errors import NotEnoughStock
from sandbox.supply.models import Carrier
from sandbox.supply.queries import reserved_units
from sandbox.supply.services import ship_lines


@use_case(minutes=8, emits=(DeliveryPrepared,), refuses=(NotRecorded, NothingToShip))
def prepare_delivery(ctx: Context, order: Order) -> DeliveryNote:
    """Put together what is reserved for an order; the rest stays on backorder."""
    if order.status not in (OrderStatus.RECORDED, OrderStatus.PARTLY_SHIPPED):
        raise NotRecorded(reference=order.reference)
    lines = list(_lines(ctx, order))
    if not any(line.quantity for line in lines):
        raise NothingToShip(reference=order.reference)
    delivery = ctx.add(
        DeliveryNote(
            reference=ctx.number("BL"),
            order=order,
            customer=order.customer,
            prepared_at=ctx.now(),
            lines=lines,
        )
    )
    payload = DeliveryPrepared(
        order=order.reference,
        customer=order.customer.reference,
        quantity=delivery.quantity,
        backorder=delivery.backorder,
    )
    record(ctx, delivery.reference, payload)
    return delivery


def _lines(ctx: Context, order: Order) -> Iterator[DeliveryLine]:
    """Each line of the order that has not wholly left: units to take, units short."""
    held = in_preparation(ctx.session, ctx.run.id, order.id)
    reserved = reserved_units(ctx.session, ctx.run.id, order.reference)
    for portion in portions(order, held, reserved):
        yield DeliveryLine(
            order_line=portion.line,
            product=portion.line.product,
            quantity=portion.ready,
            backorder=portion.short,
        )


@use_case(minutes=3, emits=(CarrierChosen,), refuses=(AlreadyShipped,))
def choose_carrier(ctx: Context, delivery: DeliveryNote, *, carrier: Carrier) -> DeliveryNote:
    """Choose who carries a delivery; may be changed until it leaves."""
    delivery.choose(carrier)
    payload = CarrierChosen(
        order=delivery.order.reference,
        carrier=carrier.reference,
        price=carrier.price,
        arrives_on=arrival_day(carrier, ctx.now()),
    )
    record(ctx, delivery.reference, payload)
    return delivery


@use_case(
    minutes=4,
    emits=(DeliveryShipped,),
    refuses=(NoCarrier, AlreadyShipped, NotEnoughStock),
    warns=(AfterCutOff, LaterThanPromised),
)
def ship(ctx: Context, delivery: DeliveryNote) -> DeliveryNote:
    """Hand a delivery to its carrier: the goods leave the stock."""
    carrier = delivery.ship(ctx.now())
    order, arrives_on = delivery.order, arrival_day(carrier, ctx.now())
    promised_on = order.promised_on or arrives_on
    _warn(ctx, carrier, delivery)
    shipped = [(line.product, line.quantity) for line in delivery.lines]
    ship_lines(ctx, shipped, document=delivery.reference, reserved_for=order.reference)
    payload = DeliveryShipped(
        order=order.reference,
        customer=delivery.customer.reference,
        carrier=carrier.reference,
        quantity=delivery.quantity,
        arrives_on=arrives_on,
        promised_on=promised_on,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
        monthly=delivery.customer.monthly_invoice,
    )
    record(ctx, delivery.reference, payload)
    return delivery


def _warn(ctx: Context, carrier: Carrier, delivery: DeliveryNote) -> None:
    leaves_on, arrives_on = leaving_day(carrier, ctx.now()), arrival_day(carrier, ctx.now())
    promised_on = delivery.order.promised_on
    if leaves_on > ctx.today():
        ctx.caution(AfterCutOff(carrier=carrier.name, cut_off=carrier.cut_off, leaves_on=leaves_on))
    if promised_on is not None and arrives_on > promised_on:
        ctx.caution(LaterThanPromised(arrives_on=arrives_on, promised_on=promised_on))


@use_case(emits=(DeliveryDelivered,), refuses=(NotShipped, AlreadyDelivered))
def deliver(ctx: Context, delivery: DeliveryNote) -> DeliveryNote:
    """The customer signs the delivery note (the carrier acts)."""
    delivery.deliver(ctx.now())
    payload = DeliveryDelivered(
        order=delivery.order.reference,
        customer=delivery.customer.reference,
        promised_on=delivery.order.promised_on or ctx.today(),
    )
    record(ctx, delivery.reference, payload)
    return delivery
