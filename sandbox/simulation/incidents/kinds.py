"""The kinds of incident that the code knows: their parameters, and what each does to the world."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeVar

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.simulation.filling import Facts

T = TypeVar("T")
Strike = Callable[[Context, Any], Facts]


class NothingToStrike(DomainError):
    """The incident needs something that the run does not hold."""

    message = "Cet incident ne peut pas se produire maintenant : {missing}"


@dataclass(frozen=True, kw_only=True)
class Params:
    """What every incident may be told: language and tone (1 to 3) of its message."""

    lang: Literal["", "fr", "en"] = field(default="", metadata={"label": "Langue"})
    tone: Literal[0, 1, 2, 3] = field(default=0, metadata={"label": "Ton (1 aimable, 3 fâché)"})


def told(label: str, *, of: str = "", help_text: str = "") -> dict[str, str]:
    """What a form says of a parameter: its label, and what it refers to (customer, product…)."""
    return {"label": label, "of": of, "help": help_text}


@dataclass(frozen=True)
class Kind:
    """A kind of incident: its French label, its parameters, and what strikes."""

    name: str
    label: str
    params: type[Params]
    strike: Strike

    @property
    def references(self) -> dict[str, str]:
        """Parameters that name something of the run, and what."""
        return {each.name: of for each in fields(self.params) if (of := each.metadata.get("of"))}


kinds: dict[str, Kind] = {}


def kind(name: str, label: str, params: type[Params]) -> Callable[[Strike], Strike]:
    """The decorated ``(ctx, params)`` strikes, and tells the facts that the incident bears on.

    It raises NothingToStrike when the run does not lend itself to it.
    """

    def register(strike: Strike) -> Strike:
        if name in kinds:
            raise ValueError(f"incident kind {name} is defined twice")
        kinds[name] = Kind(name, label, params, strike)
        return strike

    return register
