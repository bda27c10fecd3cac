"""Journals of real plays, kept beside the tests: python -m tests.evaluation.refresh plays them."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from sandbox.config import SCENARIOS
from sandbox.core.calendar import PARIS
from tests.stories import Entry

PLAYS = SCENARIOS / "plays"
FOLDER = Path(__file__).with_name("journals")
KEPT = (
    "premiers-pas/modele",
    "premiers-pas/encours-trop-tard",
    "premiers-pas/ne-relance-jamais",
    "premiers-pas/refuse-apres-direction",
    "impayes/personnage-exemplaire",
    "livraison-abimee/personnage-exemplaire",
)


def file_of(name: str) -> Path:
    """Where the journal of a play is kept."""
    return FOLDER / f"{name.replace('/', '--')}.jsonl"


def stamp(name: str) -> str:
    """What the play says, in short: a journal of another one is stale."""
    return hashlib.sha256((PLAYS / f"{name}.yaml").read_bytes()).hexdigest()


@cache
def journal(name: str) -> tuple[Entry, ...]:
    """Entries of a play such as « premiers-pas/modele »."""
    _, *lines = file_of(name).read_text("utf-8").splitlines()
    return tuple(_entry(number, json.loads(line)) for number, line in enumerate(lines, 1))


def played_from(name: str) -> str:
    """Stamp of the play that a journal was made from."""
    head: dict[str, str] = json.loads(file_of(name).read_text("utf-8").partition("\n")[0])
    return head["play"]


def _entry(seq: int, line: list[str]) -> Entry:
    at, post, verb, reference, payload = line
    return Entry(
        seq, datetime.fromisoformat(at).replace(tzinfo=PARIS), post, verb, reference, payload
    )


def numbered(entries: list[Entry]) -> list[Entry]:
    """Entries in this order, numbered from 1."""
    return [replace(entry, seq=number) for number, entry in enumerate(entries, 1)]
