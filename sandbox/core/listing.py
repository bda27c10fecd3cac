"""Lists: for each, its columns, the rows that its filters let through, and how they group."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from sandbox.core.calendar import MONTHS, PARIS
from sandbox.core.run import Run
from sandbox.core.setting import Setting
from sandbox.core.units import Cents, Rate, UnitPrice
from sandbox.core.workbooks import Cell, Table

# The page that holds every row: lists are cut on the screen, and whole in a file.
EVERY_PAGE = 0
# A filter that takes any text, where others take a value of a known set.
ANY_TEXT: Collection[str] = ()
# What a heading ends with when its column adds up.
EUROS = " (€)"


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
class Grouping:
    """A way to group the rows of a list: its name, and for a row its place in order and its words.

    Rows of the same place are together, whatever their words.
    """

    label: str
    of: Callable[[Any], tuple[Any, str]]


@dataclass(frozen=True)
class Cluster:
    """Rows of one group as cells, and the subtotal under each column that adds up, in euros."""

    label: str
    rows: list[list[Cell]]
    sums: list[Decimal | None]


@dataclass(frozen=True)
class Listing:
    """A list: its title, its columns (heading, what a row says there), how its rows are read.

    Amounts are Decimal euros in the file, whatever they are in the row. ``screen`` is the endpoint
    that shows it; ``asks`` are the filters that it takes, each with the values that it knows
    (``ANY_TEXT``: whatever is typed), and ``sorts`` the keys of its headings.
    """

    title: str
    columns: tuple[tuple[str, Callable[[Any], Cell]], ...]
    rows: Callable[[Wanted], Iterable[Any]]
    screen: str = ""
    asks: Mapping[str, Collection[str]] = field(default_factory=dict)
    sorts: Collection[str] = ()
    groupings: Mapping[str, Grouping] = field(default_factory=dict)

    @property
    def headings(self) -> list[str]:
        """What stands above each column."""
        return [heading for heading, _ in self.columns]

    def table(self, wanted: Wanted) -> Table:
        """The rows that the filters let through, all pages together."""
        return Table(self.title, self.headings, [self._cells(row) for row in self.rows(wanted)])

    def _cells(self, row: Any) -> list[Cell]:
        return [_local(said(row)) for _, said in self.columns]

    def clusters(self, wanted: Wanted, by: str) -> list[Cluster]:
        """The same rows by group, in the order of the groups; raises KeyError for no such group."""
        grouping, found = self.groupings[by], dict[Any, tuple[str, list[list[Cell]]]]()
        for row in self.rows(wanted):
            place, words = grouping.of(row)
            found.setdefault(place, (words, []))[1].append(self._cells(row))
        return [
            Cluster(found[place][0], found[place][1], self.summed(found[place][1]))
            for place in sorted(found)
        ]

    def summed(self, rows: Sequence[Sequence[Cell]]) -> list[Decimal | None]:
        """The exact sum of each column in euros, None under the others."""
        return [
            _added(cells[n] for cells in rows) if heading.endswith(EUROS) else None
            for n, heading in enumerate(self.headings)
        ]

    def grouped(self, wanted: Wanted, by: str) -> Table:
        """The groups as a file: their rows, a subtotal under each, the total at the end."""
        rows: list[list[Cell]] = []
        clusters = self.clusters(wanted, by)
        for cluster in clusters:
            rows += [[cluster.label, *cells] for cells in cluster.rows]
            rows.append([f"Sous-total {cluster.label}", *cluster.sums])
        whole = [cells for cluster in clusters for cells in cluster.rows]
        rows.append(["Total", *self.summed(whole)])
        return Table(self.title, [self.groupings[by].label, *self.headings], rows)


def _added(cells: Iterable[Cell]) -> Decimal:
    return sum((cell for cell in cells if isinstance(cell, Decimal)), Decimal("0.00"))


def by_partner(named: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, str]]:
    """Groups by customer or supplier, by name: two that bear the same name stay apart."""

    def of(row: Any) -> tuple[Any, str]:
        who = named(row)
        return (who.name.casefold(), who.reference), f"{who.name} · {who.reference}"

    return of


def by_month(dated: Callable[[Any], date | None]) -> Callable[[Any], tuple[Any, str]]:
    """Groups by month of the company's calendar, the earliest first; what bears no day, first."""

    def of(row: Any) -> tuple[Any, str]:
        on = dated(row)
        if on is None:
            return (0, 0), "Sans date"
        if isinstance(on, datetime):
            on = on.astimezone(PARIS)
        return (on.year, on.month), f"{MONTHS[on.month - 1]} {on.year}"

    return of


def by_words(said: Callable[[Any], str]) -> Callable[[Any], tuple[Any, str]]:
    """Groups by what a row says, in alphabetical order; an empty text is « Non précisé »."""

    def of(row: Any) -> tuple[Any, str]:
        words = said(row)
        return (words.casefold(), words), words or "Non précisé"

    return of


def customer_groupings(
    dated: Callable[[Any], date | None], said: Callable[[Any], str] | None = None
) -> dict[str, Grouping]:
    """How rows of a customer group: by customer and by month; by state for those that have one."""
    found = {
        "client": Grouping("Client", by_partner(lambda row: row.customer)),
        "mois": Grouping("Mois", by_month(dated)),
    }
    return found if said is None else found | {"etat": Grouping("État", by_words(said))}


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
