"""What a desk may try on a customer's account: together, in instalments, undone, given back."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.crm.models import Customer
from sandbox.erp import services as erp
from sandbox.erp.models import BankLine, CreditNote, Invoice, Payment
from sandbox.erp.models.plan import PaymentPlan
from sandbox.erp.services.paying import reconcile_together
from sandbox.erp.services.planning import agree_plan, check_instalment
from sandbox.erp.services.statements import issue_statement
from tests.property.gestures import gesture, gestures, pick

__all__ = ["gestures"]


def some_owed(ctx: Context, customer_id: int, number: int) -> list[Invoice]:
    """A few invoices of a customer that are still owed; none at times."""
    found = (
        select(Invoice)
        .where(Invoice.run_id == ctx.run.id, Invoice.customer_id == customer_id)
        .where(Invoice.balance > 0)
        .order_by(Invoice.id)
        .limit(number % 4)
    )
    return list(ctx.session.scalars(found))


@gesture
def match_together(ctx: Context, a: int, b: int, _: int) -> Any:
    payment = pick(ctx, Payment, a)
    return reconcile_together(ctx, payment, invoices=some_owed(ctx, payment.customer_id, b))


@gesture
def take_early(ctx: Context, a: int, b: int, _: int) -> Any:
    return erp.grant_early_payment(ctx, pick(ctx, Payment, a), invoice=pick(ctx, Invoice, b))


@gesture
def spread(ctx: Context, a: int, b: int, c: int) -> Any:
    customer = pick(ctx, Invoice, a).customer
    invoices, first = some_owed(ctx, customer.id, b), ctx.today() + timedelta(days=c)
    return agree_plan(ctx, customer, invoices=invoices, count=b, first_on=first)


@gesture
def watch_instalment(ctx: Context, a: int, b: int, _: int) -> Any:
    plan = pick(ctx, PaymentPlan, a)
    return check_instalment(ctx.acting_as("accounting"), plan, rank=b % len(plan.instalments) + 1)


@gesture
def state_account(ctx: Context, a: int, _: int, __: int) -> Any:
    return issue_statement(ctx, pick(ctx, Invoice, a).customer)


@gesture
def unmatch_money(ctx: Context, a: int, b: int, _: int) -> Any:
    invoice = pick(ctx, Invoice, b)
    return erp.unmatch(ctx, pick(ctx, Payment, a), invoice=invoice, reason="Autre facture.")


@gesture
def change_payer(ctx: Context, a: int, b: int, _: int) -> Any:
    return erp.correct_payer(ctx, pick(ctx, Payment, a), customer=pick(ctx, Customer, b))


@gesture
def bank_takes_back(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.return_unpaid(ctx.acting_as("bank"), pick(ctx, Payment, a), why="PROVISION")


@gesture
def record_unpaid(ctx: Context, a: int, b: int, _: int) -> Any:
    return erp.record_return(ctx, pick(ctx, BankLine, a), payment=pick(ctx, Payment, b))


@gesture
def refund_money(ctx: Context, a: int, b: int, c: int) -> Any:
    amount = c * 100 if c % 2 else None
    if b % 2:
        return erp.refund(ctx, pick(ctx, Payment, a), amount=amount)
    return erp.refund_credit_note(ctx, pick(ctx, CreditNote, a), amount=amount)
