"""Lists that leave as a file: for each, its columns and the rows that its filters let through."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from sandbox.core.calendar import PARIS
from sandbox.core.run import Run
from sandbox.core.setting import Setting
from sandbox.core.units import Cents, Rate, UnitPrice
from sandbox.core.workbooks import Cell, Table

# The page that holds every row: lists are cut on the screen, and whole in a file.
EVERY_PAGE = 0


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for: its run, the company, and the filters of its address."""

    session: Session
    run: Run
    setting: Setting
    args: Mapping[str, str]

    def said(self, *names: str) -> dict[str, str]:
        """These filters, empty when they are not there."""
        return {name: self.args.get(name, "").strip() for name in names}


@dataclass(frozen=True)
class Listing:
    """A list: its title, its columns (heading, what a row says there), how its rows are read.

    Amounts are Decimal euros in the file, whatever they are in the row.
    """

    title: str
    columns: tuple[tuple[str, Callable[[Any], Cell]], ...]
    rows: Callable[[Wanted], Iterable[Any]]

    def table(self, wanted: Wanted) -> Table:
        """The rows that the filters let through, all pages together."""
        headings = [heading for heading, _ in self.columns]
        rows = [[_local(said(row)) for _, said in self.columns] for row in self.rows(wanted)]
        return Table(self.title, headings, rows)


def _local(cell: Cell) -> Cell:
    """Hours as they are read on the screens: a spreadsheet knows no time zone."""
    if isinstance(cell, datetime):
        return cell.astimezone(PARIS).replace(tzinfo=None)
    return cell


def in_euros(cents: Cents) -> Decimal:
    """Cents as a spreadsheet adds them up: 123456 → 1234.56."""
    return Decimal(cents).scaleb(-2)


def unit_price(price: UnitPrice) -> Decimal:
    """Ten-thousandths of a euro in euros."""
    return Decimal(price).scaleb(-4)


def percent(rate: Rate) -> Decimal:
    """Hundredths of a percent in percents: 2000 → 20.00."""
    return Decimal(rate).scaleb(-2)
