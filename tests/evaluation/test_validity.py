"""The survey of the evaluator holds, and its page says what it measures."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy.orm import Session

from sandbox import create_app
from sandbox.config import SCENARIOS
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import rules
from sandbox.evaluation.report import evaluate
from sandbox.evaluation.validity.comparing import Character, compared, read_characters
from sandbox.evaluation.validity.page import PAGE, text_of
from sandbox.evaluation.validity.survey import Survey
from sandbox.training import commands_validate
from sandbox.training.commands_play import database
from sandbox.training.commands_validate import measured
from tests.evaluation.journals import journal

WANTED = ("CP1", "CP2", "CP3", "CP4", "CT1", "CT2", "CT3")
CHARACTERS = read_characters(SCENARIOS / "validity" / "personnages")


@pytest.fixture(scope="module")
def surveyed() -> Iterator[Survey]:
    """Everything played and measured, once, on a database that is thrown away."""
    with (
        create_app(TESTING=True, SQLALCHEMY_DATABASE_URI="sqlite://").app_context(),
        database(None) as engine,
        Session(engine, expire_on_commit=False) as session,
    ):
        yield measured(session)


def test_nothing_is_a_surprise_and_the_page_is_current(surveyed: Survey) -> None:
    assert surveyed.surprises == []
    assert PAGE.read_text("utf-8") == text_of(surveyed)


def test_every_criterion_has_an_occasion_or_a_reason(surveyed: Survey) -> None:
    given = {code for own in surveyed.coverage.values() for code, count in own.items() if count}

    assert {code for code in reac().criteria if code[:3] in WANTED} <= given | set(
        surveyed.uncovered
    )
    assert not given & set(surveyed.uncovered)


def test_most_characters_are_judged_as_expected(surveyed: Survey) -> None:
    agreed = sum(cell.agrees for cell in surveyed.cells)

    assert agreed / len(surveyed.cells) > 0.9


def test_an_unexpected_finding_is_a_surprise(surveyed: Survey) -> None:
    wrong = replace(surveyed.cells[0], expected=("partly",), corrected=None)
    found = replace(surveyed, cells=[wrong], uncovered={})

    assert found.surprises[0].endswith(wrong.rule)


def test_the_command_fails_on_a_surprise_and_on_a_stale_page(
    surveyed: Survey, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # One database is enough, and an application of its own keeps these tests together.
    app = create_app(TESTING=True, SQLALCHEMY_DATABASE_URI="sqlite://")
    kept = tmp_path / "validity.md"
    kept.write_text(text_of(surveyed), "utf-8")
    monkeypatch.setattr(commands_validate, "PAGE", kept)

    def run(found: Survey) -> Result:
        monkeypatch.setattr(commands_validate, "measured", lambda *_: found)
        return app.test_cli_runner().invoke(args=["evaluation", "validate", "--check"])

    held, wrong = run(surveyed), run(replace(surveyed, traps={"piège": ("CP4.1 : promis",)}))

    assert (held.exit_code, wrong.exit_code) == (0, 1)
    assert "Surprises : 0" in held.output
    assert "Inattendu : piège : CP4.1 : promis" in wrong.output
    assert "périmé" in wrong.output


def test_eight_characters_on_each_of_three_scenarios() -> None:
    assert list(Counter(c.scenario for c in CHARACTERS).values()) == [8, 8, 8]
    assert {rule for c in CHARACTERS for rule in (*c.expected, *c.corrected)} <= set(rules)


def test_a_difference_has_its_reason() -> None:
    reasons = [because for c in CHARACTERS for _, because in c.corrected.values()]

    assert all(len(because.split()) > 3 for because in reasons)


def test_a_rule_that_is_not_named_must_have_no_occasion() -> None:
    nobody = Character("premiers-pas", "personne", expected={"CP3.5/reponse-en-anglais": ("met",)})
    report = evaluate(journal("premiers-pas/encours-trop-tard"))
    cells = {cell.rule: cell for cell in compared(nobody, report)}

    assert cells["CP4.1/encours-avant-commande"].surprises
    assert cells["CP3.5/reponse-en-anglais"].found == ()
