"""A whole past year: what the recipe drew and what the scenario adds, in one set of books."""

from collections import defaultdict
from collections.abc import Sequence

from sandbox.core.context import Context
from sandbox.core.money import divide_half_up
from sandbox.core.units import Cents
from sandbox.simulation.books.papers import Masters
from sandbox.simulation.books.recovery import chase_late
from sandbox.simulation.books.sales import Written, write_sales
from sandbox.simulation.books.supplying import write_ledger
from sandbox.simulation.past_year.drawing import draw_year
from sandbox.simulation.past_year.supplying import supplies
from sandbox.simulation.schema import CompanyFile
from sandbox.simulation.story import PastInvoice
from sandbox.supply.models import Supplier


def write_year(
    ctx: Context,
    company: CompanyFile,
    told: Sequence[PastInvoice],
    masters: Masters,
    suppliers: Sequence[Supplier],
) -> None:
    """The books of twelve months: sales, stock, and what was done about late invoices."""
    year = draw_year(company, told, ctx.today())
    written = write_sales(ctx, year.sales, masters, year.lost)
    supplied = supplies(company, year.sales, ctx.today())
    write_ledger(ctx, supplied, written, masters.products, {row.id: row for row in suppliers})
    chase_late(ctx, (one.invoice for one in written))
    _usual_orders(written)


def _usual_orders(written: Sequence[Written]) -> None:
    """The mean order of a customer, tax included, is what its year says."""
    spent: defaultdict[str, list[Cents]] = defaultdict(list)
    for one in written:
        spent[one.sale.customer].append(one.order.gross)
    for one in written:
        amounts = spent[one.sale.customer]
        one.order.customer.mean_order = divide_half_up(sum(amounts), len(amounts))
