"""Play files, format 1: moves, promises and expectations, read with the line of every mistake."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from sandbox.core.orm import Base, Referable
from sandbox.core.units import Minutes
from sandbox.crm.calls import Call
from sandbox.crm.drafts import Draft
from sandbox.crm.letters import Letter
from sandbox.crm.models import Customer, Message
from sandbox.crm.news import News
from sandbox.crm.tasks import Task
from sandbox.erp.models import (
    Approval,
    BankLine,
    CreditNote,
    DeliveryNote,
    Invoice,
    Order,
    Payment,
    Quote,
)
from sandbox.journal.use_cases import UseCase, registry
from sandbox.simulation.measures import MINUTES_A_DAY
from sandbox.simulation.models import Incident
from sandbox.simulation.reading import FileProblem, Reader, load
from sandbox.supply.models import (
    Arrival,
    Carrier,
    Product,
    PurchaseOrder,
    StockCount,
    Supplier,
    SupplierClaim,
)

KINDS: dict[str, type[Referable]] = {
    "quote": Quote,
    "order": Order,
    "delivery": DeliveryNote,
    "invoice": Invoice,
    "credit_note": CreditNote,
    "payment": Payment,
    "bank_line": BankLine,
    "approval": Approval,
    "message": Message,
    "purchase_order": PurchaseOrder,
    "arrival": Arrival,
    "customer": Customer,
    "supplier": Supplier,
    "product": Product,
    "carrier": Carrier,
    "call": Call,
    "task": Task,
    "draft": Draft,
    "letter": Letter,
    "news": News,
    "incident": Incident,
    "stock_count": StockCount,
    "claim": SupplierClaim,
}


def kinds() -> dict[str, type[Referable]]:
    """What play files may name, with the rows of rooms that this one does not know."""
    rows = (mapper.class_ for mapper in Base.registry.mappers)
    named = (row for row in rows if issubclass(row, Referable) and row.__played__)
    return KINDS | {row.__played__: row for row in named}


WAITS = ("next-event", "tomorrow")
Verdict = Literal["met", "partly", "missed", "not_observed"]
_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def working_minutes(text: str) -> Minutes:
    """Working minutes of an ISO 8601 duration such as PT1H30M or P2D; raises ValueError."""
    found = _DURATION.fullmatch(text)
    if not found or not any(found.groups()):
        raise ValueError(f"« {text} » n'est pas une durée ; écrire par exemple PT1H ou PT30M.")
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return days * MINUTES_A_DAY + hours * 60 + minutes


@dataclass(frozen=True)
class Wait:
    """Let company time pass until a moment, or for so many working hours."""

    until: datetime | None = None
    length: str | None = field(default=None, metadata={"key": "for"})

    def __post_init__(self) -> None:
        if (self.until is None) == (self.length is None):
            raise ValueError("il faut « until » ou « for », l'un des deux.")
        if self.length is not None:
            working_minutes(self.length)


@dataclass(frozen=True)
class PlayMove:
    """One move: an act (``do``), a wait, or a look (``see``) that names what others made."""

    do: str | None = None
    on: str | None = None
    arguments: dict[str, Any] = field(default_factory=dict, metadata={"key": "with"})
    name: str | None = field(default=None, metadata={"key": "as"})
    wait: Wait | str | None = None
    see: dict[str, Any] | None = None
    refused: str | None = None
    by: str | None = None

    def __post_init__(self) -> None:
        if sum(part is not None for part in (self.do, self.wait, self.see)) != 1:
            raise ValueError("il faut « do », « wait » ou « see », un seul des trois.")
        if isinstance(self.wait, str) and self.wait not in WAITS:
            raise ValueError(f"« {self.wait} » n'est pas une attente : {', '.join(WAITS)}.")
        if self.see is not None and self.name is None:
            raise ValueError("« see » donne un nom à ce qu'il trouve : il manque « as ».")


@dataclass(frozen=True)
class Play:
    """A play: what is done, and what is promised of it."""

    play: Literal[1]
    scenario: str
    seed: int
    moves: tuple[PlayMove, ...]
    promises: dict[str, Verdict] = field(default_factory=dict)
    expect: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class PlayFile:
    """A play, and where each of its moves stands."""

    play: Play
    shown: str
    lines: tuple[int, ...]

    def problem(self, number: int, text: str) -> FileProblem:
        """Something about one move, as its file says it."""
        return FileProblem(self.shown, self.lines[number], "", text)


def read_play(path: Path, shown: str = "") -> PlayFile:
    """A play file; raises BadFiles, with every mistake found."""
    source = load(path, shown or path.name)
    reader = Reader(source)
    play = reader.document(Play)
    for place, problem in _mistakes(play):
        reader.note(place, problem)
    reader.finish()
    lines = tuple(source.spot(("moves", number))[1] for number in range(len(play.moves)))
    return PlayFile(play, shown or path.name, lines)


def _mistakes(play: Play) -> Iterator[tuple[tuple[str | int, ...], str]]:
    named: set[str] = set()
    for number, move in enumerate(play.moves):
        path = ("moves", number)
        if move.do is not None:
            for key, problem in _act(move):
                yield (*path, *key), problem
        if move.see is not None and move.see.get("kind") not in kinds():
            yield (*path, "see", "kind"), f"« kind » est l'un de : {', '.join(kinds())}."
        for name in sorted(set(names_in([move.on, move.arguments, move.see])) - named):
            yield path, f"« ${name} » n'a pas encore de nom : l'écrire « as: {name} » plus haut."
        if move.name:
            named.add(move.name)
    for number, wanted in enumerate(play.expect):
        if next(iter(wanted), None) not in kinds():
            yield ("expect", number), f"commencer par l'un de : {', '.join(kinds())}."


def _act(move: PlayMove) -> Iterator[tuple[tuple[str, ...], str]]:
    case = registry.get(move.do or "")
    if case is None:
        yield ("do",), f"« {move.do} » n'est pas une action ; « flask actions » en donne la liste."
        return
    if (case.subject is None) != (move.on is None):
        says = "ne porte sur rien : retirer" if move.on else "porte sur quelque chose : ajouter"
        yield ("do",), f"« {move.do} » {says} « on »."
    known = _details(case)
    for name in move.arguments:
        if name not in known:
            yield ("with", name), f"« {move.do} » n'a pas ce détail ; permis : {', '.join(known)}."
    for name in [name for name, needed in known.items() if needed and name not in move.arguments]:
        yield ("do",), f"le détail « {name} » de « {move.do} » manque dans « with »."


def _details(case: UseCase) -> dict[str, bool]:
    """Details of a use case, and whether each must be given."""
    keywords = [each for each in case.parameters if each.kind is each.KEYWORD_ONLY]
    return {each.name: each.default is each.empty for each in keywords}


def names_in(value: Any) -> Iterator[str]:
    """Names used as ``$name`` anywhere in a value."""
    if isinstance(value, str) and value.startswith("$"):
        yield value[1:]
    elif isinstance(value, dict):
        yield from names_in(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from names_in(item)
