"""Lists cut in pages, searched and sorted: what every billing list shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_
from sqlalchemy.orm import Session

from sandbox.core.listing import EVERY_PAGE

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


def searched(q: str, *columns: Any) -> tuple[ColumnElement[bool], ...]:
    """Condition that some column holds the text; none for an empty text."""
    text = q.strip()
    return (or_(*(column.icontains(text, autoescape=True) for column in columns)),) if text else ()


def paged(
    session: Session,
    wanted: Select[Any],
    sorts: Mapping[str, Any],
    sort: str,
    natural: Any,
    page: int,
) -> Page:
    """One page of rows, sorted by a known key (« -key » descending) or in their natural order.

    ``EVERY_PAGE`` gives them all at once.
    """
    column = sorts.get(sort.lstrip("-"))
    order = natural if column is None else column.desc() if sort.startswith("-") else column.asc()
    if page == EVERY_PAGE:
        rows = session.scalars(wanted.order_by(order, natural)).all()
        return Page(rows, len(rows), 1)
    counted = wanted.with_only_columns(func.count(), maintain_column_froms=True).options()
    total = session.scalar(counted.order_by(None)) or 0
    number = min(max(page, 1), max(-(-total // PAGE), 1))
    rows = session.scalars(
        wanted.order_by(order, natural).limit(PAGE).offset((number - 1) * PAGE)
    ).all()
    return Page(rows, total, number)
