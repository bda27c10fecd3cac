"""From a recorded order to goods that the customer has signed for."""

from datetime import date

import pytest

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.erp.errors.billing import (
    AlreadyDelivered,
    AlreadyShipped,
    NoCarrier,
    NothingToShip,
    NotShipped,
)
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.models import DeliveryStatus, OrderStatus
from sandbox.erp.models.delivery import arrival_day
from sandbox.erp.services.shipping import choose_carrier, deliver, prepare_delivery, ship
from tests.factories.billing import prepared, recorded, shipped
from tests.factories.erp import OrderFactory
from tests.factories.supply import CarrierFactory, ProductFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said


def test_what_is_reserved_is_prepared_and_the_rest_stays_behind(ctx: Context, world: World) -> None:
    order = recorded(ctx, world, (world.desk, 12), (world.lamp, 3))
    delivery = prepare_delivery(ctx, order)
    assert [(line.quantity, line.backorder) for line in delivery.lines] == [(10, 2), (3, 0)]
    [(reference, payload)] = said(ctx, "delivery.prepared")
    assert reference == delivery.reference == "BL-2026-000001"
    assert payload == {
        "order": order.reference,
        "customer": "CLI-0001",
        "quantity": 13,
        "backorder": 2,
    }


def test_an_order_to_be_checked_is_not_prepared(ctx: Context, world: World) -> None:
    order = OrderFactory(customer=world.customer, lines=[(world.desk, 1)])
    with pytest.raises(NotRecorded):
        prepare_delivery(ctx, order)


def test_goods_already_on_a_note_are_not_prepared_twice(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    prepare_delivery(ctx, order)
    with pytest.raises(NothingToShip):
        prepare_delivery(ctx, order)


def test_a_service_waits_for_its_goods(ctx: Context, world: World) -> None:
    desk, setup = ProductFactory(physical=0), ProductFactory(stocked=False, physical=0)
    order = recorded(ctx, world, (desk, 1), (setup, 1))
    with pytest.raises(NothingToShip):
        prepare_delivery(ctx, order)


def test_a_service_alone_needs_no_stock(ctx: Context, world: World) -> None:
    setup = ProductFactory(stocked=False, physical=0)
    delivery = prepare_delivery(ctx, recorded(ctx, world, (setup, 2)))
    assert delivery.quantity == 2


def test_the_carrier_may_change_until_the_goods_leave(ctx: Context, world: World) -> None:
    delivery = prepared(ctx, world)
    slow = CarrierFactory()
    choose_carrier(ctx, delivery, carrier=slow)
    assert (delivery.carrier, delivery.cost) == (slow, 3900)
    ship(ctx, delivery)
    with pytest.raises(AlreadyShipped):
        choose_carrier(ctx, delivery, carrier=world.carrier)
    payload = said(ctx, "delivery.carrier_chosen")[-1][1]
    assert (payload["carrier"], payload["price"]) == (slow.reference, 3900)


def test_goods_do_not_leave_without_a_carrier(ctx: Context, world: World) -> None:
    delivery = prepare_delivery(ctx, recorded(ctx, world))
    with pytest.raises(NoCarrier):
        ship(ctx, delivery)
    assert (world.desk.physical, world.desk.reserved) == (10, 2)


def test_what_leaves_goes_out_of_the_stock_and_of_the_order(ctx: Context, world: World) -> None:
    delivery = shipped(ctx, world)
    assert (world.desk.physical, world.desk.reserved) == (8, 0)
    assert delivery.order.status == OrderStatus.SHIPPED
    assert delivery.arrives_on == date(2026, 11, 4)
    [(reference, payload)] = said(ctx, "delivery.shipped")
    assert reference == delivery.reference
    assert (payload["quantity"], payload["carrier"]) == (5, "TRA-01")
    assert (payload["arrives_on"], payload["cautions"]) == ("2026-11-04", [])
    with pytest.raises(AlreadyShipped):
        ship(ctx, delivery)


def test_a_part_of_the_goods_leaves_a_part_of_the_order(ctx: Context, world: World) -> None:
    delivery = shipped(ctx, world, recorded(ctx, world, (world.desk, 12)))
    assert delivery.order.status == OrderStatus.PARTLY_SHIPPED
    assert [line.shipped for line in delivery.order.lines] == [10]


def test_after_the_cut_off_goods_leave_the_next_day(ctx: Context, world: World) -> None:
    delivery = prepared(ctx, world)
    ctx.run.clock = paris(2026, 11, 6, 16, 30)
    ship(ctx, delivery)
    assert cautions(ctx) == ["AfterCutOff"]
    # Friday evening: gone on Monday 9, two worked days later is Thursday 12 after Armistice Day.
    assert delivery.arrives_on == date(2026, 11, 12)


def test_a_late_arrival_is_announced(ctx: Context, world: World) -> None:
    order = recorded(ctx, world, promised_on=date(2026, 11, 3))
    ship(ctx, prepared(ctx, world, order))
    assert cautions(ctx) == ["LaterThanPromised"]
    assert said(ctx, "delivery.shipped")[0][1]["cautions"] == ["LaterThanPromised"]


def test_the_customer_signs_once_and_only_for_goods_that_left(ctx: Context, world: World) -> None:
    delivery, carrier = prepared(ctx, world), ctx.acting_as("carrier:TRA-01")
    with pytest.raises(NotShipped):
        deliver(carrier, delivery)
    ship(ctx, delivery)
    deliver(carrier, delivery)
    assert delivery.status == DeliveryStatus.DELIVERED
    assert said(ctx, "delivery.delivered")[0][1]["promised_on"] == "2026-11-20"
    with pytest.raises(AlreadyDelivered):
        deliver(carrier, delivery)


@pytest.mark.parametrize(("hour", "minute", "day"), [(16, 0, 4), (16, 1, 5), (8, 30, 4)])
def test_the_cut_off_minute_is_still_in_time(
    ctx: Context, world: World, hour: int, minute: int, day: int
) -> None:
    assert arrival_day(world.carrier, paris(2026, 11, 2, hour, minute)) == date(2026, 11, day)
