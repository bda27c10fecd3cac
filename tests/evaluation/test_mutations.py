"""A good journal damaged in one place: the rules concerned say so, and no others."""

from functools import cache
from typing import Any

import click
import pytest
from ruamel.yaml import YAML

from sandbox.config import SCENARIOS
from sandbox.evaluation.registry import rules
from sandbox.evaluation.validity.mutating import EXEMPLARY, Bench, Damage, found
from tests.evaluation.journals import journal

FILE = SCENARIOS / "validity" / "mutations.yaml"
CASES: list[dict[str, Any]] = YAML(typ="safe").load(FILE.read_text("utf-8"))
KINDS = {"delete", "delay", "swap", "recipient", "amount"}


@cache
def bench(play: str = EXEMPLARY) -> Bench:
    """An exemplary journal, read once."""
    return Bench(journal(play))


def bench_of(case: dict[str, Any]) -> Bench:
    """The journal that a case damages."""
    return bench(case.get("play", EXEMPLARY))


@pytest.mark.parametrize("case", CASES, ids=lambda case: Damage(**case["damage"]).name)
def test_a_damage_flips_what_it_declares(case: dict[str, Any]) -> None:
    tried = bench_of(case).tried(case)

    assert tried.flipped == {**tried.declared, **{number: [] for number in tried.spared}}
    assert tried.surprises == []


def test_a_flip_that_was_not_declared_is_a_surprise() -> None:
    case = {"damage": CASES[0]["damage"], "flips": {1: ["CP1.1/montant-juste"]}}

    assert 1 in bench().tried(case).surprises


def test_what_nothing_catches_has_its_reason() -> None:
    reasons = [reason for case in CASES for reason in case.get("equivalent", {}).values()]

    assert all(len(reason.split()) > 3 for reason in reasons)


def test_every_mutant_is_killed_or_explained(capsys: pytest.CaptureFixture[str]) -> None:
    killed = sum(len(case.get("flips", {})) for case in CASES)
    spared = sum(len(case.get("equivalent", {})) for case in CASES)

    with capsys.disabled():
        click.echo(f"\n{killed + spared} mutants : {killed} tués, {spared} équivalents expliqués")
    assert killed > 300
    assert spared < killed / 5
    assert {case["damage"]["mutate"] for case in CASES} == KINDS


def test_declared_flips_are_rules_that_exist() -> None:
    named = {code for case in CASES for flips in case.get("flips", {}).values() for code in flips}

    assert named <= set(rules)


def test_the_undamaged_journal_finds_nothing_wrong_while_it_is_played() -> None:
    played = found(bench().played)

    assert {outcome for _, _, outcome in played} == {"met"}
    assert sum(bench().base.values()) >= sum(played.values())
