"""Counting a product, and correcting the books only then; units set apart."""

import pytest

from sandbox.core.context import Context
from sandbox.supply import services
from sandbox.supply.errors import (
    AlreadyAdjusted,
    AlreadyCounted,
    AlreadySettled,
    BadUnits,
    CountUnderway,
    ImpossibleCount,
    NotCounted,
    NothingToAdjust,
    NotSubmitted,
)
from sandbox.supply.models import CountCause, QuarantineCause, StockCount
from tests.factories.world import World
from tests.supply.journal import cautions, said

ORDER = "CDE-2026-000001"


def counted(ctx: Context, world: World, units: int) -> StockCount:
    count = services.request_count(ctx, world.desk)
    return services.report_count(ctx, count, counted=units)


def test_a_count_says_what_the_gap_is_worth(ctx: Context, world: World) -> None:
    counted(ctx, world, 9)
    [(_, payload)] = said(ctx, "stock_count.counted")
    assert (payload["gap"], payload["gap_value"], payload["gap_rate"]) == (-1, -14100, -1000)
    assert payload["approval_needed"] is True
    assert world.desk.physical == 10


def test_a_gap_corrected_without_agreement_passes_with_a_warning(
    ctx: Context, world: World
) -> None:
    services.adjust_stock(ctx, counted(ctx, world, 9), cause=CountCause.BREAKAGE)
    assert cautions(ctx) == ["GapNotApproved"]
    assert (world.desk.physical, world.desk.value) == (9, 9 * 14100)
    [(reference, payload)] = said(ctx, "stock.adjusted")
    assert (reference, payload["cause"], payload["approved"]) == ("MOB-001", "breakage", False)


def test_an_agreed_gap_is_corrected_without_a_word(ctx: Context, world: World) -> None:
    count = services.submit_gap(ctx, counted(ctx, world, 12), facts="Palette oubliée au quai.")
    services.decide_gap(ctx, count, granted=True, comment="D'accord.")
    services.adjust_stock(ctx, count, cause=CountCause.MISPLACED)
    assert (cautions(ctx), world.desk.physical) == ([], 12)


def test_a_small_gap_needs_nobody(ctx: Context, world: World) -> None:
    world.lamp.physical, world.lamp.value = 100, 335000
    count = services.request_count(ctx, world.lamp)
    services.report_count(ctx, count, counted=99)
    services.adjust_stock(ctx, count, cause=CountCause.INPUT_ERROR)
    assert cautions(ctx) == []


def test_promised_units_that_do_not_exist_are_given_up(ctx: Context, world: World) -> None:
    services.reserve(ctx, world.desk, quantity=4, document=ORDER)
    services.reserve(ctx, world.desk, quantity=5, document="CDE-2026-000002")
    services.adjust_stock(ctx, counted(ctx, world, 6), cause=CountCause.THEFT)
    assert (world.desk.physical, world.desk.reserved, world.desk.available) == (6, 6, 0)
    [(_, payload)] = said(ctx, "stock.adjusted")
    assert payload["freed"] == ["CDE-2026-000002"]


def test_what_makes_no_sense_is_refused(ctx: Context, world: World) -> None:
    count = services.request_count(ctx, world.desk)
    with pytest.raises(CountUnderway):
        services.request_count(ctx, world.desk)
    with pytest.raises(NotCounted):
        services.adjust_stock(ctx, count, cause=CountCause.UNKNOWN)
    with pytest.raises(ImpossibleCount):
        services.report_count(ctx, count, counted=-1)
    with pytest.raises(NotSubmitted):
        services.decide_gap(ctx, count, granted=True)
    services.report_count(ctx, count, counted=10)
    with pytest.raises(AlreadyCounted):
        services.report_count(ctx, count, counted=10)
    with pytest.raises(NothingToAdjust):
        services.adjust_stock(ctx, count, cause=CountCause.UNKNOWN)


def test_a_count_corrects_once(ctx: Context, world: World) -> None:
    count = counted(ctx, world, 9)
    services.adjust_stock(ctx, count, cause=CountCause.BREAKAGE)
    with pytest.raises(AlreadyAdjusted):
        services.adjust_stock(ctx, count, cause=CountCause.BREAKAGE)


def test_units_set_apart_are_promised_to_nobody(ctx: Context, world: World) -> None:
    kept = services.quarantine_units(ctx, world.desk, quantity=3, cause=QuarantineCause.DAMAGED)
    assert (world.desk.physical, world.desk.available) == (10, 7)
    services.release_quarantine(ctx, kept)
    assert (world.desk.physical, world.desk.available) == (10, 10)
    with pytest.raises(AlreadySettled):
        services.scrap(ctx, kept)


def test_damaged_units_are_destroyed_and_their_cost_with_them(ctx: Context, world: World) -> None:
    kept = services.quarantine_units(ctx, world.desk, quantity=2, cause=QuarantineCause.DAMAGED)
    services.scrap(ctx, kept)
    assert (world.desk.physical, world.desk.value, cautions(ctx)) == (8, 8 * 14100, [])


def test_destroying_sound_goods_is_warned_of(ctx: Context, world: World) -> None:
    kept = services.quarantine_units(ctx, world.desk, quantity=1, cause=QuarantineCause.RETURNED)
    services.scrap(ctx, kept)
    assert cautions(ctx) == ["DestroyingSoundGoods"]


def test_more_than_what_is_free_cannot_be_set_apart(ctx: Context, world: World) -> None:
    services.reserve(ctx, world.desk, quantity=8, document=ORDER)
    with pytest.raises(BadUnits):
        services.quarantine_units(ctx, world.desk, quantity=3, cause=QuarantineCause.TO_CHECK)


def test_the_average_cost_moves_with_each_receipt(ctx: Context, world: World) -> None:
    services.take_in(ctx, world.desk, 10, "ARR-2026-000001", unit_cost=1610000)
    assert (world.desk.value, world.desk.average_cost) == (302000, 1510000)
    services.ship_out(ctx, world.desk, 5, "BL-2026-000001")
    assert (world.desk.value, world.desk.average_cost) == (226500, 1510000)
