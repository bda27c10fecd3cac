"""Deposit invoices of an order: what was asked, paid, and taken off the invoices that followed."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.money import divide_half_up
from sandbox.core.units import Cents
from sandbox.erp.models import CreditNote, Invoice, InvoicedDelivery, Order


@dataclass(frozen=True)
class Advance:
    """A deposit invoice, and what is still to be taken off a final invoice, in cents."""

    invoice: Invoice
    left: Cents


@dataclass(frozen=True)
class Advances:
    """Deposits of an order, in cents with VAT: agreed, invoiced, paid, and not deducted yet."""

    agreed: Cents
    found: tuple[Advance, ...]
    billed: Cents
    gross: Cents

    @property
    def invoiced(self) -> Cents:
        """What deposit invoices ask for, less what credit notes took back."""
        return sum(each.invoice.gross - each.invoice.credited_amount for each in self.found)

    @property
    def paid(self) -> Cents:
        """What was paid of them."""
        return sum(each.invoice.paid for each in self.found)

    @property
    def to_ask(self) -> Cents:
        """What the agreement leaves to invoice in advance."""
        return min(max(0, self.agreed - self.invoiced), self.room)

    @property
    def room(self) -> Cents:
        """The most that may still be asked in advance: what nothing has invoiced yet."""
        return max(0, self.gross - self.invoiced - self.billed)

    @property
    def waiting(self) -> tuple[Advance, ...]:
        """Those of which something is still to be deducted, oldest first."""
        return tuple(each for each in self.found if each.left > 0)


def advances_of(session: Session, order: Order) -> Advances:
    """Deposits of an order and what became of them, in three statements at most."""
    invoices = session.scalars(
        select(Invoice)
        .where(
            Invoice.run_id == order.run_id,
            Invoice.order_id == order.id,
            Invoice.credited.is_(False),
        )
        .order_by(Invoice.id)
    ).all()
    used: Counter[str] = Counter()
    for invoice in invoices:
        for reference, amount in invoice.deductions or ():
            used[reference] += amount
    asked = [invoice for invoice in invoices if invoice.advance]
    taken = _taken_back(session, order.run_id, [invoice.id for invoice in asked])
    final = [invoice for invoice in invoices if not invoice.advance]
    alone = sum(each.gross - each.packaging_deposit - each.deducted for each in final)
    return Advances(
        agreed=order.deposit_asked,
        found=tuple(
            Advance(each, each.gross - taken[each.id] - used[each.reference]) for each in asked
        ),
        billed=alone + (_shared(session, order) if order.deposit_kind else 0),
        gross=order.gross,
    )


def _shared(session: Session, order: Order) -> Cents:
    """What periodic invoices charge of an order."""
    found = session.scalar(
        select(func.sum(InvoicedDelivery.gross))
        .join(InvoicedDelivery.invoice)
        .where(
            InvoicedDelivery.run_id == order.run_id,
            InvoicedDelivery.order_id == order.id,
            Invoice.credited.is_(False),
        )
    )
    return int(found or 0)


def _taken_back(session: Session, run_id: int, invoices: list[int]) -> Counter[int]:
    """What credit notes took back of these invoices."""
    if not invoices:
        return Counter()
    rows = session.execute(
        select(CreditNote.invoice_id, func.sum(CreditNote.gross))
        .where(CreditNote.run_id == run_id, CreditNote.invoice_id.in_(invoices))
        .group_by(CreditNote.invoice_id)
    )
    return Counter({invoice_id: int(gross) for invoice_id, gross in rows})


@dataclass(frozen=True)
class Part:
    """What an invoice takes off for a deposit, in cents; its VAT follows in proportion."""

    deposit: Invoice
    gross: Cents

    @property
    def vat(self) -> Cents:
        """VAT of it."""
        return divide_half_up(self.deposit.vat * self.gross, self.deposit.gross)

    @property
    def net(self) -> Cents:
        """What is left without VAT."""
        return self.gross - self.vat


def deducted_by(session: Session, invoice: Invoice) -> list[Part]:
    """The deposit invoices that an invoice deducts, oldest first."""
    amounts: dict[str, Cents] = dict(invoice.deductions or ())
    if not amounts:
        return []
    found = session.scalars(
        select(Invoice)
        .where(Invoice.run_id == invoice.run_id, Invoice.reference.in_(amounts))
        .order_by(Invoice.id)
    )
    return [Part(deposit, amounts[deposit.reference]) for deposit in found]


def final_of(session: Session, deposit: Invoice) -> str:
    """Reference of an invoice that deducts this deposit, empty when none does."""
    rows = session.execute(
        select(Invoice.reference, Invoice.deductions).where(
            Invoice.run_id == deposit.run_id,
            Invoice.order_id == deposit.order_id,
            Invoice.deducted > 0,
            Invoice.credited.is_(False),
        )
    )
    return next(
        (row.reference for row in rows if deposit.reference in dict(row.deductions)),
        "",
    )
