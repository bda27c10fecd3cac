"""What a scenario expects besides the rules, in the words of the evaluator, without code."""

from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox.core.units import Minutes

Criterion = Literal[
    "CP1.1", "CP1.2", "CP1.3", "CP1.4",
    "CP2.1", "CP2.2", "CP2.3",
    "CP3.1", "CP3.2", "CP3.3", "CP3.4", "CP3.5",
    "CP4.1", "CP4.2", "CP4.3",
    "CT1.1", "CT1.2", "CT2.1", "CT2.2", "CT3.1",
]  # fmt: skip
SHAPES = ("precedes", "within", "never", "coexists", "value_within", "told_whom", "asked")


@dataclass(frozen=True)
class Deed:
    """Entries of the journal: a verb, the values that they hold, who did it.

    ``same`` names the values that must be those of the occasion (``subject`` is its document).
    """

    verb: str
    where: dict[str, Any] = field(default_factory=dict)
    same: tuple[str, ...] = ()
    by: Literal["learner", "anyone"] = "learner"


@dataclass(frozen=True)
class Bounds:
    """A value of the occasion between two bounds, both allowed, in the units of the journal."""

    value: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Telling:
    """Somebody told of the occasion in so many company minutes: posts, or the customer."""

    whom: tuple[str, ...]
    delay: Minutes


@dataclass(frozen=True)
class Expectation:
    """What is expected each time something happens: one shape, and one only.

    ``delay`` bounds ``within`` in company minutes; ``asked`` is the kind of an approval.
    """

    name: str
    criterion: Criterion
    text: str
    each: Deed
    blocking: bool = False
    precedes: Deed | None = None
    within: Deed | None = None
    delay: Minutes | None = None
    never: Deed | None = None
    coexists: Deed | None = None
    value_within: Bounds | None = None
    told_whom: Telling | None = None
    asked: str | None = None

    def __post_init__(self) -> None:
        if len(self.shapes) != 1:
            names = ", ".join(f"« {shape} »" for shape in SHAPES)
            raise ValueError(f"il faut une attente, et une seule, parmi {names}.")
        if (self.within is None) != (self.delay is None):
            raise ValueError("« within » demande un délai (delay: 4 h), et lui seul en a un.")

    @property
    def shapes(self) -> list[str]:
        """Which shapes are filled in."""
        return [shape for shape in SHAPES if getattr(self, shape) is not None]

    @property
    def deeds(self) -> dict[str, Deed]:
        """Every entry that it names, by key."""
        keys = ("each", "precedes", "within", "never", "coexists")
        return {key: deed for key in keys if (deed := getattr(self, key)) is not None}
