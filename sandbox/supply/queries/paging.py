"""Pages of a list, and one row with all that its screen shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from sandbox.core.errors import NotFound
from sandbox.core.listing import EVERY_PAGE
from sandbox.core.orm import Referable

Found = Select[*tuple[Any, ...]]
Row = TypeVar("Row", bound=Referable)

PAGE = 25


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and how many there are in all."""

    rows: Sequence[Any]
    total: int
    number: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // PAGE), 1)


def paged(session: Session, found: Found, number: int) -> Page:
    """A page of a select whose last column counts all its rows; one column is not a tuple."""
    rows = session.execute(cut(found, number)).all()
    return Page([row[0] for row in rows], total(rows), number)


def in_order(found: Found, keys: dict[str, Any], sort: str, named: Any) -> Found:
    """A list in the order asked for, then by name."""
    key = keys.get(sort.lstrip("-"), named)
    ordered = found.order_by(key.desc() if sort.startswith("-") else key.asc())
    return ordered if key is named else ordered.order_by(named)


def cut(found: Found, number: int) -> Found:
    """The rows of one page; all of them on ``EVERY_PAGE``."""
    if number == EVERY_PAGE:
        return found
    return found.limit(PAGE).offset((number - 1) * PAGE)


def total(rows: Sequence[Any]) -> int:
    """How many rows there are in all, by the last column."""
    return int(rows[0][-1]) if rows else 0


def one(session: Session, run_id: int, kind: type[Row], row_id: int) -> Row:
    """A row of the run with all that its screen shows; raises NotFound."""
    row = session.scalar(
        select(kind).where(kind.run_id == run_id, kind.id == row_id).options(*kind.full())
    )
    if row is None:
        raise NotFound(kind=kind.__kind__, reference=row_id)
    return row
