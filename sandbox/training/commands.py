"""Commands of training: the demonstration class, and the server that a class plays on."""

import socket
from pathlib import Path

import click
import waitress
from flask import Flask, current_app, render_template
from flask.cli import with_appcontext
from sqlalchemy import inspect

from sandbox.accounts import passwords
from sandbox.accounts.models import Account
from sandbox.core.database import writing
from sandbox.documents.outbox import start_worker
from sandbox.extensions import db
from sandbox.simulation.reading import BadFiles
from sandbox.training import demo
from sandbox.training.commands_play import play_command
from sandbox.training.commands_validate import evaluation_group

THREADS = 16
EVERYWHERE = ("0.0.0.0", "::", "*")  # noqa: S104
_RULE = "=" * 62


@click.command("demo")
@with_appcontext
def make_demo() -> None:
    """Crée la classe de démonstration, si elle n'y est pas encore."""
    with writing(db.session()) as session:
        try:
            demo.make_demo(session, Path(current_app.config["SCENARIOS"]))
        except BadFiles as error:
            raise click.ClickException(str(error)) from error
        session.commit()
    click.echo(f"« {demo.COHORT} » est prête :")
    _say_accounts()


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 : toute la salle.")
@click.option("--port", default=8000, show_default=True, type=int)
@with_appcontext
def serve(host: str, port: int) -> None:
    """Ouvre Comptoir aux navigateurs."""
    if not inspect(db.engine).has_table(Account.__tablename__):
        raise click.ClickException("La base n'est pas prête : lancez d'abord « flask db upgrade ».")
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    app.config["OUTBOX_THREAD"] = True
    start_worker(app)
    warm_up(app)
    _say_where(host, port)
    db.session.remove()
    # The application reads the proxy's headers itself, and only when told to (COMPTOIR_HTTPS).
    waitress.serve(app, host=host, port=port, threads=THREADS, clear_untrusted_proxy_headers=False)


def warm_up(app: Flask) -> None:
    """Compile and hash once, so that the first visitor does not wait for it."""
    passwords.warm_up()
    with app.test_request_context("/connexion"):
        render_template("errors/404.html")


def _say_where(host: str, port: int) -> None:
    click.echo(f"\n{_RULE}\n")
    click.secho(f"   Comptoir est ouvert :   http://{_local(host)}:{port}", bold=True)
    if host in EVERYWHERE:
        click.secho(f"\n   À écrire au tableau :   http://{own_address()}:{port}", bold=True)
    if demo.exists(db.session()):
        click.echo(f"\n   {demo.COHORT} (identifiant, code) :")
        _say_accounts()
    click.echo(f"\n   Ctrl+C pour arrêter : rien ne se perd.\n\n{_RULE}\n")


def _say_accounts() -> None:
    for line in demo.shown():
        click.echo(f"     {line}")


def _local(host: str) -> str:
    return "127.0.0.1" if host in EVERYWHERE else host


def own_address() -> str:
    """This machine's address on the network of the room; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()


training_commands: list[click.Command] = [make_demo, serve, play_command, evaluation_group]
