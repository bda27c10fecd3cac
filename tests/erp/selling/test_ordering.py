"""Recording an order, and what becomes of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.errors.selling import (
    AlreadyAcknowledged,
    AlreadyRecorded,
    EmptyOrder,
    MissingReason,
    NotHeld,
    NothingShort,
    NotToBeChecked,
    PromiseInThePast,
    StillOutOfStock,
)
from sandbox.erp.models import Order, OrderStatus, Release
from sandbox.erp.services import (
    acknowledge_order,
    confirm_order,
    decline_order,
    hold_order,
    release_order,
    reserve_backorder,
)
from tests.factories.erp import ApprovalFactory, OrderFactory, QuoteFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said

WEDNESDAY = date(2026, 11, 18)


def received(world: World, quantity: int = 2, **terms: Any) -> Order:
    """Some desks, to be checked."""
    terms.setdefault("customer", world.customer)
    return OrderFactory(lines=[(world.desk, quantity)], **terms)


def test_recording_promises_and_sets_the_goods_aside(ctx: Context, world: World) -> None:
    order = received(world)
    confirm_order(ctx, order, promised_on=WEDNESDAY)
    assert (order.status, order.promised_on) == (OrderStatus.RECORDED, WEDNESDAY)
    assert world.desk.reserved == 2
    assert [verb for verb in ("order.recorded", "stock.reserved") if said(ctx, verb)] == [
        "order.recorded",
        "stock.reserved",
    ]


def test_the_entry_tells_what_stood_against_it(ctx: Context, world: World) -> None:
    order = received(world, requested_on=WEDNESDAY)
    confirm_order(ctx, order)
    payload = said(ctx, "order.recorded")[0][1]
    assert (payload["promised_on"], payload["available_on"]) == ("2026-11-18", "2026-11-02")
    assert (payload["exposure"], payload["limit"], payload["excess"]) == (order.gross, 500000, 0)
    assert (payload["new_customer"], payload["unusual"], payload["cautions"]) == (False, False, [])


def test_without_a_date_the_first_one_that_can_hold_is_promised(ctx: Context, world: World) -> None:
    order = received(world, 12, requested_on=date(2026, 11, 4))
    confirm_order(ctx, order)
    payload = said(ctx, "order.recorded")[0][1]
    # Ten of twelve are here; ten working days to get the rest, one to prepare it.
    assert payload["promised_on"] == payload["available_on"] == "2026-11-18"


def test_a_first_order_makes_a_customer(ctx: Context, world: World) -> None:
    confirm_order(ctx, received(world, customer=world.newcomer))
    assert said(ctx, "order.recorded")[0][1]["new_customer"] is True
    assert world.newcomer.known_since == ctx.today()


@pytest.mark.parametrize(
    ("quantity", "limit", "expected"),
    [(2, 500000, []), (2, 50000, ["OverLimit"]), (30, 10**9, ["AmountAboveDelegation"])],
)
def test_procedure_warns_and_lets_pass(
    ctx: Context, world: World, quantity: int, limit: int, expected: list[str]
) -> None:
    world.customer.credit_limit, world.desk.physical = limit, 50
    confirm_order(ctx, received(world, quantity))
    assert cautions(ctx) == expected


def test_a_customer_who_pays_with_the_order_has_no_excess(ctx: Context, world: World) -> None:
    world.customer.credit_limit, world.customer.terms = 0, "prepaid"
    confirm_order(ctx, received(world))
    assert (cautions(ctx), said(ctx, "order.recorded")[0][1]["excess"]) == ([], 0)


def test_an_approval_granted_before_removes_the_warning(ctx: Context, world: World) -> None:
    world.customer.credit_limit = 50000
    order = received(world)
    granted = ApprovalFactory(customer=world.customer, about=order.reference)
    confirm_order(ctx, order)
    payload = said(ctx, "order.recorded")[0][1]
    assert (cautions(ctx), payload["approval"]) == ([], granted.reference)
    assert payload["excess"] == order.gross - 50000


def test_an_approval_refused_removes_nothing(ctx: Context, world: World) -> None:
    world.customer.credit_limit = 50000
    order = received(world)
    ApprovalFactory(customer=world.customer, about=order.reference, status="refused")
    confirm_order(ctx, order)
    assert cautions(ctx) == ["OverLimit"]


def test_a_promise_before_the_goods_can_be_there_is_let_pass(ctx: Context, world: World) -> None:
    confirm_order(ctx, received(world, 12), promised_on=date(2026, 11, 4))
    assert cautions(ctx) == ["PromiseBeforeAvailable"]


def test_open_differences_and_a_lapsed_quote_are_let_pass(ctx: Context, world: World) -> None:
    quote = QuoteFactory(
        sent=True,
        customer=world.customer,
        lines=[(world.desk, 4)],
        valid_until=date(2026, 10, 30),
    )
    confirm_order(ctx, received(world, quote_id=quote.id, quote=quote))
    payload = said(ctx, "order.recorded")[0][1]
    assert cautions(ctx) == payload["cautions"] == ["DifferencesOpen", "ExpiredQuote"]
    assert (payload["differences"], payload["quote_expired"]) == (["quantity:MOB-001"], True)


def test_a_company_may_harden_a_caution(ctx: Context, world: World) -> None:
    rules = replace(ctx.setting.procedures, hardened=("OverLimit",))
    ctx.setting = replace(ctx.setting, procedures=rules)
    world.customer.credit_limit = 1
    order = received(world)
    with pytest.raises(DomainError, match="Plafond dépassé"):
        confirm_order(ctx, order)
    assert said(ctx, "move.refused")[0][1]["reason"] == "OverLimit"


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        ({"recorded": True}, AlreadyRecorded),
        ({"status": OrderStatus.DECLINED}, NotToBeChecked),
        ({"lines": []}, EmptyOrder),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    ctx: Context, world: World, state: dict[str, Any], refusal: type[DomainError]
) -> None:
    order = OrderFactory(**{"customer": world.customer, "lines": [(world.desk, 1)], **state})
    with pytest.raises(refusal):
        confirm_order(ctx, order)


def test_nobody_promises_yesterday(ctx: Context, world: World) -> None:
    with pytest.raises(PromiseInThePast):
        confirm_order(ctx, received(world), promised_on=date(2026, 11, 1))


def test_an_order_is_acknowledged_once_with_its_date(ctx: Context, world: World) -> None:
    order = received(world, recorded=True)
    acknowledge_order(ctx, order)
    assert said(ctx, "order.acknowledged")[0][1]["promised_on"] == "2026-11-20"
    with pytest.raises(AlreadyAcknowledged):
        acknowledge_order(ctx, order)


@pytest.mark.parametrize("act", [acknowledge_order, reserve_backorder])
def test_what_is_not_recorded_is_neither_acknowledged_nor_reserved(
    ctx: Context, world: World, act: Any
) -> None:
    with pytest.raises(NotRecorded):
        act(ctx, received(world))


@pytest.mark.parametrize(
    ("act", "status", "verb"),
    [
        (hold_order, OrderStatus.HELD, "order.held"),
        (decline_order, OrderStatus.DECLINED, "order.declined"),
    ],
)
def test_an_order_put_aside_keeps_its_reason(
    ctx: Context, world: World, act: Any, status: OrderStatus, verb: str
) -> None:
    order = received(world)
    act(ctx, order, reason=" Plafond dépassé ")
    assert (order.status, order.hold_reason) == (status, "Plafond dépassé")
    assert said(ctx, verb)[0][1]["words"] == 2


@pytest.mark.parametrize("act", [hold_order, decline_order])
@pytest.mark.parametrize(
    ("reason", "recorded", "refusal"),
    [("", False, MissingReason), ("trop tard", True, AlreadyRecorded)],
)
def test_an_order_is_put_aside_for_a_reason_and_before_it_is_recorded(
    ctx: Context, world: World, act: Any, reason: str, recorded: bool, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        act(ctx, received(world, recorded=recorded), reason=reason)


def test_a_held_order_may_still_be_recorded(ctx: Context, world: World) -> None:
    order = received(world)
    hold_order(ctx, order, reason="à vérifier")
    confirm_order(ctx, order)
    assert (order.status, order.hold_reason) == (OrderStatus.RECORDED, "")


def test_a_backorder_is_reserved_once_goods_are_there(ctx: Context, world: World) -> None:
    order = confirm_order(ctx, received(world, 12))
    with pytest.raises(StillOutOfStock):
        reserve_backorder(ctx, order)
    world.desk.physical += 5
    reserve_backorder(ctx, order)
    assert world.desk.reserved == 12
    with pytest.raises(NothingShort):
        reserve_backorder(ctx, order)


def test_an_order_that_came_in_time_is_on_the_quote_whenever_it_is_recorded(
    ctx: Context, world: World
) -> None:
    quote = QuoteFactory(
        sent=True, customer=world.customer, lines=[(world.desk, 2)], valid_until=date(2026, 11, 2)
    )
    order = received(world, quote_id=quote.id, quote=quote)
    ctx.run.clock = paris(2026, 11, 9, 9, 0)
    confirm_order(ctx, order)
    assert cautions(ctx) == []


def test_a_held_order_is_released_and_decided_on_again(ctx: Context, world: World) -> None:
    order = received(world)
    hold_order(ctx, order, reason="question posée au client")
    release_order(ctx, order, ground=Release.SETTLED)
    assert (order.status, cautions(ctx)) == (OrderStatus.RECEIVED, [])
    payload = said(ctx, "order.released")[0][1]
    assert (payload["ground"], payload["excess"], payload["approval"]) == ("settled", 0, None)
    with pytest.raises(NotHeld):
        release_order(ctx, order, ground=Release.SETTLED)


def test_a_release_on_an_approval_that_nobody_gave_is_told(ctx: Context, world: World) -> None:
    order = received(world)
    hold_order(ctx, order, reason="accord demandé")
    release_order(ctx, order, ground=Release.APPROVED)
    assert cautions(ctx) == ["NothingGranted"]


@pytest.mark.parametrize("granted", [True, False])
def test_over_the_limit_only_an_approval_releases_without_a_warning(
    ctx: Context, world: World, granted: bool
) -> None:
    world.customer.credit_limit = 100
    order = received(world)
    hold_order(ctx, order, reason="plafond dépassé")
    if granted:
        ApprovalFactory(about=order.reference, customer=world.customer, status="granted")
    ground = Release.APPROVED if granted else Release.LIMIT_RAISED
    release_order(ctx, order, ground=ground)
    assert cautions(ctx) == ([] if granted else ["OverLimit"])
    assert said(ctx, "order.released")[0][1]["excess"] == order.gross - 100
