"""What the supply desk's screens and rules read, relations loaded."""

from sandbox.supply.queries.paging import (
    PAGE,
    Found,
    Page,
    one,
)
from sandbox.supply.queries.purchasing import (
    PURCHASE_SORTS,
    arrivals_of,
    arrivals_waiting,
    purchases_page,
    sold_by,
    suppliers,
)
from sandbox.supply.queries.stock import (
    MOVES_SHOWN,
    STOCK_SORTS,
    Incoming,
    StockRow,
    expected,
    incoming,
    moves_of,
    moves_page,
    position,
    positions,
    products_called,
    reservations_of,
    reserved_units,
    stock_page,
)

__all__ = [
    "MOVES_SHOWN",
    "PAGE",
    "PURCHASE_SORTS",
    "STOCK_SORTS",
    "Found",
    "Incoming",
    "Page",
    "StockRow",
    "arrivals_of",
    "arrivals_waiting",
    "expected",
    "incoming",
    "moves_of",
    "moves_page",
    "one",
    "position",
    "positions",
    "products_called",
    "purchases_page",
    "reservations_of",
    "reserved_units",
    "sold_by",
    "stock_page",
    "suppliers",
]
