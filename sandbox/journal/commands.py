"""Commands on the journal and on what can be done: for engineers, trainers and the curious."""

import inspect
import json
import types
from dataclasses import is_dataclass
from enum import Enum
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from sandbox.core.codec import hints
from sandbox.core.run import Run
from sandbox.core.units import Unit
from sandbox.extensions import db
from sandbox.journal.payloads import verbs
from sandbox.journal.recording import FORMAT, entries_of, verify
from sandbox.journal.use_cases import UseCase, registry


def type_name(hint: Any) -> str:
    """Short stable name of a type hint, as the descriptions of actions and verbs print it."""
    origin = get_origin(hint)
    if origin is Annotated:
        return type_name(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return " | ".join("null" if o is type(None) else type_name(o) for o in get_args(hint))
    if origin in (list, tuple):
        return f"list[{type_name(get_args(hint)[0])}]"
    if origin is dict:
        return "object"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "one of " + ", ".join(str(member.value) for member in hint)
    return str(getattr(hint, "__name__", hint))


def unit_of(hint: Any) -> str | None:
    """Unit that an annotation states (cents, days…), if any."""
    if get_origin(hint) in (Union, types.UnionType):
        return next((unit for o in get_args(hint) if (unit := unit_of(o))), None)
    if get_origin(hint) is not Annotated:
        return None
    return next((mark.name for mark in get_args(hint)[1:] if isinstance(mark, Unit)), None)


def describe(case: UseCase) -> dict[str, Any]:
    """One use case, as ``flask actions --json`` prints it."""
    keywords = [p for p in case.parameters if p.kind is p.KEYWORD_ONLY]
    subject = type_name(case.hints[case.subject]) if case.subject else None
    return {
        "name": case.name,
        "doc": case.doc,
        "subject": subject,
        "args": [
            {
                "name": p.name,
                "type": type_name(case.hints[p.name]),
                "required": p.default is inspect.Parameter.empty,
                "unit": unit_of(case.hints[p.name]),
            }
            for p in keywords
        ],
        "emits": [payload.verb for payload in case.emits],
        "refuses": [refusal.__name__ for refusal in case.refuses],
    }


def schema_of(kind: type) -> dict[str, Any]:
    """Fields of a payload dataclass and their types."""
    described: dict[str, Any] = {}
    for name, hint in hints(kind).items():
        if get_origin(hint) is ClassVar:
            continue
        item = get_args(hint)[0] if get_origin(hint) is tuple else hint
        nested = isinstance(item, type) and is_dataclass(item)
        described[name] = [schema_of(item)] if nested else type_name(hint)
    return described


@click.command("actions")
@click.option("--json", "as_json", is_flag=True, help="Description complète, pour les outils.")
def actions(as_json: bool) -> None:
    """Liste les gestes que l'on peut faire dans une partie."""
    cases = [describe(registry[name]) for name in sorted(registry)]
    if as_json:
        click.echo(json.dumps({"version": 1, "actions": cases}, ensure_ascii=False, indent=1))
        return
    for case in cases:
        click.echo(f"{case['name']:28} {case['doc']}")


@click.group("journal")
def journal() -> None:
    """Vérifie et exporte le journal des actions."""


def _run(session: Session, run_id: int) -> Run:
    run = session.get(Run, run_id)
    if run is None:
        raise click.ClickException(f"Aucune partie ne porte le numéro {run_id}.")
    return run


@journal.command("verify")
@click.argument("run_id", type=int)
@with_appcontext
def verify_journal(run_id: int) -> None:
    """Dit si la chaîne du journal d'une partie est intacte."""
    run = _run(db.session(), run_id)
    problem = verify(db.session(), run)
    if problem:
        raise click.ClickException(problem)
    click.echo(f"Chaîne intacte : {run.entry_seq} entrées, {run.head_hash}")


@journal.command("export")
@click.argument("run_id", type=int)
@click.option("--jsonl", is_flag=True, help="Une entrée par ligne, en JSON (le seul format).")
@with_appcontext
def export_journal(run_id: int, jsonl: bool) -> None:
    """Écrit les entrées du journal d'une partie, une par ligne."""
    run = _run(db.session(), run_id)
    for entry in entries_of(db.session(), run.id):
        row = {
            "seq": entry.seq,
            "at": entry.at.isoformat(),
            "post": entry.post,
            "verb": entry.verb,
            "reference": entry.reference,
            "payload": json.loads(entry.payload),
            "hash": entry.hash,
        }
        click.echo(json.dumps(row, ensure_ascii=False))


@journal.command("schema")
@click.option("--json", "as_json", is_flag=True, help="En JSON (le seul format).")
def schema_journal(as_json: bool) -> None:
    """Écrit le vocabulaire du journal : chaque verbe, sa version, ses valeurs."""
    described = [
        {"verb": verb, "version": kind.version, "payload": schema_of(kind)}
        for verb, kind in sorted(verbs.items())
    ]
    click.echo(json.dumps({"format": FORMAT, "verbs": described}, ensure_ascii=False, indent=1))


journal_commands = (actions, journal)
