"""Chance: the same everywhere, spread evenly, moved by nothing else."""

from collections import Counter

import pytest

from sandbox.core.chance import BITS, below, between, draw, happens, percent, pick

WHO = (42, "customer:CLI-0007", "answer_quote")


def test_a_draw_is_the_same_on_every_machine() -> None:
    assert draw(42, "customer:CLI-0007", "answer_quote", "DE-2026-000003") == 5103477939885692


def test_each_of_the_four_things_changes_the_draw() -> None:
    draws = {
        draw(1, "a", "b", "c"),
        draw(2, "a", "b", "c"),
        draw(1, "x", "b", "c"),
        draw(1, "a", "x", "c"),
        draw(1, "a", "b", "x"),
    }
    assert len(draws) == 5
    assert all(0 <= drawn < 2**BITS for drawn in draws)


def test_percentages_are_spread_evenly() -> None:
    drawn = [percent(*WHO, str(subject)) for subject in range(2000)]
    assert all(0 <= value < 10_000 for value in drawn)
    assert 4700 < sum(drawn) / len(drawn) < 5300


def test_certainty_always_happens_and_impossibility_never() -> None:
    assert all(happens(10_000, *WHO, str(subject)) for subject in range(100))
    assert not any(happens(0, *WHO, str(subject)) for subject in range(100))


def test_an_interval_reaches_both_its_ends() -> None:
    drawn = {between(3, 6, *WHO, str(subject)) for subject in range(200)}
    assert drawn == {3, 4, 5, 6}
    assert between(5, 5, *WHO, "x") == 5
    assert below(1, *WHO, "x") == 0
    with pytest.raises(ValueError, match="Intervalle vide"):
        between(6, 3, *WHO, "x")


def test_a_choice_follows_its_weights() -> None:
    weights = {"accept": 6, "refuse": 3, "silence": 1, "never": 0}
    counted = Counter(pick(weights, *WHO, str(subject)) for subject in range(2000))
    assert counted["accept"] > 1100
    assert 450 < counted["refuse"] < 750
    assert counted["never"] == 0


def test_a_plain_list_gives_everyone_the_same_chance() -> None:
    counted = Counter(pick(["a", "b"], *WHO, str(subject)) for subject in range(1000))
    assert 430 < counted["a"] < 570


@pytest.mark.parametrize("weights", [{}, [], {"a": 0}, {"a": 3, "b": -1}])
def test_there_must_be_something_to_choose_from(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="Rien à tirer au sort"):
        pick(weights, *WHO, "x")
