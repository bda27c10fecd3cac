"""Segments by rule: every condition given holds; by hand, nobody is there by rule."""

from datetime import date

import pytest

from sandbox.core.segments import SEGMENTS, Figures

TODAY = date(2026, 11, 2)
RULES = {rule.code: rule for rule in SEGMENTS}


@pytest.mark.parametrize(
    ("code", "figures", "there"),
    [
        ("key_accounts", Figures(turnover=1_000_000), True),
        ("key_accounts", Figures(turnover=999_999), False),
        ("key_accounts", Figures(business=False, turnover=2_000_000), False),
        ("regulars", Figures(last_order=date(2026, 8, 4)), True),
        ("regulars", Figures(last_order=date(2026, 8, 3)), False),
        ("regulars", Figures(), False),
        ("dormant", Figures(last_order=date(2026, 5, 5)), True),
        ("dormant", Figures(last_order=date(2026, 5, 6)), False),
        ("dormant", Figures(), False),
        ("private", Figures(business=False), True),
        ("cared_for", Figures(turnover=9_000_000), False),
    ],
)
def test_a_rule_holds_at_its_bounds(code: str, figures: Figures, there: bool) -> None:
    assert RULES[code].holds(figures, TODAY) is there
