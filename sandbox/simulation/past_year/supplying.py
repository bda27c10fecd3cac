"""What came in during a past year, so that the stock ends as the files say it stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sandbox.core.calendar import add_months, add_working_days, previous_working_day
from sandbox.simulation.past_year.sales import PastSale
from sandbox.simulation.schema import CompanyFile, ProductSheet


@dataclass(frozen=True)
class Receipt:
    """Units that came in, from a supplier or (``made_for`` a sale) from our own workshop."""

    product: str
    quantity: int
    asked_on: date
    came_on: date
    made_for: PastSale | None = None


@dataclass(frozen=True)
class Supplies:
    """Receipts by day, and what stood in the warehouse on the day the books open."""

    opened_on: date
    opening: Mapping[str, int]
    receipts: tuple[Receipt, ...]


def supplies(company: CompanyFile, sales: Sequence[PastSale], start: date) -> Supplies:
    """The receipts that account for what was sold and for what is left, product by product."""
    sold: defaultdict[str, list[PastSale]] = defaultdict(list)
    for sale in sales:
        for product in dict.fromkeys(line.product for line in sale.lines):
            sold[product].append(sale)
    receipts: list[Receipt] = []
    opening: dict[str, int] = {}
    for reference, sheet in company.products.items():
        if sheet.stocked:
            found, opening[reference] = _backwards(company, reference, sheet, sold[reference])
            receipts += found
    receipts.sort(key=lambda receipt: (receipt.came_on, receipt.product))
    days = [add_months(start, -12), *(receipt.came_on for receipt in receipts)]
    return Supplies(min(days), opening, tuple(receipts))


def _backwards(
    company: CompanyFile, reference: str, product: ProductSheet, sales: list[PastSale]
) -> tuple[list[Receipt], int]:
    """From what stands there today back to a year ago: receipts, and units at the opening.

    Going back in time a departure puts units back on the shelves; when they hold a batch above the
    reorder point, that batch had come in on the eve. The shelves are never below zero.
    """
    held, receipts = product.stock, []
    batch = max(product.reorder_quantity, 1)
    for sale in sorted(sales, key=lambda sale: sale.shipped_on, reverse=True):
        units = sum(line.quantity for line in sale.lines if line.product == reference)
        held += units
        came = units if product.made else max(held - max(product.reorder_point, units), 0)
        came = came if product.made else came // batch * batch
        if came:
            receipts.append(_receipt(company, reference, product, sale, came))
            held -= came
    return receipts, held


def _receipt(
    company: CompanyFile, reference: str, product: ProductSheet, sale: PastSale, units: int
) -> Receipt:
    """Made to order, the workshop was asked when the order came; else a supplier, in its time."""
    came_on = previous_working_day(sale.shipped_on - timedelta(days=1))
    if product.made:
        return Receipt(reference, units, min(sale.ordered_on, came_on), came_on, sale)
    lead = company.suppliers[product.supplier].lead_days if product.supplier else 1
    return Receipt(reference, units, add_working_days(came_on, -lead), came_on)
