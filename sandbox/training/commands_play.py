"""`flask play`: play a written play from end to end, and keep it to its promises."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.orm import Session

from sandbox.core.database import prepare
from sandbox.core.orm import Base
from sandbox.core.run import Run
from sandbox.evaluation.report import as_json, evaluate
from sandbox.journal import triggers
from sandbox.journal.recording import entries_of
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import Played, Report, play_out
from sandbox.simulation.reading import BadFiles

BROKEN, BAD_FILE = 1, 2


def judge(session: Session, run: Run) -> Report:
    """Criteria of a run, in the shape of ``flask play --json``."""
    return as_json(evaluate(entries_of(session, run.id)))


@contextmanager
def database(url: str | None) -> Iterator[Engine]:
    """The database named, its tables made if it has none; else one that is thrown away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        engine = create_engine(url or f"sqlite:///{Path(folder) / 'play.db'}")
        prepare(engine)
        if not inspect(engine).has_table(Run.__tablename__):
            Base.metadata.create_all(engine)
            with engine.begin() as connection:
                triggers.create(connection)
        try:
            yield engine
        finally:
            engine.dispose()


@click.command("play")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="Réponse en JSON, format 1.")
@click.option("--database", "url", help="Base où jouer (jetable si rien n'est dit).")
@with_appcontext
def play_command(file: Path, as_data: bool, url: str | None) -> None:
    """Joue une partie écrite (0 : promesses tenues, 1 : non, 2 : fichier faux)."""
    try:
        play = read_play(file, str(file))
        with database(url) as engine, Session(engine, expire_on_commit=False) as session:
            folder = Path(current_app.config["SCENARIOS"])
            played = play_out(session, play, judge, folder)
    except BadFiles as error:
        click.echo(str(error), err=True)
        raise SystemExit(BAD_FILE) from error
    click.echo(json.dumps(played.as_json(), ensure_ascii=False) if as_data else _said(played))
    raise SystemExit(BROKEN if played.broken else 0)


def _said(played: Played) -> str:
    lines = [f"{played.run.scenario} : {played.run.entry_seq} entrées au journal."]
    lines += [
        f"{code} : {criterion['verdict']} ({criterion['met']} sur {criterion['occasions']})"
        for code, criterion in played.criteria.items()
    ]
    lines += [f"Non tenu : {problem}" for problem in played.broken]
    return "\n".join(lines)
