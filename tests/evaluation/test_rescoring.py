"""Old journals judged again: what moved is said, rule by rule."""

import json
from pathlib import Path

import click
import pytest
from flask import Flask
from sqlalchemy.orm import Session

from sandbox.evaluation.commands import compared, judged, rescore_command
from sandbox.evaluation.registry import rules
from sandbox.evaluation.report import evaluate
from sandbox.evaluation.rescoring import changes, coverage, scored
from tests.evaluation.journals import KEPT, journal
from tests.factories.world import World
from tests.stories import Story


def test_the_same_rules_change_nothing() -> None:
    report = evaluate(journal(KEPT[0]))

    assert list(changes(scored(report, "a", "h"), scored(report, "a", "h"))) == []


def test_a_new_rule_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = Story().at("11-03 09:00").sees_outstanding().records().entries
    now = scored(evaluate(entries), "a", "h")
    monkeypatch.delitem(rules, "CP4.1/encours-avant-commande")
    before = scored(evaluate(entries), "a", "h")

    assert list(changes(before, now)) == [
        "CP4.1 : met (1 sur 1) → met (2 sur 2)",
        "  CP4.1/encours-avant-commande : +1 met",
    ]


def test_a_journal_that_went_on_is_said() -> None:
    report = evaluate(Story().entries)

    assert list(changes(scored(report, "a", "h"), scored(report, "a", "i"))) == [
        "le journal a continué depuis."
    ]


def test_runs_on_one_side_only_are_said() -> None:
    one = scored(evaluate(Story().entries), "a", "h")

    assert compared({"1": one}, {"1": one, "2": one}) == [
        "Partie 1 : rien ne change.",
        "Partie 2 : seulement dans la base.",
    ]


def test_runs_of_the_database_are_judged(session: Session, world: World) -> None:
    scores = judged(session, [world.run.id])

    assert scores[str(world.run.id)]["criteria"]["CP3.5"]["verdict"] == "not_observed"


def test_the_command_keeps_and_compares(app: Flask, tmp_path: Path) -> None:
    file, run = tmp_path / "jugement.json", app.test_cli_runner()

    assert run.invoke(rescore_command, ["--export", str(file)]).exit_code == 0
    result = run.invoke(rescore_command, ["--against", str(file), "--coverage"])
    assert result.exit_code == 0
    assert json.loads(file.read_text("utf-8")) is not None
    assert "parties rejugées" in result.output


def test_the_coverage_of_the_criteria_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    scores = {name: scored(evaluate(journal(name)), name.partition("/")[0], "") for name in KEPT}
    table = list(coverage(scores))

    with capsys.disabled():
        click.echo("\n" + "\n".join(table))
    assert table[0] == "| Critère | impayes | livraison-abimee | premiers-pas |"
    assert len(table) == 22
