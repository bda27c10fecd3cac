"""What the screens of invoices and payments read, relations loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from sandbox.core.allocation import allocate, items_summing_to
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.models import (
    BankLine,
    CreditKind,
    CreditNote,
    Invoice,
    Payment,
    PlatformStatus,
    Reconciliation,
)
from sandbox.erp.queries.paging import Page, paged, searched
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import BankConsulted

SORTS: dict[str, Any] = {
    "ref": Invoice.reference,
    "customer": Customer.name,
    "issued": Invoice.issued_on,
    "due": Invoice.due_on,
    "gross": Invoice.gross,
    "balance": Invoice.balance,
}
_STOPPED = (PlatformStatus.REJECTED, PlatformStatus.REFUSED)
RECONCILED_SHOWN = 25


@dataclass(frozen=True)
class InvoiceStory:
    """What hangs on an invoice: payments set against it, its credit notes."""

    settled: Sequence[Reconciliation]
    credit_notes: Sequence[CreditNote]

    @property
    def credit_note(self) -> CreditNote | None:
        """The one that took it back wholly."""
        whole = (n for n in self.credit_notes if n.kind == CreditKind.CANCELLATION)
        return next(whole, None)


@dataclass(frozen=True)
class Suggestion:
    """An open invoice that a payment may settle; ``exact`` when it is the very amount left."""

    invoice: Invoice
    exact: bool
    named: bool


@dataclass(frozen=True)
class Grouping:
    """Several open invoices that one payment may settle, with the cents that each would get.

    ``exact`` when they make the very amount left; otherwise the order of the law.
    """

    parts: tuple[tuple[Invoice, Cents], ...]
    exact: bool

    @property
    def key(self) -> str:
        """What the form sends."""
        return "+".join(str(invoice.id) for invoice, _ in self.parts)


def open_invoices(session: Session, run_id: int) -> list[Invoice]:
    """Invoices with something left to pay, oldest due date first."""
    return list(
        session.scalars(
            select(Invoice)
            .where(Invoice.run_id == run_id, Invoice.balance > 0)
            .order_by(Invoice.due_on, Invoice.id)
            .options(joinedload(Invoice.customer), joinedload(Invoice.order))
        )
    )


def invoices(
    session: Session,
    run_id: int,
    today: date,
    *,
    q: str = "",
    state: str = "",
    sort: str = "",
    page: int = 1,
) -> Page:
    """One page of invoices: newest first, unless asked otherwise."""
    wanted = (
        select(Invoice)
        .join(Invoice.customer)
        .where(Invoice.run_id == run_id, *_in_state(state, today))
        .where(*searched(q, Invoice.reference, Customer.name))
        .options(joinedload(Invoice.customer))
    )
    return paged(session, wanted, SORTS, sort, Invoice.id.desc(), page)


def _in_state(state: str, today: date) -> tuple[Any, ...]:
    match state:
        case "open":
            return (Invoice.balance > 0,)
        case "overdue":
            return Invoice.balance > 0, Invoice.due_on < today
        case "stopped":
            return (Invoice.platform_status.in_(_STOPPED), Invoice.credited.is_(False))
        case _:
            return ()


# Verbs of other documents that tell what became of an invoice, which their payload names.
_ABOUT_INVOICES = (
    "credit_note.issued",
    "credit_note.used",
    "payment.reconciled",
    "payment.unmatched",
)


def told_of(session: Session, invoice: Invoice) -> Sequence[JournalEntry]:
    """Entries on an invoice, and those of the payments and credit notes that touch it, in order."""
    entry, named = JournalEntry, f'"invoice":"{invoice.reference}"'
    touching = entry.verb.in_(_ABOUT_INVOICES) & entry.payload.contains(named, autoescape=True)
    return session.scalars(
        select(entry)
        .where(entry.run_id == invoice.run_id)
        .where(or_(entry.reference == invoice.reference, touching))
        .order_by(entry.seq)
    ).all()


def story(session: Session, invoice: Invoice) -> InvoiceStory:
    """Payments and credit notes of an invoice."""
    settled = session.scalars(
        select(Reconciliation)
        .where(Reconciliation.run_id == invoice.run_id, Reconciliation.invoice_id == invoice.id)
        .order_by(Reconciliation.id)
        .options(joinedload(Reconciliation.payment))
    ).all()
    notes = session.scalars(
        select(CreditNote)
        .where(CreditNote.run_id == invoice.run_id, CreditNote.invoice_id == invoice.id)
        .order_by(CreditNote.id)
    ).all()
    return InvoiceStory(settled, notes)


def waiting_lines(session: Session, run_id: int) -> list[BankLine]:
    """Bank lines of which no payment has been made, oldest first."""
    return list(
        session.scalars(
            select(BankLine)
            .where(BankLine.run_id == run_id, BankLine.recorded.is_(False))
            .order_by(BankLine.at, BankLine.id)
        )
    )


def unspent_payments(session: Session, run_id: int) -> Sequence[Payment]:
    """Payments of which something is still to be reconciled, oldest first."""
    return session.scalars(
        select(Payment)
        .where(Payment.run_id == run_id, Payment.left > 0)
        .order_by(Payment.id)
        .options(*Payment.full())
    ).all()


def returnable(session: Session, run_id: int) -> Sequence[Payment]:
    """Payments that the bank may take back: none of them given back yet, the latest first."""
    return session.scalars(
        select(Payment)
        .where(Payment.run_id == run_id, Payment.given_back == 0)
        .order_by(Payment.id.desc())
        .limit(RECONCILED_SHOWN)
        .options(*Payment.full())
    ).all()


def reconciled(session: Session, run_id: int) -> Sequence[Reconciliation]:
    """Latest reconciliations."""
    return session.scalars(
        select(Reconciliation)
        .where(Reconciliation.run_id == run_id)
        .order_by(Reconciliation.id.desc())
        .limit(RECONCILED_SHOWN)
        .options(
            joinedload(Reconciliation.payment).joinedload(Payment.customer),
            joinedload(Reconciliation.invoice),
        )
    ).all()


def suggestions(payment: Payment, owed: Sequence[Invoice]) -> list[Suggestion]:
    """Open invoices of the payer: the exact amount first, then the one named, then the oldest."""
    label = payment.bank_line.label.casefold() if payment.bank_line else ""
    found = [
        Suggestion(
            invoice,
            exact=invoice.balance == payment.left,
            named=invoice.reference.casefold() in label,
        )
        for invoice in owed
        if invoice.customer_id == payment.customer_id
    ]
    return sorted(found, key=lambda s: (not s.exact, not s.named, s.invoice.due_on, s.invoice.id))


def grouping(payment: Payment, owed: Sequence[Invoice]) -> Grouping | None:
    """Several invoices for one payment: those that make its amount, else the oldest due ones.

    None when a single invoice is enough, by its amount or because the payment goes no further.
    """
    ours = sorted(
        (invoice for invoice in owed if invoice.customer_id == payment.customer_id),
        key=lambda invoice: (invoice.due_on, invoice.id),
    )
    if any(invoice.balance == payment.left for invoice in ours):
        return None
    found = items_summing_to(payment.left, [invoice.balance for invoice in ours])
    if found:
        chosen = [ours[place] for place in found]
        return Grouping(tuple((each, each.balance) for each in chosen), exact=True)
    given = allocate(payment.left, [(each.due_on, each.balance) for each in ours])
    parts = tuple((each, part) for each, part in zip(ours, given, strict=True) if part)
    return Grouping(parts, exact=False) if len(parts) > 1 else None


def payers(session: Session, run_id: int) -> Sequence[Customer]:
    """Customers who may pay us: real ones, by name."""
    return session.scalars(
        select(Customer)
        .where(
            Customer.run_id == run_id,
            or_(Customer.practice.is_(False), Customer.known_since.is_not(None)),
        )
        .order_by(Customer.name)
    ).all()


def likely_payer(line: BankLine, owed: Sequence[Invoice]) -> Customer | None:
    """Whom a bank line comes from, when its text says so."""
    return next((invoice.customer for invoice in owed if line.names(invoice)), None)


def last_look(session: Session, run_id: int, verb: str) -> JournalEntry | None:
    """Last look-up of a kind."""
    return session.scalar(
        select(JournalEntry)
        .where(JournalEntry.run_id == run_id, JournalEntry.verb == verb)
        .order_by(JournalEntry.seq.desc())
        .limit(1)
    )


def bank_lines_seen(session: Session, run_id: int) -> Sequence[BankLine]:
    """Bank lines that had come when the bank was last looked up, oldest first; none before that."""
    last = last_look(session, run_id, BankConsulted.verb)
    if last is None:
        return ()
    return session.scalars(
        select(BankLine)
        .where(BankLine.run_id == run_id, BankLine.at <= last.at)
        .order_by(BankLine.at, BankLine.id)
    ).all()


def bank_seen(session: Session, run_id: int, waiting: Sequence[BankLine]) -> bool:
    """Whether the bank was looked up since the last of these lines came in."""
    last = last_look(session, run_id, BankConsulted.verb)
    return last is not None and all(line.at <= last.at for line in waiting)
