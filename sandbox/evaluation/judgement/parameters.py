"""The figures of the roll-up, one file a centre; trainers set them."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML

from sandbox.core.codec import decode

FILE = Path(__file__).with_name("parameters.yaml")


@dataclass(frozen=True)
class HumanItems:
    """Items of the grid that bear on a criterion; ``required``: never acquired without them."""

    items: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True)
class Parameters:
    """What a proposal takes; shares are whole percentages."""

    opportunities: int
    scenarios: int
    blocking_met: int
    others_met: int
    partly_weight: int
    blocking_missed: int
    human_from: int
    human: dict[str, HumanItems] = field(default_factory=dict)

    def of(self, criterion: str) -> HumanItems:
        """What a person judges of a criterion."""
        return self.human.get(criterion, HumanItems(()))


@lru_cache(maxsize=8)
def read_parameters(own: Path | None = None) -> Parameters:
    """The centre's own file when there is one, else the default; read once."""
    file = own if own is not None and own.is_file() else FILE
    parameters: Parameters = decode(Parameters, YAML(typ="safe").load(file))
    return parameters
