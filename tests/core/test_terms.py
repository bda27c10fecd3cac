"""Due dates, instalments, late fees."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.core import late_fees, terms
from sandbox.core.terms import PaymentTerm

DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("code", "due"),
    [
        ("net_30", "2026-12-12"),
        ("net_60", "2027-01-11"),
        ("eom_30", "2026-12-31"),
        ("eom_30_10", "2027-01-10"),
        ("eom_45_a", "2026-12-31"),
        ("eom_45_b", "2027-01-14"),
        ("on_receipt", "2026-11-12"),
        ("prepaid", "2026-11-12"),
    ],
)
def test_each_term_gives_a_calendar_date(code: str, due: str) -> None:
    assert str(terms.due_date(code, date(2026, 11, 12))) == due


def test_every_term_has_a_french_label() -> None:
    assert len({terms.label(code) for code in PaymentTerm}) == len(PaymentTerm)


def test_an_unknown_term_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"«\snet_90\s» inconnue.*net_30, net_60"):
        terms.due_date("net_90", date(2026, 11, 12))


@given(DAYS, st.sampled_from(PaymentTerm))
def test_no_term_outlasts_the_law(invoiced: date, code: PaymentTerm) -> None:
    # The longest is 45 days, then up to 30 more to the end of the month.
    assert 0 <= (terms.due_date(code, invoiced) - invoiced).days <= 75


@given(st.integers(1, 10**9), st.integers(1, 24), DAYS)
def test_instalments_add_up_to_the_debt(amount: int, count: int, first: date) -> None:
    plan = terms.payment_plan(amount, count, first)
    assert sum(step.amount for step in plan) == amount
    assert [step.due for step in plan] == sorted({step.due for step in plan})


def test_a_plan_needs_a_debt_and_a_date() -> None:
    for amount, count in ((0, 3), (100, 0)):
        with pytest.raises(ValueError, match="échéancier"):
            terms.payment_plan(amount, count, date(2026, 12, 15))


def test_paying_on_time_or_early_costs_nothing() -> None:
    assert late_fees.penalty(120_000, 1215, 0) == late_fees.penalty(120_000, 1215, -3) == 0


def test_an_agreed_rate_under_the_floor_is_raised_to_it() -> None:
    assert late_fees.penalty_rate(500, refinancing=215, legal=262) == 786
    assert late_fees.penalty_rate(1500, refinancing=215, legal=262) == 1500
    assert late_fees.penalty_rate(None, refinancing=215, legal=262) == 1215


def test_a_payment_before_the_due_date_lightens_the_penalty() -> None:
    rates = {"2026-S2": 1215}
    due, until = date(2026, 10, 15), date(2026, 11, 14)
    (part,) = late_fees.penalty_slices(240_000, due, [(date(2026, 10, 1), 100_000)], rates, until)
    assert (part.amount, part.days) == (140_000, 30)


def test_nothing_is_late_before_the_due_date_nor_once_paid() -> None:
    due, rates = date(2026, 10, 15), {"2026-S2": 1215}
    paid = [(date(2026, 10, 20), 240_000)]
    assert late_fees.penalty_slices(240_000, due, [], rates, due) == ()
    (part,) = late_fees.penalty_slices(240_000, due, paid, rates, date(2026, 12, 1))
    assert part.until == date(2026, 10, 20)


def test_a_missing_half_year_rate_is_named() -> None:
    with pytest.raises(ValueError, match="2027-S1"):
        late_fees.penalty_slices(100, date(2026, 12, 1), [], {"2026-S2": 1}, date(2027, 1, 9))


def test_a_late_delivery_is_capped_and_counts_full_weeks() -> None:
    assert late_fees.delivery_penalty(800_000, 23, 50, 500) == 12_000
    assert late_fees.delivery_penalty(800_000, 365, 50, 500) == 40_000
    assert late_fees.delivery_penalty(800_000, -4, 50, 500) == 0
