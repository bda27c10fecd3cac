"""`flask einvoice export`: the invoices that a play issues, as files, all of them right."""

from pathlib import Path

import pytest
from flask import Flask

from sandbox import create_app
from sandbox.config import SCENARIOS
from sandbox.documents.commands import einvoice_group
from sandbox.documents.einvoice.checks import check_file
from sandbox.documents.einvoice.results import Verdict
from sandbox.training.einvoice_export import FORMS, export_command

PLAYS = sorted((SCENARIOS / "plays").glob("**/*.yaml"))
MODEL = SCENARIOS / "plays" / "premiers-pas" / "modele.yaml"
each_play = pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.stem)


@pytest.fixture(scope="module")
def app() -> Flask:
    """The command needs no database of the installation: a play has its own."""
    return create_app(TESTING=True, OUTBOX_THREAD=False, SQLALCHEMY_DATABASE_URI="sqlite://")


def exported(app: Flask, play: Path, folder: Path) -> list[Path]:
    answer = app.test_cli_runner().invoke(export_command, ["--play", str(play), str(folder)])
    assert answer.exit_code in (0, 1), answer.output
    return sorted(folder.iterdir())


def assert_all_pass(files: list[Path]) -> None:
    wrong = [file.name for file in files if check_file(file).verdict != Verdict.PASSED]
    assert wrong == []


def test_a_play_leaves_each_invoice_in_three_forms_that_pass(app: Flask, tmp_path: Path) -> None:
    files = exported(app, MODEL, tmp_path / "factures")
    assert files
    assert {file.name.split(".", 1)[1] for file in files} == set(FORMS)
    assert_all_pass(files)


@pytest.mark.nightly
@each_play
def test_every_play_issues_only_invoices_that_pass(app: Flask, tmp_path: Path, play: Path) -> None:
    assert_all_pass(exported(app, play, tmp_path / "factures"))


def test_a_play_that_does_not_exist_is_said(app: Flask, tmp_path: Path) -> None:
    arguments = ["--play", str(tmp_path / "absente.yaml"), str(tmp_path)]
    answer = app.test_cli_runner().invoke(export_command, arguments)
    assert answer.exit_code == 2
    assert "absente.yaml" in answer.output


def test_the_command_stands_beside_the_controls() -> None:
    assert set(einvoice_group.commands) == {"batch", "check", "export"}
