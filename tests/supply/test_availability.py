"""Available to promise, and what to order again."""

from datetime import date
from typing import Any

import pytest

from sandbox.core.context import Context
from sandbox.supply.availability import Promise, available_on, promise
from sandbox.supply.models import Product, Supplier
from sandbox.supply.queries import Incoming, position
from sandbox.supply.replenishment import suggestion
from tests.factories.supply import PurchaseOrderFactory, PurchaseOrderLineFactory
from tests.factories.world import World

MONDAY = date(2026, 11, 2)


def product(**values: Any) -> Product:
    """Ten on the shelves, none reserved, ten worked days from the supplier."""
    usual = {"id": 1, "physical": 10, "reserved": 0, "stocked": True, "pack": 1}
    levels = {"reference": "MOB-001", "reorder_point": 5, "reorder_quantity": 20}
    levels |= {"quarantined": 0, "minimum": 1, "made": False, "demand": 0, "safety": 0}
    return Product(**usual | levels | {"supplier": Supplier(lead_days=10)} | values)


def asked(item: Product, wanted: int, *coming: tuple[date, int], claimed: int = 0) -> Promise:
    """The promise for some units on Monday 2 November 2026."""
    receipts = [Incoming(1, on, units, "CF") for on, units in coming]
    return promise(item, wanted, receipts, today=MONDAY, preparation_days=1, claimed=claimed)


def test_what_is_free_can_leave_today() -> None:
    given = asked(product(), 10)
    assert (given.on, given.source, given.free) == (MONDAY, "stock", 10)


def test_what_is_reserved_is_not_free() -> None:
    assert asked(product(reserved=6), 5).source == "supplier"


def test_the_receipt_that_covers_the_rest_gives_the_date() -> None:
    given = asked(product(physical=2), 4, (date(2026, 11, 24), 2))
    assert (given.on, given.source) == (date(2026, 11, 25), "receipt")
    assert (given.free, given.short, len(given.receipts)) == (2, 0, 1)


def test_receipts_are_used_soonest_first_and_no_more_than_needed() -> None:
    coming = [(date(2026, 11, 10), 3), (date(2026, 11, 16), 3), (date(2026, 12, 1), 90)]
    given = asked(product(physical=0), 5, *coming)
    assert (given.on, len(given.receipts)) == (date(2026, 11, 17), 2)


def test_an_overdue_receipt_is_not_promised_for_yesterday() -> None:
    given = asked(product(physical=0), 1, (date(2026, 10, 20), 5))
    assert given.on == date(2026, 11, 3)


def test_what_nothing_covers_waits_for_the_supplier() -> None:
    given = asked(product(physical=0), 5, (date(2026, 11, 10), 3))
    assert (given.source, given.short) == ("supplier", 2)
    assert given.on == date(2026, 11, 18)


def test_units_owed_to_others_come_first() -> None:
    assert asked(product(), 5, claimed=6).source == "supplier"


def test_a_service_is_always_available() -> None:
    assert asked(product(stocked=False, physical=0), 50).on == MONDAY


def test_everything_together_leaves_with_the_last(ctx: Context, world: World) -> None:
    line = PurchaseOrderLineFactory(product=world.desk)
    PurchaseOrderFactory(supplier=world.supplier, lines=[line], confirmed_on=date(2026, 11, 24))
    assert available_on(ctx, {world.lamp.id: 1}) == MONDAY
    assert available_on(ctx, {world.lamp.id: 1, world.desk.id: 12}) == date(2026, 11, 25)


def test_wanting_nothing_is_ready_today(ctx: Context) -> None:
    assert available_on(ctx, {}) == MONDAY


@pytest.mark.parametrize(
    ("physical", "on_order", "pack", "quantity"),
    [(10, 0, 1, 0), (5, 0, 1, 0), (4, 0, 1, 20), (4, 1, 1, 0), (-30, 0, 1, 35), (4, 0, 6, 24)],
)
def test_the_reorder_level_says_how_much_to_order(
    physical: int, on_order: int, pack: int, quantity: int
) -> None:
    item = product(physical=physical, pack=pack)
    coming = [Incoming(1, MONDAY, on_order, "CF")]
    assert suggestion(item, position(item, coming)).quantity == quantity


def test_available_and_projected_stock_of_the_worked_example() -> None:
    item = product(physical=140, reserved=95)
    stands = position(item, [Incoming(1, MONDAY, 100, "CF")])
    assert (stands.available, stands.available + stands.on_order) == (45, 145)


def test_partial_delivery_of_the_worked_example() -> None:
    item = product(physical=140, reserved=70)
    assert item.set_aside(120) == 70
