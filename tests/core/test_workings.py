"""Workings: each step is true, and the last one is the answer."""

from datetime import date

import pytest

from sandbox.core.workings import (
    Step,
    due_steps,
    late_steps,
    margin_steps,
    net_steps,
    price_steps,
    vat_steps,
)


def said(steps: list[Step]) -> dict[str, str]:
    """Results by step, with ordinary spaces."""
    plain = str.maketrans("\u00a0\u202f", "  ")
    return {step.what.translate(plain): step.result.translate(plain) for step in steps}


def main(steps: list[Step]) -> str:
    [answer] = [step.what for step in steps if step.main]
    return f"{answer} {said(steps)[answer]}"


def test_a_margin_is_told_on_the_cost_and_on_the_price() -> None:
    assert said(margin_steps(8_000, 10_000, 2000)) == {
        "Marge": "20,00 €",
        "Taux de marge": "25 %",
        "Taux de marque": "20 %",
        "Prix TTC": "120,00 €",
        "Coefficient multiplicateur": "1,50",
    }


def test_the_price_that_a_margin_asks_for_leaves_that_margin() -> None:
    assert main(price_steps(8_000, 2000)) == "Prix HT 100,00 €"
    with pytest.raises(ValueError, match="sous 100"):
        price_steps(8_000, 10_000)


def test_vat_is_reckoned_once_per_rate() -> None:
    # Three lines of 0,33 at 20 %: 0,20 on the sum; line by line it would be 0,21.
    steps = vat_steps([(2000, 33), (2000, 33), (2000, 33), (550, 1_000)])
    assert said(steps)["TVA à 20 %"] == "0,20 €"
    assert said(steps)["TVA à 5,5 %"] == "0,55 €"
    assert main(steps) == "Total TTC 11,74 €"


def test_from_gross_the_vat_is_what_is_left() -> None:
    assert said(net_steps(10_000, 2000)) == {"Prix HT": "83,33 €", "TVA": "16,67 €"}


def test_both_ways_of_45_days_end_of_month_differ() -> None:
    found = said(due_steps(date(2026, 11, 12)))
    assert found["45 jours, puis fin de mois"] == "31/12/2026"
    assert found["Fin de mois, puis 45 jours"] == "14/01/2027"
    assert found["30 jours nets"] == "12/12/2026"
    assert found["60 jours nets"] == "11/01/2027"


def test_lateness_costs_penalties_and_the_indemnity() -> None:
    found = said(late_steps(120_000, 1215, date(2026, 9, 30), date(2026, 10, 30)))
    assert found["Jours de retard"] == "30"
    assert found["Pénalités"] == "11,98 €"
    assert found["Indemnité forfaitaire"] == "40,00 €"
    assert found["Dû au total"] == "1 251,98 €"


def test_in_time_nothing_is_added() -> None:
    assert main(late_steps(5_000, 1215, date(2026, 9, 30), date(2026, 9, 1))) == (
        "Dû au total 50,00 €"
    )
