"""Workbooks handed in: the file as it was, and what can be measured in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.workbook import Workbook
from sqlalchemy import Index, LargeBinary, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from sandbox.core.orm import Base, Referable
from sandbox.core.workbooks import LARGEST_COLUMNS, LARGEST_ROWS, UnreadableTable, open_workbook

SHOWN = 20
LARGEST_FILE = 1024 * 1024
# Beyond these, figures say no more; a total is the sum of so many numbers at least.
MOST_FIGURES, MOST_FUNCTIONS, SUMMED = 200, 20, 3
_FUNCTION = re.compile(r"([A-Z][A-Z0-9.]+)\(")


class HandedWorkbook(Referable, Base):
    """A workbook (CLA-) handed in for a task of the scenario."""

    __tablename__ = "handed_workbook"
    __kind__ = "Classeur"
    __table_args__ = (UniqueConstraint("run_id", "reference"), Index(None, "run_id", "at"))

    at: Mapped[datetime]
    task: Mapped[str]
    name: Mapped[str]
    sha256: Mapped[str]
    formulas: Mapped[int]
    typed_totals: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


@dataclass(frozen=True)
class Measures:
    """Formulas, functions that they use, sums typed as numbers, results of formulas in cents."""

    formulas: int
    functions: tuple[str, ...]
    typed_totals: int
    figures: tuple[int, ...]


def workbooks_of(session: Session, run_id: int) -> Sequence[HandedWorkbook]:
    """Workbooks handed in, the last first."""
    query = select(HandedWorkbook).where(HandedWorkbook.run_id == run_id)
    return session.scalars(query.order_by(HandedWorkbook.id.desc()).limit(SHOWN)).all()


def measure(name: str, content: bytes) -> Measures:
    """What a workbook is made of; raises UnreadableTable when it is none, or is too big."""
    if len(content) > LARGEST_FILE:
        raise UnreadableTable(file=name, problem="il dépasse 1 Mo.")
    written = _cells(name, open_workbook(name, content, formulas=True))
    computed = _cells(name, open_workbook(name, content))
    formulas = {place: text for place, text in written.items() if _is_formula(text)}
    results = [_cents(computed.get(place)) for place in formulas]
    functions = {each for text in formulas.values() for each in _FUNCTION.findall(str(text))}
    return Measures(
        formulas=len(formulas),
        functions=tuple(sorted(functions)[:MOST_FUNCTIONS]),
        typed_totals=sum(_typed_totals(written)),
        figures=tuple(sorted({cents for cents in results if cents is not None})[:MOST_FIGURES]),
    )


Place = tuple[int, int, int]


def _cells(name: str, book: Workbook) -> dict[Place, object]:
    """Values by sheet, column and row, counted from 1."""
    found: dict[Place, object] = {}
    for sheet, page in enumerate(book.worksheets, 1):
        for row, cells in enumerate(page.iter_rows(values_only=True), 1):
            if row > LARGEST_ROWS:
                raise UnreadableTable(file=name, problem=f"il dépasse {LARGEST_ROWS} lignes.")
            for column, value in enumerate(cells[:LARGEST_COLUMNS], 1):
                if value is not None:
                    found[sheet, column, row] = value
    return found


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _cents(value: object) -> int | None:
    """A number in cents, half away from zero; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(abs(value) * 100 + 0.5) * (1 if value >= 0 else -1)


def _typed_totals(written: dict[Place, object]) -> Iterator[bool]:
    """Whether each number is the sum of those just above it."""
    above: list[int] = []
    last: Place = (0, 0, 0)
    for place in sorted(written):
        cents = _cents(written[place])
        if place != (last[0], last[1], last[2] + 1):
            above = []
        last = place
        if cents is None:
            above = []
            continue
        yield len(above) >= SUMMED and cents != 0 and cents == sum(above)
        above.append(cents)
