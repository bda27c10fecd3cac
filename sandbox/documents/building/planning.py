"""Payment plans on paper: the debt acknowledged, and when each part of it is paid."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.crm.models import Contact, Customer
from sandbox.documents import mentions
from sandbox.documents.building.common import (
    circumstances,
    company,
    customer_party,
    issued,
    writer,
)
from sandbox.documents.issuing import store
from sandbox.documents.parts import AmountsDue, UnpaidInvoice
from sandbox.documents.snapshots_recovery import Instalment
from sandbox.documents.snapshots_recovery import PaymentPlan as PaymentPlanSnapshot
from sandbox.erp.models import Invoice
from sandbox.erp.models.plan import ACCELERATION, PaymentPlan
from sandbox.erp.queries.planning import invoices_of
from sandbox.journal import subscribe
from sandbox.journal.payloads.planning import PaymentPlanAgreed


@subscribe(PaymentPlanAgreed)
def keep_plan(ctx: Context, reference: str, _payload: PaymentPlanAgreed) -> None:
    """Freeze a plan as it is agreed."""
    store(ctx, plan_snapshot(ctx, issued(ctx, PaymentPlan, reference)))


def plan_snapshot(ctx: Context, plan: PaymentPlan) -> PaymentPlanSnapshot:
    """A plan with its acknowledgement of debt (C. civ. 1376, 2240), to be signed."""
    customer = plan.customer
    signatory = _signatory(ctx, customer)
    return PaymentPlanSnapshot(
        reference=plan.reference,
        issued_on=ctx.today(),
        seller=company(ctx),
        customer=customer_party(customer),
        handled_by=writer(ctx),
        invoices=tuple(
            _unpaid(ctx, invoice) for invoice in invoices_of(ctx.session, ctx.run.id, plan.invoices)
        ),
        amounts=AmountsDue(principal=plan.total, total=plan.total),
        instalments=tuple(
            Instalment(
                due_on=part.due_on,
                amount=part.amount,
                remaining=plan.total - plan.expected(part.rank),
            )
            for part in plan.instalments
        ),
        debtor_signatory=f"{signatory.name}, {signatory.title}" if signatory else "",
        penalties_waived=True,
        acceleration_days=ACCELERATION,
        mentions=mentions.of_letter(circumstances(ctx, customer)),
    )


def _signatory(ctx: Context, customer: Customer) -> Contact | None:
    """The first person whom we know there."""
    return ctx.session.scalars(
        select(Contact)
        .where(
            Contact.run_id == ctx.run.id,
            Contact.customer_id == customer.id,
            Contact.left_on.is_(None),
        )
        .order_by(Contact.id)
        .limit(1)
    ).first()


def _unpaid(ctx: Context, invoice: Invoice) -> UnpaidInvoice:
    return UnpaidInvoice(
        reference=invoice.reference,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        gross=invoice.gross,
        paid=invoice.paid,
        remaining=invoice.balance,
        days_late=max(invoice.days_late(ctx.today()), 0),
    )
