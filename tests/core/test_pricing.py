"""Discounts, VAT per rate, totals, deposits and margins."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.core.pricing import (
    VatRow,
    carriage,
    deposit,
    equivalent_discount,
    forfeit,
    from_gross,
    line_net,
    margin,
    price_cascade,
    totals,
    vat_rows,
)

RATES = st.sampled_from([2000, 1000, 550, 210, 0])
AMOUNTS = st.integers(0, 10**9)
LINES = st.lists(st.tuples(RATES, AMOUNTS), max_size=12)
DISCOUNTS = st.lists(st.integers(0, 10_000), max_size=4)


@pytest.mark.parametrize(
    ("quantity", "unit_price", "discounts", "expected"),
    [
        (250, 1234, (), 3085),
        (2, 890_000, (1000,), 16020),
        (1, 10_000_000, (1000, 500), 85500),
        (3, 33_333, (0,), 1000),
        (1, 26_750, (), 268),
        (1, 50, (), 1),
        (-2, 890_000, (1000,), -16020),
        (7, 10_000, (10_000,), 0),
    ],
)
def test_a_line_is_rounded_once_per_discount(
    quantity: int, unit_price: int, discounts: tuple[int, ...], expected: int
) -> None:
    assert line_net(quantity, unit_price, *discounts) == expected


@pytest.mark.parametrize("discount", [-1, 10_001])
def test_a_discount_outside_nothing_and_everything_is_refused(discount: int) -> None:
    with pytest.raises(ValueError, match="remise va de 0 à 100"):
        line_net(1, 10_000, discount)


def test_vat_is_counted_once_per_rate_highest_rate_first() -> None:
    lines = [(550, 1247), (2000, 831), (2000, 1999), (550, 426)]
    assert vat_rows(lines) == (VatRow(2000, 2830, 566), VatRow(550, 1673, 92))


def test_vat_of_the_total_wins_over_the_sum_of_line_vats() -> None:
    foot = totals([(2000, 333)] * 3)
    assert (foot.net, foot.vat, foot.gross) == (999, 200, 1199)


def test_a_document_without_lines_is_worth_nothing() -> None:
    foot = totals([])
    assert (foot.net, foot.vat_rows, foot.gross) == (0, (), 0)


@given(LINES)
def test_totals_add_up_and_are_never_negative(lines: list[tuple[int, int]]) -> None:
    foot = totals(lines)
    assert foot.net == sum(net for _, net in lines)
    assert foot.vat == sum(row.vat for row in foot.vat_rows) >= 0
    assert foot.gross == foot.net + foot.vat
    assert len({row.rate for row in foot.vat_rows}) == len(foot.vat_rows)


@given(LINES, st.randoms())
def test_the_order_of_lines_changes_nothing(lines: list[tuple[int, int]], chance: Random) -> None:
    shuffled = list(lines)
    chance.shuffle(shuffled)
    assert totals(shuffled) == totals(lines)


@given(st.integers(0, 10_000), st.integers(0, 10**8), DISCOUNTS)
def test_a_discount_only_ever_lowers_a_line(quantity: int, price: int, rates: list[int]) -> None:
    assert 0 <= line_net(quantity, price, *rates) <= line_net(quantity, price)


@given(LINES)
def test_a_credit_note_mirrors_its_invoice_to_the_cent(lines: list[tuple[int, int]]) -> None:
    assert totals([(rate, -net) for rate, net in lines]).gross == -totals(lines).gross


@given(AMOUNTS, RATES)
def test_a_price_with_tax_splits_without_losing_a_cent(gross: int, rate: int) -> None:
    net, vat = from_gross(gross, rate)
    assert net + vat == gross
    assert abs(totals([(rate, net)]).gross - gross) <= 1


@given(AMOUNTS, DISCOUNTS, st.integers(0, 10_000), RATES)
def test_every_step_of_a_cascade_is_accounted_for(
    amount: int, rates: list[int], early: int, vat: int
) -> None:
    steps = price_cascade(amount, *rates, vat=vat, early_payment=early, carriage=4500)
    assert amount - sum(steps.discounts) == steps.net_commercial
    assert steps.net_commercial - steps.early_payment_discount == steps.net_financial
    assert steps.totals.net == steps.net_financial + 4500


def test_ten_then_five_percent_is_not_fifteen() -> None:
    assert equivalent_discount(1000, 500) == 1450
    assert equivalent_discount() == 0


@pytest.mark.parametrize(("net", "expected"), [(49_999, 4500), (50_000, 0), (120_000, 0)])
def test_carriage_is_free_from_the_threshold_on(net: int, expected: int) -> None:
    assert carriage(net, flat=4500, free_from=50_000) == expected


def test_a_deposit_carries_its_own_vat() -> None:
    asked = deposit(522_000, 3000, 2000)
    assert (asked.gross, asked.net, asked.vat, asked.balance) == (156_600, 130_500, 26_100, 365_400)


def test_giving_up_arrhes_costs_the_seller_twice() -> None:
    assert (forfeit(15_000).buyer_loses, forfeit(15_000).seller_returns) == (15_000, 30_000)


def test_a_margin_is_told_on_cost_and_on_price() -> None:
    found = margin(6_000, 10_000, 2000)
    assert (found.amount, found.markup, found.margin, found.coefficient) == (4000, 6667, 4000, 200)
    with pytest.raises(ValueError, match="coût doit être positif"):
        margin(0, 10_000, 2000)
