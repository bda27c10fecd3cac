"""A past sale, from the quote to the money: what is written into the books of a fresh company."""

from dataclasses import dataclass
from datetime import date

from sandbox.simulation.happening import LineSheet
from sandbox.simulation.story import PastInvoice


@dataclass(frozen=True)
class PastSale:
    """A sale with its days; paid later than the start, the money lands that morning.

    A corrected sale was first invoiced wrongly: that invoice is cancelled by a credit note, and
    issued anew, on ``corrected_on``.
    """

    customer: str
    lines: tuple[LineSheet, ...]
    ordered_on: date
    shipped_on: date
    delivered_on: date
    issued_on: date
    paid_on: date | None = None
    quoted_on: date | None = None
    corrected_on: date | None = None
    carrier: str | None = None
    customer_reference: str = ""
    bank_label: str = ""
    method: str = "transfer"

    @property
    def final_on(self) -> date:
        """Day of the invoice that stands."""
        return self.corrected_on or self.issued_on


@dataclass(frozen=True)
class LostQuote:
    """A quote that no order followed: refused on a day, or left to expire."""

    customer: str
    lines: tuple[LineSheet, ...]
    sent_on: date
    refused_on: date | None = None
    refusal: str = ""


@dataclass(frozen=True)
class Year:
    """What a recipe gives: sales by day of their invoice, and lost quotes."""

    sales: tuple[PastSale, ...] = ()
    lost: tuple[LostQuote, ...] = ()


def sale_of(invoice: PastInvoice) -> PastSale:
    """The sale of an invoice written in a scenario: all of it happened on one day."""
    day = invoice.issued_on
    return PastSale(
        customer=invoice.customer,
        lines=invoice.lines,
        ordered_on=day,
        shipped_on=day,
        delivered_on=day,
        issued_on=day,
        paid_on=invoice.paid_on,
        customer_reference=invoice.customer_reference,
        bank_label=invoice.bank_label,
    )
