"""Past sales, written into the books of a fresh company: delivered, invoiced, perhaps paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sandbox.core.calendar import opening
from sandbox.core.context import Context
from sandbox.erp.models import DeliveryNote, Invoice, Order
from sandbox.simulation.books import papers
from sandbox.simulation.books.numbers import Numbers
from sandbox.simulation.books.papers import Masters
from sandbox.simulation.engine import schedule
from sandbox.simulation.past_year.sales import LostQuote, PastSale


@dataclass(frozen=True)
class Written:
    """What a past sale has left: its order, its delivery note, and the invoice that stands."""

    sale: PastSale
    order: Order
    delivery: DeliveryNote
    invoice: Invoice


def write_sales(
    ctx: Context, sales: Sequence[PastSale], masters: Masters, lost: Sequence[LostQuote] = ()
) -> list[Written]:
    """Write sales, given by day of their invoice, and the quotes that came to nothing."""
    numbers = Numbers(ctx)
    for place, sale in enumerate(sales):
        _ask(numbers, place, sale, ctx.today())
    for place, quote in enumerate(lost, len(sales)):
        numbers.ask("DE", quote.sent_on, place)
    numbers.give()
    written = [_write(ctx, sale, place, numbers, masters) for place, sale in enumerate(sales)]
    for place, quote in enumerate(lost, len(sales)):
        papers.lost_quote(ctx, quote, numbers("DE", place), masters)
    return written


def _ask(numbers: Numbers, place: int, sale: PastSale, start: date) -> None:
    numbers.ask("DE", sale.quoted_on, place)
    numbers.ask("CDE", sale.ordered_on, place)
    numbers.ask("BL", sale.shipped_on, place)
    numbers.ask("FA", sale.issued_on, place)
    numbers.ask("FA", sale.corrected_on, place, 1)
    numbers.ask("AV", sale.corrected_on, place)
    if sale.paid_on is not None and sale.paid_on < start:
        numbers.ask("BQ", sale.paid_on, place)
        numbers.ask("REG", sale.paid_on, place)


def _write(ctx: Context, sale: PastSale, place: int, numbers: Numbers, masters: Masters) -> Written:
    """Quote, order, delivery and invoice, and the payment if it came before the start."""
    quote = papers.quote(ctx, sale, numbers("DE", place), masters) if sale.quoted_on else None
    order = papers.order(ctx, sale, numbers("CDE", place), masters, quote)
    delivery = papers.delivery(ctx, sale, numbers("BL", place), masters, order)
    invoice = papers.invoice(ctx, order, delivery, sale.issued_on, numbers("FA", place))
    if sale.corrected_on is not None:
        papers.cancel(ctx, invoice, sale.corrected_on, numbers("AV", place))
        again = numbers("FA", place, 1)
        invoice = papers.invoice(ctx, order, delivery, sale.corrected_on, again)
    if sale.paid_on is None:
        if invoice.due_on >= ctx.today():
            schedule(ctx, opening(invoice.due_on), "invoice_falls_due", invoice.reference)
    elif sale.paid_on < ctx.today():
        bank_line, payment = numbers("BQ", place), numbers("REG", place)
        papers.pay(ctx, sale, invoice, bank_line=bank_line, payment=payment)
    else:
        at, label = opening(sale.paid_on), sale.bank_label
        schedule(ctx, at, "money_lands", invoice.reference, label=label)
    return Written(sale, order, delivery, invoice)
