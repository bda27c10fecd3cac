"""`flask einvoice export`: play a play, and write its invoices as the files a customer receives.

It stands here because documents and simulation, side by side, do not know each other.
"""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.documents.commands import einvoice_group
from sandbox.documents.einvoice import cii, facturx, ubl
from sandbox.documents.models import StoredDocument
from sandbox.documents.snapshots import Bill, CreditNote, Invoice, from_json
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import play_out
from sandbox.simulation.reading import BadFiles
from sandbox.training.commands_play import BAD_FILE, BROKEN, database

KINDS = (Invoice.kind, CreditNote.kind)
FORMS: dict[str, Callable[[Bill], bytes]] = {
    "facturx.pdf": facturx,
    "cii.xml": cii,
    "ubl.xml": ubl,
}


@einvoice_group.command("export")
@click.option("--play", "file", required=True, type=click.Path(path_type=Path), help="La partie.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@with_appcontext
def export_command(file: Path, folder: Path) -> None:
    """Joue une partie et écrit dans DIR chaque facture et chaque avoir, en trois formes.

    Rend 0 ; 1 si la partie ne s'est pas jouée comme elle est écrite ; 2 si son fichier est faux.
    """
    try:
        play = read_play(file, str(file))
        with database(None) as engine, Session(engine, expire_on_commit=False) as session:
            played = play_out(session, play, folder=Path(current_app.config["SCENARIOS"]))
            written = write_all(bills_of(session, played.run.id), folder)
    except BadFiles as error:
        click.echo(str(error), err=True)
        raise SystemExit(BAD_FILE) from error
    click.echo(f"{written} fichiers écrits dans {folder}.")
    for problem in played.broken:
        click.echo(f"Non tenu : {problem}", err=True)
    raise SystemExit(BROKEN if played.broken else 0)


def bills_of(session: Session, run_id: int) -> list[Bill]:
    """The invoices and credit notes of a run, as they were issued."""
    issued = session.scalars(
        select(StoredDocument)
        .where(StoredDocument.run_id == run_id, StoredDocument.kind.in_(KINDS))
        .order_by(StoredDocument.id)
    )
    snapshots = (from_json(document.snapshot) for document in issued)
    return [snapshot for snapshot in snapshots if isinstance(snapshot, Bill)]


def write_all(bills: Iterable[Bill], folder: Path) -> int:
    """Write every form of every bill, with a progress bar; how many files were written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [(bill, ending) for bill in bills for ending in FORMS]
    begun = time.monotonic()
    with click.progressbar(files, label="Factures électroniques") as progress:
        for bill, ending in progress:
            (folder / f"{bill.reference}.{ending}").write_bytes(FORMS[ending](bill))
    elapsed = time.monotonic() - begun
    if files and elapsed:
        click.echo(f"{len(files) / elapsed:.0f} fichiers par seconde.")
    return len(files)
