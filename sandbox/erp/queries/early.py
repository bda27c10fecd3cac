"""Payments that look like an invoice less its early payment discount."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.money import share
from sandbox.core.units import Cents
from sandbox.erp.early import EarlyTerms, off_invoice, terms_of
from sandbox.erp.models import Invoice, Payment
from sandbox.erp.queries.crediting import notes_on


def early_offers(
    session: Session, payments: Sequence[Payment], owed: Sequence[Invoice]
) -> dict[int, tuple[Invoice, Cents]]:
    """The invoice that each of these payments settles with its discount (cents), by payment id.

    No statement when nothing was agreed with anybody.
    """
    found: dict[int, tuple[Invoice, Cents]] = {}
    for payment, invoice, terms in _likely(payments, owed):
        full = select(Invoice).where(Invoice.run_id == invoice.run_id, Invoice.id == invoice.id)
        full = full.options(*Invoice.full()).execution_options(populate_existing=True)
        off = off_invoice(session.scalars(full).one(), terms.rate, notes_on(session, invoice))
        if off and payment.left + off.gross == invoice.balance:
            found.setdefault(payment.id, (invoice, off.gross))
    return found


def _likely(
    payments: Sequence[Payment], owed: Sequence[Invoice]
) -> Iterator[tuple[Payment, Invoice, EarlyTerms]]:
    """Those of the same customer, in time, of which no more is missing than was agreed."""
    for invoice in owed:
        terms = terms_of([invoice.order] if invoice.order else [])
        for payment in payments if terms else ():
            in_time = terms and payment.came_on <= terms.last_day(invoice)
            theirs = payment.customer_id == invoice.customer_id
            missing = invoice.balance - payment.left
            if terms and in_time and theirs and 0 < missing <= share(invoice.gross, terms.rate):
                yield payment, invoice, terms
