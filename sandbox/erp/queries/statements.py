"""Accounts of customers: what is open, and the statements already sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.models import CreditNote, Invoice, Payment
from sandbox.erp.models.statement import AccountStatement

SHOWN = 50


@dataclass(frozen=True)
class Account:
    """An account on a day: cents owed on open invoices, overdue, and to be set against them."""

    invoices: Sequence[Invoice]
    overdue: Cents
    to_allocate: Cents

    @property
    def balance(self) -> Cents:
        """What is owed in all; below zero when we owe the customer."""
        return sum(invoice.balance for invoice in self.invoices) - self.to_allocate

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.invoices and not self.to_allocate


def account_of(session: Session, customer: Customer, today: date) -> Account:
    """What a customer owes today, what it paid and what we still owe it."""
    theirs = (Invoice.run_id == customer.run_id, Invoice.customer_id == customer.id)
    invoices = session.scalars(
        select(Invoice).where(*theirs, Invoice.balance > 0).order_by(Invoice.due_on, Invoice.id)
    ).all()
    unspent = sum(
        session.scalar(
            select(func.coalesce(func.sum(kind.left), 0)).where(
                kind.run_id == customer.run_id, kind.customer_id == customer.id
            )
        )
        or 0
        for kind in (Payment, CreditNote)
    )
    return Account(
        invoices=invoices,
        overdue=sum(invoice.balance for invoice in invoices if invoice.due_on < today),
        to_allocate=int(unspent),
    )


def statements(session: Session, run_id: int) -> Sequence[AccountStatement]:
    """Statements sent in a run, the latest first."""
    return session.scalars(
        select(AccountStatement)
        .where(AccountStatement.run_id == run_id)
        .order_by(AccountStatement.id.desc())
        .limit(SHOWN)
        .options(*AccountStatement.full())
    ).all()


def last_statement(session: Session, customer: Customer) -> AccountStatement | None:
    """The last statement sent to a customer."""
    return session.scalars(
        select(AccountStatement)
        .where(
            AccountStatement.run_id == customer.run_id,
            AccountStatement.customer_id == customer.id,
        )
        .order_by(AccountStatement.id.desc())
        .limit(1)
    ).first()
