"""What stands above a list: the ways to group it, the filters kept, what may be done with them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from flask import g, url_for
from flask_login import current_user

from sandbox.core.listing import Listing, Wanted
from sandbox.core.workbooks import Cell
from sandbox.crm import listings as crm
from sandbox.documents.filing import listings as filing
from sandbox.erp import listings as erp
from sandbox.filters import NOTHING, eur, short_day
from sandbox.supply import listings as supply
from sandbox.training.saved import GROUPED_BY, SORT, SavedFilter, saved_filters, understood
from sandbox.web import run, session

LISTINGS: dict[str, Listing] = crm.LISTINGS | supply.LISTINGS | erp.LISTINGS | filing.LISTINGS
GROUPS = 20
# Those whose first column is a reference that has a screen.
LINKED = {
    "achats",
    "avoirs",
    "commandes",
    "devis",
    "factures",
    "livraisons",
    "reclamations",
    "reglements",
    "relances",
}


@dataclass(frozen=True)
class Chip:
    """A way to see the list: its words, where it leads, whether it is the present one.

    ``gone`` says which filters of it exist no more; ``id`` is that of a filter kept, or 0.
    """

    label: str
    url: str
    current: bool
    gone: str = ""
    id: int = 0


@dataclass(frozen=True)
class ListTools:
    """What stands above a list; ``query`` is what may be kept, empty when nothing may."""

    groupings: list[Chip]
    ungrouped: str
    kept: list[Chip]
    current: Chip | None
    query: str


def list_tools(name: str, asked: dict[str, str]) -> ListTools:
    """The tools of a list under these filters, one statement at most."""
    listing, args = LISTINGS[name], {key: value for key, value in asked.items() if value}
    asks = {key: value for key, value in args.items() if key in listing.asks}
    groupings = [
        Chip(
            grouping.label.lower(),
            _grouped(name, asks | {GROUPED_BY: code}),
            code == args.get(GROUPED_BY),
        )
        for code, grouping in listing.groupings.items()
    ]
    kept = [_chip(name, one, args) for one in _own(name, listing)]
    current = next((chip for chip in kept if chip.current), None)
    known, _ = understood(listing, args)
    may_keep = bool(g.plays and known and current is None and listing.asks)
    ungrouped = address(name, asks) if GROUPED_BY in args else ""
    return ListTools(groupings, ungrouped, kept, current, urlencode(known) if may_keep else "")


def _own(name: str, listing: Listing) -> list[SavedFilter]:
    """Only lists that take filters keep some."""
    if not listing.asks:
        return []
    return saved_filters(session(), run().id, current_user.id, name)


def _chip(name: str, one: SavedFilter, args: dict[str, str]) -> Chip:
    known, gone = understood(LISTINGS[name], one.asked)
    return Chip(one.label, address(name, known), known == args, ", ".join(gone), one.id)


def address(name: str, asked: dict[str, str]) -> str:
    """Where a list is seen under these filters, grouped if they say so."""
    if GROUPED_BY in asked:
        return _grouped(name, {key: value for key, value in asked.items() if key != SORT})
    url = url_for(LISTINGS[name].screen)
    return f"{url}?{urlencode(asked)}" if asked else url


def _grouped(name: str, asked: dict[str, str]) -> str:
    return f"{url_for('training.grouped_list', name=name)}?{urlencode(asked)}"


def grouped_page(name: str, wanted: Wanted, number: int) -> dict[str, Any]:
    """Values of a list by group: a page of its groups, and the total of all its pages."""
    listing = LISTINGS[name]
    asked, _ = understood(listing, dict(wanted.args))
    by = asked.setdefault(GROUPED_BY, next(iter(listing.groupings)))
    filters = {key: value for key, value in asked.items() if key in listing.asks}
    clusters = listing.clusters(wanted, by)
    rows = [cells for cluster in clusters for cells in cluster.rows]
    pages = max(-(-len(clusters) // GROUPS), 1)
    number = min(max(number, 1), pages)
    return {
        "name": name,
        "listing": listing,
        "by": listing.groupings[by].label,
        "args": asked,
        "filtered": bool(filters),
        "back": address(name, filters),
        "clusters": clusters[(number - 1) * GROUPS : number * GROUPS],
        "groups": len(clusters),
        "count": len(rows),
        "sums": listing.summed(rows),
        "linked": name in LINKED,
        "number": number,
        "pages": pages,
    }


def said(cell: Cell) -> str:
    """A cell of a list as the screen reads it: amounts are euros, hours are left out."""
    match cell:
        case None | "":
            return NOTHING
        case bool():
            return "oui" if cell else "non"
        case Decimal():
            return eur(int(cell.scaleb(2)))
        case datetime():
            return short_day(cell.date())
        case date():
            return short_day(cell)
        case _:
            return str(cell)
