"""Goods at the dock: trucks, counts, differences, reserves."""

import pytest

from sandbox.core.context import Context
from sandbox.supply import services
from sandbox.supply.errors import AlreadyBooked, AlreadyReceived, MoreThanPossible
from sandbox.supply.models import Arrival, PurchaseOrder, PurchaseStatus
from sandbox.supply.services.receiving import vague
from tests.factories.supply import ArrivalFactory, PurchaseOrderFactory, PurchaseOrderLineFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said


@pytest.fixture
def order(ctx: Context, world: World) -> PurchaseOrder:
    """Ten desks and ten lamps on order."""
    lines = [PurchaseOrderLineFactory(product=product) for product in (world.desk, world.lamp)]
    return PurchaseOrderFactory(supplier=world.supplier, lines=lines)


@pytest.fixture
def arrival(order: PurchaseOrder) -> Arrival:
    """The truck that announces all of it."""
    return ArrivalFactory(purchase_order=order)


def test_a_truck_brings_what_its_slip_says(ctx: Context, order: PurchaseOrder) -> None:
    supplier = ctx.acting_as("supplier:FOU-0001")
    arrival = services.arrive_goods(supplier, order, announced={"MOB-001": 10})
    assert arrival.reference == "ARR-2026-000001"
    [(reference, payload)] = said(ctx, "goods.arrived")
    assert reference == order.reference
    assert [line["received"] for line in payload["lines"]] == [10, 0]


def test_a_truck_may_not_bring_what_nobody_ordered(ctx: Context, order: PurchaseOrder) -> None:
    with pytest.raises(MoreThanPossible):
        services.arrive_goods(ctx, order, announced={"MOB-011": 1})


def test_nothing_comes_after_the_last_truck(ctx: Context, order: PurchaseOrder) -> None:
    order.status = PurchaseStatus.RECEIVED
    with pytest.raises(AlreadyReceived):
        services.arrive_goods(ctx, order, announced={"MOB-001": 1})


def test_booking_all_of_it_closes_the_order_and_fills_the_shelves(
    ctx: Context, world: World, arrival: Arrival
) -> None:
    services.receive_goods(ctx, arrival, counted={"MOB-001": 10, "MOB-009": 10})
    assert arrival.purchase_order.status == PurchaseStatus.RECEIVED
    assert arrival.purchase_order.received_at is not None
    assert (world.desk.physical, world.lamp.physical) == (20, 50)
    [(reference, payload)] = said(ctx, "goods.received")
    assert reference == arrival.reference
    assert (payload["difference"], payload["reserves"], payload["cautions"]) == (False, False, [])


def test_what_is_missing_stays_expected(ctx: Context, world: World, arrival: Arrival) -> None:
    services.receive_goods(
        ctx, arrival, counted={"MOB-001": 8, "MOB-009": 10}, reserves="Manque 2 MOB-001"
    )
    assert arrival.purchase_order.status == PurchaseStatus.PARTLY_RECEIVED
    assert [line.outstanding for line in arrival.purchase_order.lines] == [2, 0]
    payload = said(ctx, "goods.received")[0][1]
    assert (payload["difference"], payload["reserves"], cautions(ctx)) == (True, True, [])


def test_a_part_announced_as_such_is_a_difference_without_reserves(
    ctx: Context, order: PurchaseOrder
) -> None:
    arrival = ArrivalFactory(purchase_order=order, announced={"MOB-001": 10})
    services.receive_goods(ctx, arrival, counted={"MOB-001": 10})
    assert said(ctx, "goods.received")[0][1]["difference"] is True
    assert cautions(ctx) == []


@pytest.mark.parametrize("reserves", ["", "sous réserve de déballage", "à voir"])
def test_a_difference_with_vague_reserves_is_let_pass_with_a_warning(
    ctx: Context, arrival: Arrival, reserves: str
) -> None:
    services.receive_goods(ctx, arrival, counted={"MOB-001": 8}, reserves=reserves)
    assert cautions(ctx) == ["VagueReserves"]
    assert said(ctx, "goods.received")[0][1]["cautions"] == ["VagueReserves"]


def test_a_receipt_is_booked_once(ctx: Context, world: World, arrival: Arrival) -> None:
    services.receive_goods(ctx, arrival, counted={"MOB-001": 10, "MOB-009": 10})
    with pytest.raises(AlreadyBooked):
        services.receive_goods(ctx, arrival, counted={"MOB-001": 10})
    assert world.desk.physical == 20


@pytest.mark.parametrize("counted", [{"MOB-001": -1}, {"MOB-011": 1}])
def test_an_impossible_count_leaves_everything_as_it_was(
    ctx: Context, world: World, arrival: Arrival, counted: dict[str, int]
) -> None:
    with pytest.raises(MoreThanPossible):
        services.receive_goods(ctx, arrival, counted=counted)
    assert (world.desk.physical, arrival.booked_at) == (10, None)


@pytest.mark.parametrize(
    ("reserves", "too_vague"),
    [
        ("", True),
        ("Sous réserves", True),
        ("sous toutes réserves de contrôle ultérieur", True),
        ("colis abîmé", True),
        ("2 MOB-001 rayés", False),
        ("deux bureaux au plateau fendu", False),
        ("Sous réserve : 2 MOB-001 au plateau fendu", False),
    ],
)
def test_reserves_must_say_what_is_wrong_with_how_much(reserves: str, too_vague: bool) -> None:
    assert vague(reserves) is too_vague
