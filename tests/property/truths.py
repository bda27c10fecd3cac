"""What is true of a company at any moment, whatever was done in it."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import func, select

from sandbox.core.context import Context
from sandbox.core.numbering import date_regressions, missing_references
from sandbox.core.orm import InRun
from sandbox.crm.models import Customer
from sandbox.documents.filing.incoming import RECEIVED
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.models import StoredDocument
from sandbox.erp.models import (
    CreditKind,
    CreditNote,
    DeliveryNote,
    Invoice,
    InvoiceLine,
    Order,
    Payment,
    Quote,
    QuoteStatus,
    Reconciliation,
)
from sandbox.erp.models.refund import Refund
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.services.lines import vat_of
from sandbox.journal.models import JournalEntry
from sandbox.journal.recording import entries_of
from sandbox.supply.models import (
    Product,
    PurchaseOrder,
    Reservation,
    StockMove,
)

Row = TypeVar("Row", bound=InRun)
Frozen = dict[tuple[str, int], tuple[Any, ...]]
# Working papers that follow the goods, and what has no value in the books: nobody files them.
NOT_ARCHIVED = {
    "picking_list",
    "packing_list",
    "shipping_instruction",
    "waybill",
    "cmr",
    "pro_forma",
}
AMOUNTS = ("net", "vat", "gross", "carriage")
LINE = ("position", "label", "quantity", "unit_price", "discount", "vat_rate", "eco", "net")


def rows(ctx: Context, kind: type[Row]) -> list[Row]:
    """Every row of a kind, its relations loaded, in the order in which they were made."""
    found = select(kind).where(kind.run_id == ctx.run.id).order_by(kind.id)
    return list(ctx.session.scalars(found.options(*kind.full())))


def debts_add_up(ctx: Context) -> None:
    """Outstanding is what was invoiced, less what was credited, less what was paid."""
    paid: Counter[int] = Counter()
    spent: Counter[int] = Counter()
    for part in rows(ctx, Reconciliation):
        paid[part.invoice_id] += part.amount
        spent[part.payment_id] += part.amount
    owed: defaultdict[int, int] = defaultdict(int)
    taken_off, undone = 0, 0
    for invoice in rows(ctx, Invoice):
        assert invoice.paid == paid[invoice.id]
        asked = invoice.gross - invoice.deducted
        assert invoice.balance == asked - invoice.credited_amount - paid[invoice.id] >= 0
        undone += invoice.deducted if invoice.credited else 0
        owed[invoice.customer_id] += invoice.balance
        taken_off += invoice.credited_amount
    notes = rows(ctx, CreditNote)
    for note in notes:
        owed[note.customer_id] -= note.left
    refunded = sum(row.amount for row in rows(ctx, Refund) if row.source.startswith("AV-"))
    given_back = taken_off + undone + refunded + sum(note.left for note in notes)
    assert sum(note.gross for note in notes) == given_back
    for payment in rows(ctx, Payment):
        assert payment.left == payment.amount - payment.given_back - spent[payment.id] >= 0
    for customer in rows(ctx, Customer):
        found = outstanding(ctx.session, ctx.run.id, customer, ctx.today())
        assert found.outstanding == max(0, owed[customer.id])


def series_are_gapless(ctx: Context) -> None:
    """No number is skipped or goes back in time (CGI ann. II 242 nonies A)."""
    for kind in (Invoice, CreditNote):
        issued = [(row.reference, row.issued_on) for row in rows(ctx, kind)]
        assert missing_references(reference for reference, _ in issued) == ()
        assert date_regressions(issued) == ()
    for kind in (DeliveryNote, Payment, Refund):
        assert missing_references(row.reference for row in rows(ctx, kind)) == ()


def vat_adds_up(ctx: Context) -> None:
    """Totals are those of the lines, VAT once for each rate."""
    port = ctx.setting.procedures.sales.carriage_vat
    documents: list[Invoice | Order | Quote] = [*rows(ctx, Invoice), *rows(ctx, Order)]
    for document in [*documents, *rows(ctx, Quote)]:
        if document.lines:
            foot = document.foot(document.lines, document.carriage, vat_of(port, document.customer))
            assert (document.net, document.vat, document.gross) == (foot.net, foot.vat, foot.gross)
    for note in rows(ctx, CreditNote):
        if note.kind != CreditKind.CANCELLATION:
            foot = note.foot(note.lines, note.carriage, 0)
            assert (note.net, note.vat, note.gross) == (foot.net, foot.vat, foot.gross)


def stock_adds_up(ctx: Context) -> None:
    """Units on the shelves are the sum of their moves; what is promised is there."""
    moved = dict(_sums(ctx, StockMove.product_id, StockMove.quantity))
    kept = dict(_sums(ctx, Reservation.product_id, Reservation.quantity))
    for product in (product for product in rows(ctx, Product) if product.stocked):
        assert product.physical == moved.get(product.id, 0)
        assert product.reserved == kept.get(product.id, 0)
        assert 0 <= product.reserved + product.quarantined <= product.physical


def _sums(ctx: Context, key: Any, value: Any) -> Iterator[tuple[int, int]]:
    found = select(key, func.sum(value)).where(key.class_.run_id == ctx.run.id).group_by(key)
    for row_id, total in ctx.session.execute(found):
        yield int(row_id), int(total)


def quantities_agree_or_show_it(ctx: Context) -> None:
    """No more is invoiced than left, no more is paid than was invoiced."""
    left: Counter[tuple[int, int]] = Counter()
    notes: dict[str, int] = {}
    for delivery in rows(ctx, DeliveryNote):
        notes[delivery.reference] = delivery.id
        for line in delivery.lines if delivery.left else ():
            left[delivery.id, line.product_id] += line.quantity
    charged: Counter[tuple[int, int]] = Counter()
    for invoice in rows(ctx, Invoice):
        assert invoice.paid + invoice.credited_amount <= invoice.gross
        for line in _goods(invoice):
            note = invoice.delivery_id or notes.get(line.delivery)
            if not invoice.credited and note:
                charged[note, line.product_id or 0] += line.quantity
    assert {key: units for key, units in charged.items() if units > left[key]} == {}
    for purchase in rows(ctx, PurchaseOrder):
        assert all(line.received >= 0 for line in purchase.lines)


def _goods(invoice: Invoice) -> Sequence[InvoiceLine]:
    return [line for line in invoice.lines if line.product_id is not None]


def every_paper_is_kept(ctx: Context) -> None:
    """The archive holds what was issued and what came in, no more and no less."""
    verbs = [payload.verb for payload in RECEIVED]
    received = sum(entry.verb in verbs for entry in entries_of(ctx.session, ctx.run.id))
    issued = sum(paper.kind not in NOT_ARCHIVED for paper in rows(ctx, StoredDocument))
    assert len(rows(ctx, ArchiveItem)) == issued + received


def frozen(ctx: Context) -> Frozen:
    """All that is issued, as it stands: what is here today is the same tomorrow."""
    found: Frozen = {}
    for invoice in rows(ctx, Invoice):
        terms = (invoice.reference, invoice.customer_id, invoice.issued_on, invoice.due_on)
        found["invoice", invoice.id] = (*terms, *_said(invoice, invoice.lines))
    for note in rows(ctx, CreditNote):
        terms = (note.reference, note.invoice_id, note.issued_on, note.reason)
        found["credit_note", note.id] = (*terms, *_said(note, note.lines))
    for quote in rows(ctx, Quote):
        if quote.status != QuoteStatus.DRAFT:
            found["quote", quote.id] = (quote.reference, *_said(quote, quote.lines))
    for document in rows(ctx, StoredDocument):
        found["document", document.id] = (document.reference, repr(document.snapshot))
    return found


def _said(document: Any, lines: Sequence[Any]) -> tuple[Any, ...]:
    amounts = [getattr(document, name) for name in AMOUNTS]
    return (*amounts, *(tuple(getattr(line, name) for name in LINE) for line in lines))


def nothing_issued_changed(before: Frozen, now: Frozen) -> None:
    """Whatever was issued still says the same."""
    assert {key: now.get(key) for key in before} == before


def totals(ctx: Context) -> Counter[str]:
    """What the tables add up to, in cents."""
    found: Counter[str] = Counter()
    for name, kind, key in MADE:
        found[name] += sum(getattr(row, key) for row in rows(ctx, kind))
    return found


def journal_tells_the_same(ctx: Context, before: Counter[str]) -> None:
    """What the journal says was issued, paid and received is in the tables, to the cent.

    ``before`` is what they held when the run began: a payment of last year may be taken back.
    """
    told: Counter[str] = Counter()
    for entry in entries_of(ctx.session, ctx.run.id):
        for verb, key, name in TOLD:
            if entry.verb == verb:
                told[name] += _value(entry, key)
        for verb, key, name in TAKEN_BACK:
            if entry.verb == verb:
                told[name] -= _value(entry, key)
    made = totals(ctx)
    made.subtract(before)
    assert told == made


TOLD = (
    ("invoice.issued", "gross", "invoices"),
    ("deposit.invoiced", "gross", "invoices"),
    ("credit_note.issued", "gross", "credits"),
    ("payment.recorded", "amount", "payments"),
    ("payment.reconciled", "amount", "reconciled"),
    ("refund.issued", "amount", "refunded"),
)
TAKEN_BACK = (
    ("payment.unmatched", "amount", "reconciled"),
    ("payment.returned", "unmatched", "reconciled"),
)
MADE: tuple[tuple[str, type[Any], str], ...] = (
    ("invoices", Invoice, "gross"),
    ("credits", CreditNote, "gross"),
    ("payments", Payment, "amount"),
    ("reconciled", Reconciliation, "amount"),
    ("refunded", Refund, "amount"),
)


def _value(entry: JournalEntry, key: str) -> int:
    return int(json.loads(entry.payload)[key])
