"""The order beside the quote: what differs, in codes for the journal and in words for people."""

from dataclasses import dataclass
from datetime import date

from sandbox.core.money import format_rate, format_unit_price
from sandbox.core.units import Rate, UnitPrice
from sandbox.erp.models import Order, OrderLine, Quote, QuoteLine


@dataclass(frozen=True)
class Side:
    """One product on one of the two documents: units, ten-thousandths of a euro, rate."""

    quantity: int
    unit_price: UnitPrice
    discount: Rate


@dataclass(frozen=True)
class Row:
    """One product on both documents; ``codes`` name what differs.

    ``listed`` is what the price list and the customer's record give when nothing else was agreed.
    """

    product: str
    label: str
    quote: Side | None
    order: Side | None
    listed: Side
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Both documents side by side."""

    rows: tuple[Row, ...]
    quote_date: date | None
    order_date: date | None

    @property
    def date_differs(self) -> bool:
        """The order wants the goods before the date of the quote; later is no one's trouble."""
        if self.quote_date is None or self.order_date is None:
            return False
        return self.order_date < self.quote_date

    @property
    def codes(self) -> tuple[str, ...]:
        """What differs, line by line, then the date: « price:MOB-001 », « date »."""
        found = tuple(code for row in self.rows for code in row.codes)
        return (*found, "date") if self.date_differs else found


def compare(order: Order) -> Comparison:
    """Lay an order beside its quote; raises NoQuote."""
    quote = order.quoted()
    offered, asked = _sides(quote), _sides(order)
    lines: list[QuoteLine | OrderLine] = [*order.lines, *quote.agreed_lines]
    labels = {line.product.reference: line.label for line in lines}
    usual = order.customer.discount
    listed = {line.product.reference: Side(1, line.product.price, usual) for line in lines}
    rows = tuple(
        Row(
            name,
            labels[name],
            offered.get(name),
            asked.get(name),
            listed[name],
            _codes(name, offered, asked),
        )
        for name in {**offered, **asked}
    )
    return Comparison(rows, quote.requested_on, order.requested_on)


def differences(order: Order) -> tuple[str, ...]:
    """Codes of what differs from the quote; none when there is no quote."""
    return compare(order).codes if order.quote is not None else ()


def sentences(order: Order) -> tuple[str, ...]:
    """French sentences on what differs from the quote, one a code; raises NoQuote."""
    comparison = compare(order)
    found = [_sentence(code, row) for row in comparison.rows for code in row.codes]
    if comparison.date_differs:
        found.append(
            f"livraison : devis {comparison.quote_date:%d/%m/%Y}, "
            f"commande {comparison.order_date:%d/%m/%Y}"
        )
    return tuple(found)


def _sides(document: Quote | Order) -> dict[str, Side]:
    """Sides by product; a product on several lines counts once, with its first price."""
    sides: dict[str, Side] = {}
    for line in document.agreed_lines if isinstance(document, Quote) else document.lines:
        name = line.product.reference
        before = sides.get(name)
        quantity = line.quantity + (before.quantity if before else 0)
        first = before or Side(0, line.unit_price, line.whole_discount)
        sides[name] = Side(quantity, first.unit_price, first.discount)
    return sides


def _codes(name: str, offered: dict[str, Side], asked: dict[str, Side]) -> tuple[str, ...]:
    if name not in asked:
        return (f"missing:{name}",)
    if name not in offered:
        return (f"product:{name}",)
    before, after = offered[name], asked[name]
    pairs = (
        ("quantity", before.quantity != after.quantity),
        ("price", before.unit_price != after.unit_price),
        ("discount", before.discount != after.discount),
    )
    return tuple(f"{kind}:{name}" for kind, differs in pairs if differs)


def _sentence(code: str, row: Row) -> str:
    kind, head = code.partition(":")[0], f"{row.product} {row.label}"
    before, after = row.quote, row.order
    if before is None:
        return f"{head} : absent du devis"
    if after is None:
        return f"{head} : au devis, absent de la commande"
    values = {
        "quantity": ("quantité", str(before.quantity), str(after.quantity)),
        "price": (
            "prix unitaire HT",
            format_unit_price(before.unit_price),
            format_unit_price(after.unit_price),
        ),
        "discount": ("remise", format_rate(before.discount), format_rate(after.discount)),
    }
    what, offered, asked = values[kind]
    return f"{head} : {what}, devis {offered}, commande {asked}"
