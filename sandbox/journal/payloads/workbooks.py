"""Workbooks that the learner hands in."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class WorkbookHandedIn(Payload, verb="workbook.handed_in"):
    """A workbook was handed in for a task of the scenario: what was measured in it.

    ``figures`` are the results of its formulas, in cents; ``typed_totals`` counts the sums that
    are written as plain numbers. The file is known by its ``sha256``.
    """

    task: str
    sha256: str
    formulas: int
    functions: tuple[str, ...]
    typed_totals: int
    figures: tuple[int, ...]
