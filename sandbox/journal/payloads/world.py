"""Verbs of the run itself: its opening, its clock, what was refused."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sandbox.core.expectations import Expectation
from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class OpenInvoice:
    """An invoice already issued and not wholly paid when the run opens; balance in cents.

    ``dunning_level`` is the furthest step of the collection procedure taken so far, if any.
    """

    invoice: str
    customer: str
    business: bool
    issued_on: date
    due_on: date
    balance: int
    dunning_level: str


@dataclass(frozen=True)
class RunOpened(Payload, verb="run.opened"):
    """What the evaluator needs to be pure: rules of the game and state of the books.

    ``practice`` names the customers to learn on, whose affairs are not judged; ``expectations`` is
    what the scenario expects besides the rules.
    """

    scenario: str
    digest: str
    seed: int
    mode: str
    starts_at: datetime
    procedures: dict[str, Any]
    posts: tuple[str, ...]
    practice: tuple[str, ...]
    open_invoices: tuple[OpenInvoice, ...]
    expectations: tuple[Expectation, ...] = ()


@dataclass(frozen=True)
class ClockAdvanced(Payload, verb="clock.advanced"):
    """Company time passed, ``since`` when, because the learner let it pass."""

    since: datetime


@dataclass(frozen=True)
class HintAsked(Payload, verb="hint.asked"):
    """The learner asked for help on the next act: ``about`` names it, ``level`` counts from 1."""

    about: str
    level: int


@dataclass(frozen=True)
class MoveRefused(Payload, verb="move.refused"):
    """Integrity or law said no; ``reason`` is the name of the refusal."""

    use_case: str
    reason: str
