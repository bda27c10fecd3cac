"""The sales and bank journals of a run, told from its documents: a piece for each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from sandbox.core import ledger
from sandbox.core.fec import FecLine
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.entries import entry_of_invoice, entry_of_note
from sandbox.erp.models import (
    BankLine,
    CreditNote,
    CreditNoteLine,
    Invoice,
    InvoiceLine,
    Payment,
)
from sandbox.erp.models.refund import Refund
from sandbox.erp.queries.depositing import Part

SALES, BANK = ("VE", "Ventes"), ("BQ", "Banque")


@dataclass(frozen=True)
class Piece:
    """A document in its journal, and the entry that it makes; it belongs to one customer."""

    journal: tuple[str, str]
    reference: str
    on: date
    label: str
    customer: Customer
    entry: ledger.Entry

    @property
    def size(self) -> int:
        """How many postings it makes."""
        return len(self.entry)

    @property
    def sums(self) -> tuple[Cents, Cents]:
        """Debits and credits, in cents."""
        return ledger.sums(self.entry)


def pieces(session: Session, run_id: int, first: date, last: date) -> list[Piece]:
    """Every piece dated from one day to another, in order; nine statements at most."""
    deposits = _deposits(session, run_id)
    found = [
        *_invoices(session, run_id, first, last, deposits),
        *_notes(session, run_id, first, last, deposits),
        *_payments(session, run_id, first, last),
        *_refunds(session, run_id, first, last),
    ]
    return sorted(found, key=lambda piece: (piece.on, piece.journal[0] != SALES[0]))


def fec_lines(found: Sequence[Piece]) -> Iterator[FecLine]:
    """The same, posting by posting, numbered in one series without a gap (PCG art. 911-3)."""
    for number, piece in enumerate(found, 1):
        for line in piece.entry:
            third = line.account == ledger.CUSTOMERS
            yield FecLine(
                journal=piece.journal,
                number=f"{number:06d}",
                on=piece.on,
                account=(line.account, line.label),
                third=(piece.customer.reference, piece.customer.name) if third else ("", ""),
                piece=piece.reference,
                label=piece.label,
                debit=line.debit,
                credit=line.credit,
            )


def _deposits(session: Session, run_id: int) -> dict[str, Invoice]:
    found = session.scalars(select(Invoice).where(Invoice.run_id == run_id, Invoice.advance != ""))
    return {invoice.reference: invoice for invoice in found}


def _entry(invoice: Invoice, deposits: dict[str, Invoice]) -> ledger.Entry:
    parts = [Part(deposits[name], gross) for name, gross in invoice.deductions or ()]
    return entry_of_invoice(invoice, parts)


def _invoices(
    session: Session, run_id: int, first: date, last: date, deposits: dict[str, Invoice]
) -> Iterator[Piece]:
    found = session.scalars(
        select(Invoice)
        .where(Invoice.run_id == run_id, Invoice.issued_on.between(first, last))
        .options(joinedload(Invoice.customer), selectinload(Invoice.lines))
        .order_by(Invoice.id)
    )
    for invoice in found:
        label = f"{'Acompte' if invoice.advance else 'Facture'} {invoice.customer.name}"
        entry = _entry(invoice, deposits)
        yield Piece(SALES, invoice.reference, invoice.issued_on, label, invoice.customer, entry)


def _notes(
    session: Session, run_id: int, first: date, last: date, deposits: dict[str, Invoice]
) -> Iterator[Piece]:
    found = session.scalars(
        select(CreditNote)
        .where(CreditNote.run_id == run_id, CreditNote.issued_on.between(first, last))
        .options(
            joinedload(CreditNote.customer),
            joinedload(CreditNote.invoice)
            .selectinload(Invoice.lines)
            .raiseload(InvoiceLine.product),
            selectinload(CreditNote.lines).raiseload(CreditNoteLine.product),
        )
        .order_by(CreditNote.id)
    )
    for note in found:
        entry = entry_of_note(note, note.invoice, _entry(note.invoice, deposits))
        label = f"Avoir {note.customer.name} sur {note.invoice.reference}"
        yield Piece(SALES, note.reference, note.issued_on, label, note.customer, entry)


def _payments(session: Session, run_id: int, first: date, last: date) -> Iterator[Piece]:
    found = session.scalars(
        select(Payment)
        .where(Payment.run_id == run_id)
        .options(*Payment.full())
        .order_by(Payment.id)
    )
    taken_back = _taken_back(session, run_id)
    for payment in found:
        on = (payment.bank_line.at if payment.bank_line else payment.recorded_at).date()
        entry = ledger.of_payment(payment.amount)
        if first <= on <= last:
            label = f"Règlement {payment.customer.name}"
            yield Piece(BANK, payment.reference, on, label, payment.customer, entry)
        back = taken_back.get(payment.reference) if payment.returned else None
        if back is not None and first <= back.at.date() <= last:
            label = f"Impayé {payment.customer.name}"
            undone = ledger.undone(entry)
            yield Piece(BANK, back.reference, back.at.date(), label, payment.customer, undone)


def _refunds(session: Session, run_id: int, first: date, last: date) -> Iterator[Piece]:
    found = session.scalars(
        select(Refund).where(Refund.run_id == run_id).options(*Refund.full()).order_by(Refund.id)
    )
    for made in found:
        if first <= made.at.date() <= last:
            label = f"Remboursement {made.customer.name} sur {made.source}"
            entry = ledger.undone(ledger.of_payment(made.amount))
            yield Piece(BANK, made.reference, made.at.date(), label, made.customer, entry)


def _taken_back(session: Session, run_id: int) -> dict[str, BankLine]:
    """Bank lines of what came back unpaid, by the payment that they take back."""
    found = session.scalars(select(BankLine).where(BankLine.run_id == run_id, BankLine.amount < 0))
    return {line.returns: line for line in found}
