"""A good journal damaged in one place: the rules concerned say so, and no others."""

from pathlib import Path
from typing import Any

import click
import pytest
from ruamel.yaml import YAML

from sandbox.evaluation.registry import rules
from tests.evaluation.mutating import Damage, exemplary, flips, found, mutants, undamaged

FILE = Path(__file__).with_name("mutations.yaml")
CASES: list[dict[str, Any]] = YAML(typ="safe").load(FILE.read_text("utf-8"))
KINDS = {"delete", "delay", "swap", "recipient", "amount"}


def damage_of(case: dict[str, Any]) -> Damage:
    """What is done to the journal."""
    return Damage(**case["damage"])


NAMES = [damage_of(case).name for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_damage_flips_what_it_declares(case: dict[str, Any]) -> None:
    declared: dict[int, list[str]] = case.get("flips", {})
    spared: dict[int, str] = case.get("equivalent", {})
    seen = {number: flips(entries) for number, entries in mutants(damage_of(case))}

    assert seen == {**declared, **{number: [] for number in spared}}


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
    played = found(exemplary()[:-1])

    assert {outcome for _, _, outcome in played} == {"met"}
    assert sum(undamaged().values()) >= sum(played.values())
