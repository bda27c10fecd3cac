"""The booklet of assessments made in the course of training, as it stood when it was released."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sandbox.documents.base import FrenchSnapshot


@dataclass(frozen=True, kw_only=True)
class BookletRun:
    """A run that counts: which scenario in which version, its seed, the head of its journal."""

    title: str
    scenario: str
    scenario_digest: str
    mode: str
    seed: int
    company_day: date
    entries: int
    journal_head: str
    is_over: bool


@dataclass(frozen=True, kw_only=True)
class BookletCriterion:
    """A criterion: what is proposed and why, what was decided, by whom, why, what was seen."""

    code: str
    title: str
    occasions: int
    met: int
    proposed: str
    proposed_because: tuple[str, ...]
    decided: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    reason: str = ""
    observations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BookletText:
    """A text that a person read: the level of each line of the grid, and what was said of it."""

    run: str
    subject: str
    levels: tuple[str, ...]
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EvaluationBooklet(FrenchSnapshot):
    """Livret d'évaluation: `seller` is the class, `customer` the learner, `reference` its version.

    `rules_version` is the digest of the rules that proposed; every level is a French word.
    """

    kind: ClassVar[str] = "evaluation_booklet"
    version: int
    qualification: str
    login: str
    class_name: str
    trainer: str
    rules_version: str
    runs: tuple[BookletRun, ...]
    criteria: tuple[BookletCriterion, ...]
    texts: tuple[BookletText, ...] = ()
    remarks: tuple[str, ...] = ()
