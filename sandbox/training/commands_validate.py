"""`flask evaluation validate`: the evaluator judged where the answer is known beforehand."""

from functools import cache
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.evaluation.validity.lines import Line, lines_of
from sandbox.evaluation.validity.page import PAGE, agreement, text_of
from sandbox.evaluation.validity.survey import Broken, Survey, survey
from sandbox.journal.recording import entries_of
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import play_out
from sandbox.training.commands_play import database, judge


def measured(session: Session, folder: Path = SCENARIOS) -> Survey:
    """Play what the survey asks for, each play once, and measure."""

    @cache
    def play(name: str) -> tuple[list[Line], Broken]:
        played = play_out(session, read_play(folder / "plays" / f"{name}.yaml"), judge, folder)
        return lines_of(entries_of(session, played.run.id)), tuple(played.broken)

    names = sorted(path.stem for path in folder.glob("*.yaml"))
    return survey(folder / "validity", names, play)


@click.group("evaluation")
def evaluation_group() -> None:
    """Ce que vaut l'évaluateur."""


@evaluation_group.command("validate")
@click.option("--check", is_flag=True, help="Ne rien écrire ; échouer si la page est périmée.")
@with_appcontext
def validate_command(check: bool) -> None:
    """Éprouve l'évaluateur, écrit docs/validity.md (1 : une surprise)."""
    with database(None) as engine, Session(engine, expire_on_commit=False) as session:
        found = measured(session, Path(current_app.config["SCENARIOS"]))
    text = text_of(found)
    stale = not PAGE.exists() or PAGE.read_text("utf-8") != text
    click.echo(text)
    if stale and not check:
        PAGE.write_text(text, "utf-8")
    click.echo(f"Accord : {agreement(found.cells)}. Surprises : {len(found.surprises)}.")
    for surprise in found.surprises:
        click.echo(f"Inattendu : {surprise}")
    if check and stale:
        click.echo("docs/validity.md est périmé.")
    if found.surprises or (check and stale):
        raise SystemExit(1)
