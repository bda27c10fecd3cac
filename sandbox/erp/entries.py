"""Accounting entries of sales documents: which accounts an invoice, a credit note moves."""

from collections.abc import Sequence

from sandbox.core import ledger
from sandbox.core.units import Cents
from sandbox.erp.models import CreditKind, CreditNote, Invoice, PricedLine
from sandbox.erp.queries.depositing import Part


def entry_of_invoice(invoice: Invoice, parts: Sequence[Part]) -> ledger.Entry:
    """The entry of an invoice; ``parts`` are the deposits that it deducts."""
    if invoice.advance:
        return ledger.of_deposit(invoice.net, invoice.vat)
    net, vat = sum(part.net for part in parts), sum(part.vat for part in parts)
    return ledger.of_invoice(_sold(invoice.lines, invoice.carriage, invoice.vat, net, vat))


def entry_of_note(note: CreditNote, invoice: Invoice, first: ledger.Entry) -> ledger.Entry:
    """The entry of a credit note: a whole one undoes ``first``, that of its invoice."""
    if note.kind == CreditKind.CANCELLATION:
        return ledger.undone(first)
    if invoice.advance:
        return ledger.undone(ledger.of_deposit(note.net, note.vat))
    if note.kind == CreditKind.EARLY_PAYMENT:
        return ledger.of_early_note(note.net, note.vat)
    back = _sold(note.lines, note.carriage, note.vat)
    return ledger.of_credit_note(back, reduction=note.kind == CreditKind.GOODWILL)


def _sold(
    lines: Sequence[PricedLine],
    carriage: Cents,
    vat: Cents,
    deposit_net: Cents = 0,
    deposit_vat: Cents = 0,
) -> ledger.Sold:
    return ledger.Sold(
        goods=sum(line.net for line in lines if not line.lent),
        lent=sum(line.net for line in lines if line.lent),
        eco=sum(line.eco_total for line in lines),
        carriage=carriage,
        vat=vat,
        deposit_net=deposit_net,
        deposit_vat=deposit_vat,
    )
