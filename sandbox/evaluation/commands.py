"""Commands of the evaluator."""

import json
from collections.abc import Iterable
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.run import Run, RunStatus
from sandbox.evaluation import pages
from sandbox.evaluation.report import evaluate
from sandbox.evaluation.rescoring import Scores, changes, coverage, scored
from sandbox.extensions import db
from sandbox.journal.recording import entries_of

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("criteres")
@click.option("--check", is_flag=True, help="Ne rien écrire ; échouer si une page est périmée.")
def criteria_command(check: bool) -> None:
    """Write docs/criteres from the rules."""
    names = pages.stale_pages() if check else pages.write()
    for name in names:
        click.echo(f"{'périmée' if check else 'écrite'} : {name}")
    if check and names:
        raise SystemExit(1)


@click.command("rescore")
@click.argument("runs", nargs=-1, type=int)
@click.option("--export", "kept", type=_FILE, help="Garder le jugement dans ce fichier JSON.")
@click.option("--against", "old", type=_FILE, help="Dire ce qui change depuis un tel fichier.")
@click.option("--coverage", "matrix", is_flag=True, help="Occasions par critère et par scénario.")
@with_appcontext
def rescore_command(
    runs: tuple[int, ...], kept: Path | None, old: Path | None, matrix: bool
) -> None:
    """Rejuge des parties (toutes si rien n'est dit) avec les règles d'aujourd'hui."""
    scores = judged(db.session(), runs)
    if kept:
        kept.write_text(json.dumps(scores, ensure_ascii=False, indent=1), "utf-8")
    if matrix:
        click.echo("\n".join(coverage(scores)))
    if old:
        click.echo("\n".join(compared(json.loads(old.read_text("utf-8")), scores)))
    click.echo(f"{len(scores)} parties rejugées.")


def judged(session: Session, runs: Iterable[int] = ()) -> dict[str, Scores]:
    """Judgement of each run by its number; of all those played if none is named."""
    played = select(Run).where(Run.status.in_([RunStatus.OPEN, RunStatus.CLOSED])).order_by(Run.id)
    wanted = tuple(runs)
    found = session.scalars(played.where(Run.id.in_(wanted)) if wanted else played)
    return {
        str(run.id): scored(
            evaluate(entries_of(session, run.id)), run.scenario, run.head_hash or ""
        )
        for run in found
    }


def compared(old: dict[str, Scores], new: dict[str, Scores]) -> list[str]:
    """Run by run, what moved."""
    lines = []
    for number in sorted({*old, *new}, key=int):
        if number not in old or number not in new:
            where = "le fichier" if number in old else "la base"
            lines.append(f"Partie {number} : seulement dans {where}.")
            continue
        moved = list(changes(old[number], new[number]))
        lines.append(f"Partie {number} : " + ("rien ne change." if not moved else "ce qui change"))
        lines += moved
    return lines


evaluation_commands = (criteria_command, rescore_command)
