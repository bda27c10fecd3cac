"""An order laid beside its quote."""

from datetime import date
from typing import Any

import pytest

from sandbox.core.context import Context
from sandbox.erp.comparison import differences, sentences
from sandbox.erp.errors.selling import NoDifference, NoQuote, NotToBeChecked
from sandbox.erp.models import Order, OrderStatus, Quote
from sandbox.erp.services import (
    LineDraft,
    align_order,
    compare_order,
    correct_order,
    raise_differences,
    receive_order,
)
from tests.factories.erp import OrderFactory, QuoteFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said

CHEAPER = LineDraft("MOB-001", 4, 500, 2440200)


def quoted(world: World) -> Quote:
    """Four desks at 5 %, one lamp, for the 20th."""
    return QuoteFactory(
        sent=True,
        customer=world.customer,
        lines=[(world.desk, 4, {"discount": 500}), (world.lamp, 1)],
        requested_on=date(2026, 11, 20),
    )


def received(ctx: Context, world: World, *lines: LineDraft, **terms: Any) -> Order:
    """The customer's order on that quote; the same lines unless said otherwise."""
    asked = list(lines) or [LineDraft("MOB-001", 4), LineDraft("MOB-009", 1)]
    return receive_order(ctx, customer=world.customer, quote=quoted(world), lines=asked, **terms)


def test_what_the_customer_leaves_out_is_as_in_the_quote(ctx: Context, world: World) -> None:
    order = received(ctx, world, customer_reference="BC-7731")
    assert (order.reference, order.status) == ("CDE-2026-000001", OrderStatus.RECEIVED)
    assert differences(order) == ()
    assert order.gross == order.quoted().gross


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([LineDraft("MOB-001", 6), LineDraft("MOB-009", 1)], ("quantity:MOB-001",)),
        ([CHEAPER, LineDraft("MOB-009", 1)], ("price:MOB-001",)),
        ([LineDraft("MOB-001", 4, 800), LineDraft("MOB-009", 1)], ("discount:MOB-001",)),
        ([LineDraft("MOB-001", 4)], ("missing:MOB-009",)),
        (
            [LineDraft("MOB-001", 4), LineDraft("MOB-009", 1), LineDraft("MOB-011", 1)],
            ("product:MOB-011",),
        ),
    ],
)
def test_each_kind_of_difference_has_its_code_and_its_sentence(
    ctx: Context, world: World, lines: list[LineDraft], codes: tuple[str, ...]
) -> None:
    order = received(ctx, world, *lines)
    assert differences(order) == codes
    assert len(sentences(order)) == len(codes)


@pytest.mark.parametrize(
    ("asked", "codes"), [(date(2026, 11, 18), ("date",)), (date(2026, 11, 20), ()), (None, ())]
)
def test_a_date_differs_only_when_both_name_one(
    ctx: Context, world: World, asked: date | None, codes: tuple[str, ...]
) -> None:
    assert differences(received(ctx, world, requested_on=asked)) == codes


def test_the_same_product_on_two_lines_is_counted_together(ctx: Context, world: World) -> None:
    halves = [LineDraft("MOB-001", 2), LineDraft("MOB-001", 2), LineDraft("MOB-009", 1)]
    assert differences(received(ctx, world, *halves)) == ()


def test_the_journal_tells_what_came_in(ctx: Context, world: World) -> None:
    order = received(ctx, world, CHEAPER, customer_reference="BC-7731")
    [(reference, payload)] = said(ctx, "order.received")
    assert reference == order.reference
    assert payload["differences"] == ["price:MOB-001", "missing:MOB-009"]
    assert (payload["quote"], payload["customer_reference"]) == (
        order.quoted().reference,
        "BC-7731",
    )


@pytest.mark.parametrize(
    ("mean", "quantity", "unusual"), [(120000, 4, False), (120000, 9, True), (0, 9, False)]
)
def test_an_amount_is_unusual_against_the_customers_habits(
    ctx: Context, world: World, mean: int, quantity: int, unusual: bool
) -> None:
    world.customer.mean_order = mean
    receive_order(ctx, customer=world.customer, lines=[LineDraft("MOB-001", quantity)])
    assert said(ctx, "order.received")[0][1]["unusual"] is unusual


def test_comparing_records_what_differs(ctx: Context, world: World) -> None:
    order = received(ctx, world, CHEAPER, LineDraft("MOB-009", 1))
    assert compare_order(ctx, order) == ("price:MOB-001",)
    assert said(ctx, "order.compared")[0][1]["differences"] == ["price:MOB-001"]


def test_differences_are_told_to_the_customer_with_figures(ctx: Context, world: World) -> None:
    order = received(ctx, world, CHEAPER, LineDraft("MOB-009", 1))
    raise_differences(ctx, order)
    assert said(ctx, "order.differences_raised")[0][1]["differences"] == ["price:MOB-001"]
    assert "devis 249,00\u00a0€, commande 244,02\u00a0€" in sentences(order)[0]


@pytest.mark.parametrize("act", [compare_order, raise_differences, correct_order, align_order])
def test_without_a_quote_there_is_nothing_to_compare(ctx: Context, world: World, act: Any) -> None:
    order = OrderFactory(customer=world.customer, lines=[(world.desk, 1)])
    with pytest.raises(NoQuote):
        act(ctx, order)


def test_nothing_is_raised_when_nothing_differs(ctx: Context, world: World) -> None:
    with pytest.raises(NoDifference):
        raise_differences(ctx, received(ctx, world))


@pytest.mark.parametrize("act", [raise_differences, correct_order, align_order])
def test_a_recorded_order_is_no_longer_checked(ctx: Context, world: World, act: Any) -> None:
    order = OrderFactory(recorded=True, customer=world.customer, lines=[(world.desk, 1)])
    with pytest.raises(NotToBeChecked):
        act(ctx, order)


@pytest.mark.parametrize(
    ("act", "by_agreement", "expected"),
    [(correct_order, True, []), (align_order, False, ["SilentCorrection"])],
)
def test_a_corrected_order_says_what_the_quote_says(
    ctx: Context, world: World, act: Any, by_agreement: bool, expected: list[str]
) -> None:
    order = received(ctx, world, CHEAPER, requested_on=date(2026, 11, 18))
    act(ctx, order)
    ctx.session.flush()
    assert differences(order) == ()
    assert (order.gross, order.requested_on) == (order.quoted().gross, date(2026, 11, 20))
    assert said(ctx, "order.corrected")[0][1]["by_agreement"] is by_agreement
    assert cautions(ctx) == expected
