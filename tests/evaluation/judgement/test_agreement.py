"""Agreement of two readers: figures worked by hand, and silence under thirty."""

import pytest

from sandbox.evaluation.judgement.agreement import (
    agreement,
    bootstrap,
    gwet_ac1,
    kappa,
    raw_agreement,
    weighted_kappa,
)
from sandbox.evaluation.judgement.grid import Mark, settle

TWO = (0, 1)
# Fifty cases: both yes 20, first alone 5, second alone 10, both no 15.
TEXTBOOK = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15


def test_figures_of_a_textbook_table() -> None:
    assert raw_agreement(TEXTBOOK) == pytest.approx(0.70)
    assert kappa(TEXTBOOK, TWO) == pytest.approx(0.40)
    assert gwet_ac1(TEXTBOOK, TWO) == pytest.approx((0.70 - 0.495) / 0.505)


def test_two_levels_make_the_weighted_kappa_plain() -> None:
    assert weighted_kappa(TEXTBOOK, TWO) == pytest.approx(kappa(TEXTBOOK, TWO))


def test_a_gap_of_two_weighs_four_times_a_gap_of_one() -> None:
    base = [(0, 0), (1, 1), (2, 2), (3, 3)] * 5
    near, far = weighted_kappa([*base, (0, 1)]), weighted_kappa([*base, (0, 2)])
    assert near is not None
    assert far is not None
    assert near > far


def test_when_nearly_everything_is_on_one_level_ac1_stays_steady() -> None:
    pairs = [(1, 1)] * 46 + [(0, 0)] + [(1, 0)] * 2 + [(0, 1)]
    plain, steady = kappa(pairs, TWO), gwet_ac1(pairs, TWO)
    assert plain is not None
    assert steady is not None
    assert plain < 0.5 < 0.9 < steady


def test_what_is_not_defined_is_not_invented() -> None:
    same = [(2, 2)] * 40
    assert kappa(same) is None
    assert weighted_kappa(same) is None
    assert gwet_ac1(same) == 1
    assert raw_agreement([]) is None
    assert agreement([]).weighted is None


def test_nothing_is_said_of_fewer_than_thirty() -> None:
    pairs = [(0, 0), (1, 1), (2, 3)] * 9
    assert not agreement(pairs).speaks
    assert agreement(pairs).interval is None
    assert agreement(pairs + pairs[:3]).speaks


def test_the_interval_holds_the_figure_and_never_moves() -> None:
    pairs = [(0, 0), (1, 1), (2, 2), (3, 3), (1, 2), (2, 1)] * 6
    first = agreement(pairs)
    assert first.interval is not None
    assert first.weighted is not None
    assert first.interval[0] < first.weighted < first.interval[1]
    assert agreement(pairs) == first
    assert bootstrap([(1, 1)] * 30) is None


def test_several_readers_settle_on_the_lower_middle() -> None:
    said = [Mark("T", "tone", 3, 1), Mark("T", "tone", 1, 2), Mark("T", "tone", 2, 1)]
    assert [mark.level for mark in settle(said)] == [1]
