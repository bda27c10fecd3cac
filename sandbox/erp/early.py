"""The early payment discount of an invoice: who may take it, and what it comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sandbox.core.money import share
from sandbox.core.units import Days, Rate
from sandbox.erp.errors.crediting import MoreThanLineNet, NothingCredited
from sandbox.erp.models import CreditKind, CreditLineDraft, CreditNote, Invoice, Order
from sandbox.erp.models.credit import lines_of


@dataclass(frozen=True)
class EarlyTerms:
    """What was agreed: a rate off, when paid within so many days of the invoice."""

    rate: Rate
    days: Days

    def last_day(self, invoice: Invoice) -> date:
        """Until when the money may come."""
        return invoice.issued_on + timedelta(days=self.days)


def terms_of(orders: Sequence[Order]) -> EarlyTerms | None:
    """The terms of the orders of an invoice, which share them; None when there are none."""
    if not orders or not orders[0].early_payment:
        return None
    return EarlyTerms(orders[0].early_payment, orders[0].early_payment_days)


def off_invoice(
    invoice: Invoice, rate: Rate, before: Iterable[CreditNote] = ()
) -> CreditNote | None:
    """What the discount takes off an invoice, as a credit note without a number, lines loaded.

    The goods alone, VAT reckoned on their sum: carriage and eco-contribution come after it, and
    packaging lent is no sale. None when it comes to nothing, or when other credit notes left less.
    """
    drafts = [
        CreditLineDraft(position=line.position, amount=share(line.net, rate))
        for line in invoice.lines
        if not line.lent
    ]
    try:
        lines = lines_of(invoice, CreditKind.EARLY_PAYMENT, drafts, before)
    except (NothingCredited, MoreThanLineNet):
        return None
    note = CreditNote(internal=False, kind=CreditKind.EARLY_PAYMENT, lines=lines)
    note.total_up(lines, 0, 0)
    return note
