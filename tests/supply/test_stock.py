"""Looking stock up, reserving, and the ledger that every unit goes through."""

from datetime import date

import pytest
from sqlalchemy import func, select

from sandbox.core.context import Context
from sandbox.supply import services
from sandbox.supply.errors import NotEnoughStock, NothingToConsult, UnknownProduct
from sandbox.supply.models import Product, Reservation, StockMove
from sandbox.supply.queries import reserved_units
from tests.factories.supply import (
    ProductFactory,
    PurchaseOrderFactory,
    PurchaseOrderLineFactory,
)
from tests.factories.world import World
from tests.supply.journal import said

ORDER = "CDE-2026-000001"


def test_looking_stock_up_keeps_the_position_of_the_moment(ctx: Context, world: World) -> None:
    line = PurchaseOrderLineFactory(product=world.desk, ordered=20, received=5)
    PurchaseOrderFactory(supplier=world.supplier, lines=[line], confirmed_on=date(2026, 11, 24))
    services.consult_stock(ctx, products=["MOB-001"], about=ORDER)
    [(reference, payload)] = said(ctx, "stock.consulted")
    assert reference == ORDER
    assert payload["positions"] == [
        {
            "product": "MOB-001",
            "physical": 10,
            "reserved": 0,
            "available": 10,
            "on_order": 15,
            "expected_on": "2026-11-24",
            "quarantined": 0,
        }
    ]


def test_looking_up_twice_what_has_not_changed_counts_once(ctx: Context, world: World) -> None:
    services.consult_stock(ctx, products=["MOB-001"])
    services.consult_stock(ctx, products=["MOB-001"])
    assert len(said(ctx, "stock.consulted")) == 1
    services.reserve(ctx, world.desk, quantity=1, document=ORDER)
    services.consult_stock(ctx, products=["MOB-001"])
    assert len(said(ctx, "stock.consulted")) == 2


def test_a_look_up_is_filed_under_the_product_or_the_stock(ctx: Context) -> None:
    services.consult_stock(ctx, products=["MOB-001"])
    services.consult_stock(ctx, products=["MOB-001", "MOB-009"])
    assert [reference for reference, _ in said(ctx, "stock.consulted")] == ["MOB-001", "stock"]


def test_a_look_up_takes_no_company_time(ctx: Context) -> None:
    before = ctx.now()
    services.consult_stock(ctx, products=["MOB-001"])
    assert ctx.now() == before


def test_a_look_up_of_nothing_is_refused(ctx: Context) -> None:
    with pytest.raises(NothingToConsult):
        services.consult_stock(ctx, products=[])


def test_a_look_up_of_an_unknown_product_is_refused(ctx: Context) -> None:
    with pytest.raises(UnknownProduct, match="MOB-999"):
        services.consult_stock(ctx, products=["MOB-001", "MOB-999"])


def test_reserving_takes_what_is_free_and_says_what_is_short(ctx: Context, world: World) -> None:
    kept = services.reserve(ctx, world.desk, quantity=14, document=ORDER)
    assert (kept, world.desk.reserved, world.desk.available) == (10, 10, 0)
    assert reserved_units(ctx.session, ctx.run.id, ORDER) == {world.desk.id: 10}
    [entry] = ctx.scratch.entries
    assert entry["verb"] == "stock.reserved"
    assert '"short":4' in entry["payload"]


def test_a_service_is_never_short_and_moves_no_stock(ctx: Context) -> None:
    fitting = ProductFactory(stocked=False, physical=0)
    assert services.reserve(ctx, fitting, quantity=3, document=ORDER) == 3
    services.ship_out(ctx, fitting, 3, "BL-2026-000001", reserved_for=ORDER)
    assert (fitting.physical, fitting.reserved) == (0, 0)
    assert moves(ctx, fitting) == []


def test_releasing_gives_everything_back(ctx: Context, world: World) -> None:
    services.reserve_lines(ctx, [(world.desk, 4), (world.lamp, 6)], document=ORDER)
    services.release(ctx, ORDER)
    assert (world.desk.reserved, world.lamp.reserved) == (0, 0)
    assert count(ctx, Reservation) == 0


def test_shipping_uses_up_the_reservation_and_writes_the_ledger(ctx: Context, world: World) -> None:
    services.reserve(ctx, world.desk, quantity=6, document=ORDER)
    services.ship_out(ctx, world.desk, 4, "BL-2026-000001", reserved_for=ORDER)
    assert (world.desk.physical, world.desk.reserved) == (6, 2)
    assert moves(ctx, world.desk) == [("shipment", -4, "BL-2026-000001")]
    assert reserved_units(ctx.session, ctx.run.id, ORDER) == {world.desk.id: 2}


def test_what_is_not_there_cannot_leave(ctx: Context, world: World) -> None:
    with pytest.raises(NotEnoughStock):
        services.ship_out(ctx, world.desk, 11, "BL-2026-000001")
    assert world.desk.physical == 10


def test_taking_in_adds_up_with_the_ledger(ctx: Context, world: World) -> None:
    services.take_in(ctx, world.desk, 7, "ARR-2026-000001")
    services.take_in(ctx, world.desk, 0, "ARR-2026-000001")
    assert world.desk.physical == 17
    assert moves(ctx, world.desk) == [("receipt", 7, "ARR-2026-000001")]


def test_reserving_many_lines_reads_the_database_once(
    ctx: Context, world: World, count_sql: object
) -> None:
    wanted = [(world.desk, 1), (world.lamp, 1), (world.book, 1)]
    with count_sql() as statements:
        services.reserve_lines(ctx, wanted, document=ORDER)
    assert len([one for one in statements if one.startswith("SELECT")]) == 1


def moves(ctx: Context, product: Product) -> list[tuple[str, int, str]]:
    """Ledger of a product: kind, units, document."""
    ctx.session.flush()
    rows = ctx.session.scalars(
        select(StockMove).where(StockMove.product_id == product.id).order_by(StockMove.id)
    )
    return [(move.kind, move.quantity, move.document) for move in rows]


def count(ctx: Context, kind: type) -> int:
    """Rows of a kind."""
    ctx.session.flush()
    return ctx.session.scalar(select(func.count()).select_from(kind)) or 0
