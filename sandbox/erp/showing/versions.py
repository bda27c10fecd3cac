"""Versions of an offer side by side: one row a product or a term, what changed marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sandbox.core.money import NO_BREAK_SPACE
from sandbox.erp.models import Quote, QuoteLine
from sandbox.erp.showing.offering import terms_shown
from sandbox.filters import day, eur, plural, rate, unit_price

ABSENT = "—"


@dataclass(frozen=True)
class Cell:
    """What one version says; ``changed`` from the version before."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class Row:
    """A product or a term, version by version."""

    label: str
    cells: tuple[Cell, ...]


def side_by_side(versions: Sequence[Quote]) -> list[Row]:
    """Rows of the comparison, in the order in which versions name them."""
    said = [dict(_said(quote)) for quote in versions]
    labels = dict.fromkeys(label for each in said for label in each)
    return [Row(label, _cells([each.get(label, ABSENT) for each in said])) for label in labels]


def _cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    before = (texts[0], *texts)
    return tuple(Cell(text, text != old) for text, old in zip(texts, before, strict=False))


def _said(quote: Quote) -> Iterator[tuple[str, str]]:
    for line in quote.lines:
        option = "Option : " if line.optional else ""
        yield f"{option}{line.product.reference} {line.label}", _line(line)
    yield "Port HT", eur(quote.carriage)
    yield "Total HT", eur(quote.net)
    yield "Total TTC", eur(quote.gross)
    yield "Validité", plural((quote.ends_on - quote.left_on).days, "jour")
    yield "Livraison souhaitée", day(quote.requested_on) if quote.requested_on else ABSENT
    yield from terms_shown(quote)


def _line(line: QuoteLine) -> str:
    steps = " puis ".join(rate(step) for step in line.discount_steps)
    discount = f", remise {steps}" if steps else ""
    each = f"{unit_price(line.unit_price)}{NO_BREAK_SPACE}€"
    return f"{line.quantity} × {each}{discount} = {eur(line.net)}"
