"""Credit control: what a customer owes, looked up before an order is recorded."""

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.crm.models import Customer
from sandbox.erp.errors.selling import OverLimit
from sandbox.erp.models import Approval, ApprovalKind, Order
from sandbox.erp.queries.credit import Outstanding, approvals_about, outstanding
from sandbox.journal import record, use_case
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads import OutstandingConsulted


@use_case(emits=(OutstandingConsulted,))
def consult_outstanding(
    ctx: Context, customer: Customer, *, about: Order | None = None
) -> Outstanding:
    """Look up what a customer owes, for an order at hand if there is one."""
    found = outstanding_of(ctx, customer, about)
    payload = OutstandingConsulted(
        customer=customer.reference,
        about=about.reference if about else None,
        invoiced_unpaid=found.invoiced_unpaid,
        orders_not_invoiced=found.orders_not_invoiced,
        this_order=found.this_order,
        outstanding=found.outstanding,
        exposure=found.exposure,
        limit=found.limit,
        oldest_overdue_days=found.oldest_overdue_days,
    )
    if not consulted_already(ctx, payload.verb, customer.reference, payload):
        record(ctx, customer.reference, payload)
    return found


def outstanding_of(ctx: Context, customer: Customer, about: Order | None = None) -> Outstanding:
    """What a customer owes now, in cents."""
    return outstanding(ctx.session, ctx.run.id, customer, ctx.today(), about)


def granted(ctx: Context, *references: str) -> dict[str, Approval]:
    """Approvals granted about a document, by kind; the last one of each."""
    asked = approvals_about(ctx.session, ctx.run.id, *references)
    return {approval.kind: approval for approval in asked if approval.granted}


def deciding(approvals: dict[str, Approval], *kinds: ApprovalKind) -> str | None:
    """Reference of the approval of the first of these kinds that was granted."""
    return next((approvals[kind].reference for kind in kinds if kind in approvals), None)


def caution_over_limit(ctx: Context, found: Outstanding, approvals: dict[str, Approval]) -> None:
    """Caution when the counted sum goes over the limit and nobody granted it."""
    credit = ctx.setting.procedures.credit
    excess = found.excess(credit)
    if excess and ApprovalKind.OVER_LIMIT not in approvals:
        ctx.caution(
            OverLimit(
                excess=format_euros(excess),
                counted=format_euros(found.counted(credit)),
                limit=format_euros(found.limit),
            )
        )
