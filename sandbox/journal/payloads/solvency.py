"""Verbs of the solvency file: opened, its sources looked up, concluded."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class SolvencyOpened(Payload, verb="solvency.opened"):
    """Somebody looks into a customer's solvency."""

    customer: str


@dataclass(frozen=True)
class SolvencyLookedUp(Payload, verb="solvency.looked_up"):
    """A source was read: its cost in cents, and whether it tells of something serious."""

    customer: str
    source: str
    cost: int
    alarming: bool


@dataclass(frozen=True)
class SolvencyAsked(Payload, verb="solvency.asked"):
    """A bureau was asked for a report: it answers later; cost in cents."""

    customer: str
    source: str
    cost: int


@dataclass(frozen=True)
class SolvencyConcluded(Payload, verb="solvency.concluded"):
    """What is proposed: credit or not, up to which limit (cents), with which deposit (rate).

    ``points`` of the grid out of 100, None while a source lacks; ``suggested`` is the grid's limit.
    """

    customer: str
    decision: str
    limit: int
    deposit_rate: int
    sources: int
    points: int | None
    suggested: int
    words: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class CreditLimitSet(Payload, verb="credit_limit.set"):
    """A customer's limit was changed as a solvency file proposed; cents before and after."""

    customer: str
    before: int
    limit: int
    approval: str | None
    cautions: tuple[str, ...] = ()
