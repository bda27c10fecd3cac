"""Payment plans, for the rules and the screens."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.units import Cents
from sandbox.erp.models import Invoice
from sandbox.erp.models.plan import PaymentPlan, PlanStatus

SHOWN = 50


def running_plans(session: Session, run_id: int, customer_id: int) -> Sequence[PaymentPlan]:
    """Plans that a customer is paying."""
    return session.scalars(
        select(PaymentPlan)
        .where(
            PaymentPlan.run_id == run_id,
            PaymentPlan.customer_id == customer_id,
            PaymentPlan.status == PlanStatus.RUNNING,
        )
        .order_by(PaymentPlan.id)
    ).all()


def plan_of(session: Session, invoice: Invoice) -> PaymentPlan | None:
    """The running plan that holds an invoice, if one does."""
    found = running_plans(session, invoice.run_id, invoice.customer_id)
    return next((plan for plan in found if invoice.reference in plan.invoices), None)


def left_to_pay(session: Session, plan: PaymentPlan) -> Cents:
    """What is still owed on the invoices of a plan."""
    return sum(invoice.balance for invoice in invoices_of(session, plan.run_id, plan.invoices))


def invoices_of(session: Session, run_id: int, references: Iterable[str]) -> Sequence[Invoice]:
    """Invoices of these references, in the order in which they were issued."""
    return session.scalars(
        select(Invoice)
        .where(Invoice.run_id == run_id, Invoice.reference.in_(list(references)))
        .order_by(Invoice.id)
    ).all()


def plans(session: Session, run_id: int) -> Sequence[PaymentPlan]:
    """Plans of a run, the latest first."""
    return session.scalars(
        select(PaymentPlan)
        .where(PaymentPlan.run_id == run_id)
        .order_by(PaymentPlan.id.desc())
        .limit(SHOWN)
        .options(*PaymentPlan.full())
    ).all()


def owed_by(session: Session, run_id: int, customer_id: int) -> Sequence[Invoice]:
    """Open invoices of a customer, the oldest due date first."""
    return session.scalars(
        select(Invoice)
        .where(Invoice.run_id == run_id, Invoice.customer_id == customer_id, Invoice.balance > 0)
        .order_by(Invoice.due_on, Invoice.id)
    ).all()
