"""What a quote earns: its goods at their price, less what they cost us."""

from sandbox.core.money import divide_half_up
from sandbox.core.pricing import PRICE_UNITS_PER_CENT, Margin, margin
from sandbox.core.units import Cents
from sandbox.erp.models import Quote

# A coefficient is not shown: the rate that it would need does not matter.
_NO_VAT = 0


def cost_of(quote: Quote) -> Cents:
    """What the firm lines cost us, at the weighted average cost of their products."""
    return sum(
        divide_half_up(line.quantity * line.product.average_cost, PRICE_UNITS_PER_CENT)
        for line in quote.firm_lines
    )


def price_of(quote: Quote) -> Cents:
    """What the firm lines bring in: neither carriage nor eco-contribution is a gain."""
    return sum(line.net for line in quote.firm_lines)


def margin_of(quote: Quote) -> Margin | None:
    """The margin of a quote; None when nothing has a cost."""
    cost = cost_of(quote)
    return margin(cost, price_of(quote), _NO_VAT) if cost > 0 else None
