"""The stock ledger of a product, read back: what each move left on the shelves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sandbox.supply.models import Product, StockMove


@dataclass(frozen=True)
class LedgerLine:
    """A move and the units left after it."""

    move: StockMove
    after: int


def history(product: Product, moves: Sequence[StockMove]) -> list[LedgerLine]:
    """Moves (newest first) with the stock after each: counted back from what is there now."""
    lines, after = [], product.physical
    for move in moves:
        lines.append(LedgerLine(move, after))
        after -= move.quantity
    return lines


def readings(lines: Sequence[LedgerLine], today: date) -> list[tuple[date, int]]:
    """Stock at the end of each day that saw a move, oldest first, and today's. Units."""
    days: dict[date, int] = {}
    for line in reversed(lines):
        days[line.move.at.date()] = line.after
    if lines:
        days.setdefault(today, lines[0].after)
    return list(days.items())
