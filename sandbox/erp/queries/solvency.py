"""Solvency files of customers, and what our own books say of how they buy and pay."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from sandbox.core.dunning import average_delay
from sandbox.core.units import Cents, Days
from sandbox.crm.models import Customer
from sandbox.erp.models import Invoice, Reconciliation
from sandbox.erp.models.solvency import SolvencyFile

YEAR = timedelta(days=365)
HUNDREDTHS = 100


def open_file(session: Session, customer: Customer) -> SolvencyFile | None:
    """The file of a customer that is not concluded yet."""
    return session.scalars(
        _files(customer).where(SolvencyFile.concluded_at.is_(None)).limit(1)
    ).first()


def files_of(session: Session, customer: Customer) -> Sequence[SolvencyFile]:
    """Files of a customer, the latest first."""
    return session.scalars(_files(customer)).all()


def _files(customer: Customer) -> Select[SolvencyFile]:
    return (
        select(SolvencyFile)
        .where(SolvencyFile.run_id == customer.run_id, SolvencyFile.customer_id == customer.id)
        .order_by(SolvencyFile.id.desc())
    )


def yearly_sales(session: Session, customer: Customer, today: date) -> Cents:
    """What was invoiced to a customer in the last twelve months, with tax."""
    total = session.scalar(
        select(func.coalesce(func.sum(Invoice.gross), 0)).where(
            Invoice.run_id == customer.run_id,
            Invoice.customer_id == customer.id,
            Invoice.credited.is_(False),
            Invoice.issued_on > today - YEAR,
        )
    )
    return int(total or 0)


def mean_delay(session: Session, customer: Customer) -> Days | None:
    """Mean days late of what a customer paid; None when it has paid nothing yet."""
    rows = session.execute(
        select(Reconciliation.amount, Reconciliation.at, Invoice.due_on)
        .join(Reconciliation.invoice)
        .where(Invoice.run_id == customer.run_id, Invoice.customer_id == customer.id)
    ).all()
    if not rows:
        return None
    found = average_delay((amount, (at.date() - due_on).days) for amount, at, due_on in rows)
    return max(0, found.simple // HUNDREDTHS)
