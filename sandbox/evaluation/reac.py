"""The official frame: competences and criteria, keyed by our ids because titles repeat."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from sandbox.core.codec import decode

FILE = Path(__file__).with_name("reac.yaml")


@dataclass(frozen=True)
class Competence:
    """A competence and its criteria: id to official title."""

    title: str
    criteria: dict[str, str]


@dataclass(frozen=True)
class Reac:
    """The part of the title that a run can show: CP1 to CP4, and what runs across them."""

    title: str
    code: str
    competences: dict[str, Competence]
    transversal: dict[str, Competence]

    @property
    def groups(self) -> dict[str, Competence]:
        """Competences, then the transversal ones."""
        return {**self.competences, **self.transversal}

    @property
    def criteria(self) -> dict[str, str]:
        """Title of every criterion by id, in the official order."""
        return {k: v for group in self.groups.values() for k, v in group.criteria.items()}


@cache
def reac() -> Reac:
    """The frame, read once."""
    frame: Reac = decode(Reac, YAML(typ="safe").load(FILE))
    return frame
