"""Payment plans in the life of the company: customers pay, or do not, and accounting watches."""

from datetime import timedelta

from sandbox.core.calendar import opening
from sandbox.core.context import Context
from sandbox.crm.services import receive_message
from sandbox.erp.models.plan import ACCELERATION, PaymentPlan, PlanStatus
from sandbox.erp.queries.insolvency import insolvency_of
from sandbox.erp.queries.planning import left_to_pay
from sandbox.erp.services.planning import check_instalment
from sandbox.journal import subscribe
from sandbox.journal.payloads.planning import PaymentPlanAgreed, PaymentPlanBroken
from sandbox.simulation.actors.bank import credit
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import customer_character, scene

WATCH = "accounting"
GRACE = timedelta(days=ACCELERATION)


@subscribe(PaymentPlanAgreed)
def follow(ctx: Context, reference: str, payload: PaymentPlanAgreed) -> None:
    """Every instalment has its day; one who keeps promises pays on it."""
    if scene(ctx) is None:
        return
    keeps = customer_character(ctx, payload.customer).keeps_promise
    for part in ctx.find(PaymentPlan, reference).instalments:
        if keeps:
            schedule(ctx, opening(part.due_on), "instalment_lands", reference, rank=part.rank)
        looked_at = opening(part.due_on + GRACE)
        schedule(ctx, looked_at, "instalment_is_checked", reference, rank=part.rank)


@happens("instalment_lands")
def pay(ctx: Context, subject: str, rank: int) -> None:
    """The customer's transfer for one instalment."""
    plan = ctx.find(PaymentPlan, subject)
    part = next(part for part in plan.instalments if part.rank == rank)
    amount = min(part.amount, left_to_pay(ctx.session, plan))
    frozen = insolvency_of(ctx.session, ctx.run.id, plan.customer_id)
    if plan.status == PlanStatus.RUNNING and amount and not frozen:
        credit(ctx, plan.customer, amount, f"VIR {subject} {rank}/{len(plan.instalments)}")


@happens("instalment_is_checked")
def check(ctx: Context, subject: str, rank: int) -> None:
    """Accounting looks whether the instalment came."""
    check_instalment(ctx.acting_as(WATCH), ctx.find(PaymentPlan, subject), rank=rank)


@subscribe(PaymentPlanBroken)
def tell(ctx: Context, reference: str, payload: PaymentPlanBroken) -> None:
    """Whoever follows collection is told that the plan is void."""
    person = ctx.setting.colleague(WATCH)
    if person is None or scene(ctx) is None:
        return
    plan = ctx.find(PaymentPlan, reference)
    receive_message(
        ctx.acting_as(WATCH),
        sender=WATCH,
        sender_name=f"{person.name}, {person.title}",
        family="interne",
        topic="payment",
        subject=f"Échéancier {reference} rompu",
        body=(
            f"Bonjour,\n\nLe versement {payload.rank} de {plan.customer.name} n'est pas lettré, "
            "huit jours après sa date : l'échéancier est rompu et toute la somme est exigible. La "
            f"procédure de relance reprend là où elle en était.\n\n{person.name}"
        ),
        customer=plan.customer,
        about=reference,
    )
