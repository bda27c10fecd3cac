"""The three-way match: what was ordered, what was received, what is invoiced."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.core.units import Cents
from sandbox.journal.payloads import InvoicedLine
from sandbox.supply.models import SupplierInvoice


@dataclass(frozen=True)
class Match:
    """An invoice beside its order: its lines, and the codes of its differences.

    Codes: « quantity:MOB-001 » (more than received), « price:MOB-001 », « unordered:MOB-001 »,
    « carriage ». ``excess`` is what the invoice asks too much, in cents net of VAT.
    """

    lines: tuple[InvoicedLine, ...]
    differences: tuple[str, ...]
    excess: Cents


def match(invoice: SupplierInvoice) -> Match:
    """Lay an invoice beside its order and the units received; other invoices count as well."""
    lines = tuple(_lines(invoice))
    codes = [code for line in lines for code in _codes(line)]
    if invoice.carriage:
        codes.append("carriage")
    excess = sum(_excess(line) for line in lines) + invoice.carriage
    return Match(lines, tuple(codes), excess)


def _lines(invoice: SupplierInvoice) -> Iterator[InvoicedLine]:
    ordered = {line.product_id: line for line in invoice.purchase_order.lines}
    for line in invoice.lines:
        bought = ordered.get(line.product_id)
        # What earlier invoices already billed is not there to be billed again.
        earlier = bought.invoiced - line.quantity if bought else 0
        yield InvoicedLine(
            product=line.product.reference,
            ordered=bought.ordered if bought else 0,
            received=max(bought.received - earlier, 0) if bought else 0,
            invoiced=line.quantity,
            order_price=bought.unit_price if bought else 0,
            invoice_price=line.unit_price,
        )


def _codes(line: InvoicedLine) -> Iterator[str]:
    if not line.ordered:
        yield f"unordered:{line.product}"
        return
    if line.invoiced > line.received:
        yield f"quantity:{line.product}"
    if line.invoice_price != line.order_price:
        yield f"price:{line.product}"


def _excess(line: InvoicedLine) -> Cents:
    due = min(line.invoiced, line.received) * min(line.order_price, line.invoice_price)
    return max(line.invoiced * line.invoice_price - due, 0) // 100
