"""Payment plans: spread to the cent, within powers, watched, void when broken."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.documents.models import StoredDocument
from sandbox.erp.errors.planning import (
    AlreadyPlanned,
    BadFirstDay,
    NothingToSpread,
    NotTheirInvoice,
    TooFewInstalments,
)
from sandbox.erp.models import Invoice
from sandbox.erp.models.plan import PaymentPlan, PlanStatus, spread
from sandbox.erp.services.dunning import send_dunning
from sandbox.erp.services.paying import reconcile, record_payment
from sandbox.erp.services.planning import agree_plan, check_instalment
from tests.factories.billing import BankLineFactory, invoiced
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said

FIRST = date(2026, 11, 16)


@pytest.fixture
def invoice(ctx: Context, world: World) -> Invoice:
    """An invoice of 680.05 still owed."""
    return invoiced(ctx, world)


def agreed(ctx: Context, world: World, invoice: Invoice, count: int = 2) -> PaymentPlan:
    return agree_plan(ctx, world.customer, invoices=[invoice], count=count, first_on=FIRST)


def pays(ctx: Context, world: World, invoice: Invoice, amount: int) -> None:
    line = BankLineFactory(amount=amount)
    reconcile(ctx, record_payment(ctx, line, customer=world.customer), invoice=invoice)


def test_a_debt_is_spread_to_the_cent_on_worked_days() -> None:
    parts = spread(100_001, 3, date(2026, 11, 1), date(2026, 10, 20))
    assert [amount for _, amount in parts] == [33_333, 33_333, 33_335]
    # The first of November is a Sunday and a holiday.
    assert [on for on, _ in parts] == [date(2026, 11, 2), date(2026, 12, 1), date(2027, 1, 4)]


def test_a_plan_within_the_delegation_is_agreed_and_written(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    plan = agreed(ctx, world, invoice)
    assert plan.reference == "ECH-2026-000001"
    assert [part.amount for part in plan.instalments] == [34_002, 34_003]
    assert cautions(ctx) == ["PlanBeyondDelegation"]
    stored = ctx.session.scalars(
        select(StoredDocument).where(StoredDocument.kind == "payment_plan")
    ).one()
    assert stored.snapshot["amounts"]["total"] == invoice.balance
    assert said(ctx, "payment_plan.agreed")[0][1]["invoices"] == [invoice.reference]


def test_what_makes_no_plan_is_refused(ctx: Context, world: World, invoice: Invoice) -> None:
    with pytest.raises(NothingToSpread):
        agree_plan(ctx, world.customer, invoices=[], count=2, first_on=FIRST)
    with pytest.raises(TooFewInstalments):
        agreed(ctx, world, invoice, count=1)
    with pytest.raises(BadFirstDay):
        agree_plan(ctx, world.customer, invoices=[invoice], count=2, first_on=ctx.today())
    with pytest.raises(NotTheirInvoice):
        agree_plan(ctx, CustomerFactory(), invoices=[invoice], count=2, first_on=FIRST)
    agreed(ctx, world, invoice)
    with pytest.raises(AlreadyPlanned):
        agreed(ctx, world, invoice)


def test_dunning_waits_while_the_plan_runs(ctx: Context, world: World, invoice: Invoice) -> None:
    agreed(ctx, world, invoice)
    send_dunning(ctx, invoice, level="call")
    assert "PlanRunning" in cautions(ctx)


def test_a_plan_is_kept_instalment_by_instalment(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    plan = agreed(ctx, world, invoice)
    pays(ctx, world, invoice, 34_002)
    check_instalment(ctx, plan, rank=1)
    assert [part.paid for part in plan.instalments] == [True, False]
    pays(ctx, world, invoice, 34_003)
    check_instalment(ctx, plan, rank=2)
    assert plan.status == PlanStatus.KEPT
    assert len(said(ctx, "payment_plan.kept")) == 1


def test_an_instalment_that_does_not_come_makes_all_of_it_due(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    plan = agreed(ctx, world, invoice)
    check_instalment(ctx.acting_as("accounting"), plan, rank=1)
    assert plan.status == PlanStatus.BROKEN
    [(_, payload)] = said(ctx, "payment_plan.broken")
    assert (payload["rank"], payload["left"]) == (1, invoice.balance)
    send_dunning(ctx, invoice, level="call")
    assert "PlanRunning" not in cautions(ctx)


def test_a_plan_is_agreed_on_screen(
    ctx: Context, world: World, invoice: Invoice, client: FlaskClient
) -> None:
    ctx.session.commit()
    to = f"/parties/{world.run.id}/clients/{world.customer.id}/echeancier"
    assert invoice.reference in client.get(to).text
    wrong = client.post(to, data={"count": "2", "first_on": "2026-11-16"})
    assert wrong.status_code == 422
    assert "Choisissez au moins une facture" in wrong.text
    typed = {"invoices": str(invoice.id), "count": "2", "first_on": "2026-11-16"}
    answer = client.post(to, data=typed)
    assert answer.status_code == 303
    assert "ECH-2026-000001" in client.get(answer.location).text
