"""Payment plans: agreed within the delegation, watched day by day, void when broken."""

from datetime import date

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.errors.planning import (
    AlreadyPlanned,
    BadFirstDay,
    NothingToSpread,
    NotTheirInvoice,
    PlanBeyondDelegation,
    TooFewInstalments,
)
from sandbox.erp.models import ApprovalKind, Invoice
from sandbox.erp.models.plan import PaymentPlan, PlanInstalment, PlanStatus, spread
from sandbox.erp.queries.planning import left_to_pay, plan_of
from sandbox.erp.services.credit import deciding, granted
from sandbox.erp.services.letters import write_to
from sandbox.journal import record, use_case
from sandbox.journal.payloads.planning import (
    InstalmentKept,
    PaymentPlanAgreed,
    PaymentPlanBroken,
    PaymentPlanKept,
)


@use_case(
    minutes=12,
    emits=(PaymentPlanAgreed,),
    refuses=(NothingToSpread, NotTheirInvoice, AlreadyPlanned, TooFewInstalments, BadFirstDay),
    warns=(PlanBeyondDelegation,),
)
def agree_plan(
    ctx: Context, customer: Customer, *, invoices: list[Invoice], count: int, first_on: date
) -> PaymentPlan:
    """Agree with a customer that a debt is paid in monthly instalments, and write it down.

    Penalties are given up as long as the plan is kept; the debt is acknowledged (C. civ. 2240).
    """
    total = _spreadable(ctx, customer, invoices)
    parts = spread(total, count, first_on, ctx.today())
    plan = ctx.add(
        PaymentPlan(
            reference=ctx.number("ECH"),
            customer=customer,
            agreed_at=ctx.now(),
            invoices=[invoice.reference for invoice in invoices],
            total=total,
            instalments=[
                ctx.add(PlanInstalment(rank=rank, due_on=on, amount=amount))
                for rank, (on, amount) in enumerate(parts, start=1)
            ],
        )
    )
    approval = _within_delegation(ctx, plan, invoices)
    payload = PaymentPlanAgreed(
        customer=customer.reference,
        invoices=tuple(plan.invoices),
        total=total,
        count=count,
        first_on=plan.instalments[0].due_on,
        ends_on=plan.ends_on,
        approval=approval,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, plan.reference, payload)
    _write(ctx, plan)
    return plan


def _spreadable(ctx: Context, customer: Customer, invoices: list[Invoice]) -> Cents:
    """What these invoices come to; raises what makes a plan on them impossible."""
    for invoice in invoices:
        if invoice.customer_id != customer.id:
            raise NotTheirInvoice(reference=invoice.reference, customer=customer.name)
        if (held := plan_of(ctx.session, invoice)) is not None:
            raise AlreadyPlanned(reference=invoice.reference, plan=held.reference)
    total = sum(invoice.balance for invoice in invoices)
    if not total:
        raise NothingToSpread
    return total


def _within_delegation(ctx: Context, plan: PaymentPlan, invoices: list[Invoice]) -> str | None:
    """The approval that covers the plan; a caution when it takes one and there is none."""
    level = ctx.setting.procedures.level(ctx.setting.learner_post)
    found = granted(ctx, *(invoice.reference for invoice in invoices))
    count, days = len(plan.instalments), (plan.ends_on - ctx.today()).days
    beyond = count > level.instalments or days > level.plan_days
    if beyond and ApprovalKind.PAYMENT_PLAN not in found:
        most = {"most": level.instalments, "days": level.plan_days}
        ctx.caution(PlanBeyondDelegation(count=count, ends_on=plan.ends_on, **most))
    return deciding(found, ApprovalKind.PAYMENT_PLAN)


def _write(ctx: Context, plan: PaymentPlan) -> None:
    """Send it to the customer, to be signed and sent back."""
    dates = "\n".join(
        f"- {part.due_on:%d/%m/%Y} : {format_euros(part.amount)}" for part in plan.instalments
    )
    text = (
        f"Comme convenu, votre dette de {format_euros(plan.total)} ({', '.join(plan.invoices)}) se "
        f"règle par virement en {len(plan.instalments)} versements :\n\n{dates}\n\nTant que ces "
        "dates sont tenues, nous ne relançons pas et renonçons aux pénalités. Un versement qui "
        "manque plus de huit jours rend toute la somme exigible. Merci de nous renvoyer "
        "l'échéancier joint, signé."
    )
    subject = f"Votre échéancier {plan.reference}"
    write_to(ctx, plan.customer, topic="dunning", subject=subject, text=text, about=plan.reference)


@use_case(emits=(InstalmentKept, PaymentPlanKept, PaymentPlanBroken))
def check_instalment(ctx: Context, payment_plan: PaymentPlan, *, rank: int) -> PaymentPlan:
    """Some days after an instalment fell due, see whether it was paid (the company watches)."""
    if payment_plan.status != PlanStatus.RUNNING:
        return payment_plan
    left = left_to_pay(ctx.session, payment_plan)
    customer, paid = payment_plan.customer.reference, payment_plan.total - left
    if paid < payment_plan.expected(rank):
        payment_plan.status = PlanStatus.BROKEN
        payload = PaymentPlanBroken(customer, tuple(payment_plan.invoices), rank, left)
        record(ctx, payment_plan.reference, payload)
        return payment_plan
    for part in payment_plan.instalments:
        part.paid = part.paid or part.rank <= rank
    record(ctx, payment_plan.reference, InstalmentKept(customer, rank, paid, left))
    if rank == len(payment_plan.instalments):
        payment_plan.status = PlanStatus.KEPT
        record(ctx, payment_plan.reference, PaymentPlanKept(customer))
    return payment_plan
