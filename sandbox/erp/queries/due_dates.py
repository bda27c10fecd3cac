"""The diary of due dates: what customers are to pay us and what we are to pay, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from sandbox.core.units import Cents
from sandbox.erp.models import Invoice
from sandbox.erp.queries.billing import open_invoices
from sandbox.supply.models import SupplierInvoice, SupplierInvoiceStatus

# Suppliers' invoices that will be paid, unless they are contested in the end.
TO_PAY = (SupplierInvoiceStatus.RECEIVED, SupplierInvoiceStatus.APPROVED)


@dataclass(frozen=True)
class Due:
    """Cents due on a day: to us when positive, by us when negative; ``row_id`` is its invoice."""

    on: date
    reference: str
    row_id: int
    who: str
    amount: Cents
    promised_on: date | None = None

    @property
    def incoming(self) -> bool:
        """Whether a customer owes it to us."""
        return self.amount > 0


@dataclass(frozen=True)
class Week:
    """What falls due from a Monday to the Sunday after it."""

    first: date
    dues: Sequence[Due]

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=6)

    @property
    def incoming(self) -> Cents:
        """What customers are to pay, in cents."""
        return sum(due.amount for due in self.dues if due.incoming)

    @property
    def outgoing(self) -> Cents:
        """What we are to pay, in cents."""
        return -sum(due.amount for due in self.dues if not due.incoming)


def due_dates(session: Session, run_id: int) -> list[Due]:
    """Everything that is still to be paid, oldest due date first; two statements."""
    ours = [_of_ours(invoice) for invoice in open_invoices(session, run_id)]
    theirs = session.scalars(
        select(SupplierInvoice)
        .where(SupplierInvoice.run_id == run_id, SupplierInvoice.status.in_(TO_PAY))
        .options(joinedload(SupplierInvoice.supplier))
    )
    owed = [
        Due(each.due_on, each.reference, each.id, each.supplier.name, -each.gross)
        for each in theirs
    ]
    return sorted([*ours, *owed], key=lambda due: (due.on, due.reference))


def _of_ours(invoice: Invoice) -> Due:
    who, promised = invoice.customer.name, invoice.promised_on
    return Due(invoice.due_on, invoice.reference, invoice.id, who, invoice.balance, promised)


def by_week(dues: Sequence[Due]) -> list[Week]:
    """The same, cut at each Monday."""
    return [Week(first, tuple(found)) for first, found in groupby(dues, key=_monday)]


def _monday(due: Due) -> date:
    return due.on - timedelta(days=due.on.weekday())
