"""Characters: what each rule was expected to find in their runs, and what it finds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sandbox.evaluation.model import Outcome
from sandbox.evaluation.report import Report

Found = tuple[str, ...]
PREFIX = "personnage-"
_ORDER = [outcome.value for outcome in Outcome]


@dataclass(frozen=True, slots=True, eq=False)
class Character:
    """A scripted learner of a scenario; a rule that is not named must have no occasion."""

    scenario: str
    name: str
    expected: Mapping[str, Found]
    corrected: Mapping[str, tuple[Found, str]] = field(default_factory=dict)

    @property
    def play(self) -> str:
        """Its play, such as « impayes/personnage-exemplaire »."""
        return f"{self.scenario}/{PREFIX}{self.name}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One rule on one character; ``because`` explains a known difference, else it is empty."""

    character: Character
    rule: str
    expected: Found
    found: Found
    corrected: Found | None
    because: str = ""

    @property
    def criterion(self) -> str:
        """Criterion of the rule."""
        return self.rule.partition("/")[0]

    @property
    def agrees(self) -> bool:
        """Whether the rule finds what was expected before it was first run."""
        return self.expected == self.found

    @property
    def surprises(self) -> bool:
        """Whether it finds what neither the expectation nor its correction says."""
        return self.found != (self.expected if self.corrected is None else self.corrected)


def read_characters(folder: Path) -> list[Character]:
    """Characters of every scenario, in the order of the files."""
    return [each for path in sorted(folder.glob("*.yaml")) for each in _read(path)]


def compared(character: Character, report: Report) -> list[Cell]:
    """One cell for each rule that was expected to find something, or that finds something."""
    found = _found(report)
    return [
        _cell(character, rule, found.get(rule, ()))
        for rule in sorted({*character.expected, *character.corrected, *found})
    ]


def confusion(cells: Iterable[Cell]) -> dict[str, Counter[tuple[str, str]]]:
    """How often each (expected, found), by criterion."""
    counted: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for cell in cells:
        counted[cell.criterion][label(cell.expected), label(cell.found)] += 1
    return dict(sorted(counted.items()))


def label(found: Found) -> str:
    """Outcomes of a rule in one run, in a word or two."""
    return " + ".join(found) or "–"


def _cell(character: Character, rule: str, found: Found) -> Cell:
    corrected, because = character.corrected.get(rule, (None, ""))
    return Cell(character, rule, character.expected.get(rule, ()), found, corrected, because)


def _found(report: Report) -> dict[str, Found]:
    found: dict[str, set[str]] = defaultdict(set)
    for criterion in report.criteria:
        for finding in criterion.findings:
            found[finding.rule].add(finding.outcome.value)
    return {rule: _sorted(said) for rule, said in found.items()}


def _sorted(outcomes: Iterable[str]) -> Found:
    return tuple(sorted(outcomes, key=_ORDER.index))


def _read(path: Path) -> Iterator[Character]:
    written: dict[str, Any] = YAML(typ="safe").load(path.read_text("utf-8"))
    for name, said in written.items():
        expected = {rule: _sorted(outcomes) for rule, outcomes in said["expected"].items()}
        corrected = {
            rule: (_sorted(each["found"]), each["because"])
            for rule, each in said.get("corrected", {}).items()
        }
        yield Character(path.stem, name, expected, corrected)
