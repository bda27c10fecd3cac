"""An insolvent customer: noted, dunned no more, the debt declared in the two months."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.crm.letters import Letter
from sandbox.crm.models import Channel, Customer
from sandbox.documents.models import StoredDocument
from sandbox.erp.errors.insolvency import (
    AlreadyDeclared,
    AlreadyInsolvent,
    AlreadyNoted,
    NothingToDeclare,
)
from sandbox.erp.models import ApprovalKind, DunningLevel, Invoice
from sandbox.erp.models.insolvency import Insolvency, Proceedings
from sandbox.erp.services import LineDraft, receive_order
from sandbox.erp.services.approvals import decide_approval, request_approval
from sandbox.erp.services.dunning import send_dunning
from sandbox.erp.services.insolvency import declare_claim, note_insolvency, publish_insolvency
from sandbox.erp.services.ordering import confirm_order
from sandbox.erp.services.paying import reconcile, record_payment
from tests.factories.billing import BankLineFactory, invoiced
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said


@pytest.fixture
def invoice(ctx: Context, world: World) -> Invoice:
    """An invoice of 680.05 still owed."""
    return invoiced(ctx, world)


@pytest.fixture
def opened(ctx: Context, world: World, invoice: Invoice) -> Insolvency:
    """The customer's proceedings, judged and published today."""
    return published(ctx, world.customer)


def published(ctx: Context, customer: Customer) -> Insolvency:
    return publish_insolvency(
        ctx.acting_as("registry"),
        customer,
        proceedings=Proceedings.RECOVERY,
        judged_on=ctx.today(),
        court="Tribunal de commerce de Rennes",
        receiver="Étude Brisemur, mandataire judiciaire",
        street="3 passage du Greffe",
        postcode="35000",
        town="Rennes",
    )


def approved(ctx: Context, opened: Insolvency) -> None:
    """The director lets the debt be declared."""
    asked = {"kind": ApprovalKind.DEBT_CLAIM, "about": opened.reference}
    approval = request_approval(ctx, **asked, facts="Redressement.", recommendation="Déclarer.")
    decide_approval(ctx.acting_as("director"), approval, granted=True)


def test_the_notice_says_what_is_owed_and_until_when_it_is_declared(
    ctx: Context, opened: Insolvency, invoice: Invoice
) -> None:
    told = said(ctx, "insolvency.published")[0][1]
    assert opened.reference == "PRC-2026-000001"
    assert told["owed"] == invoice.balance
    # Published on Monday the second of November 2026: two months later is a Saturday.
    assert (opened.published_on, opened.last_day) == (date(2026, 11, 2), date(2027, 1, 4))
    with pytest.raises(AlreadyInsolvent):
        published(ctx, opened.customer)


def test_once_noted_dunning_and_credit_are_warned_against(
    ctx: Context, opened: Insolvency, invoice: Invoice
) -> None:
    send_dunning(ctx, invoice, level=DunningLevel("call"))
    assert "CustomerInsolvent" not in cautions(ctx)
    note_insolvency(ctx, opened)
    send_dunning(ctx, invoice, level=DunningLevel("reminder_1"))
    assert "CustomerInsolvent" in cautions(ctx)
    lines = [LineDraft(product="MOB-001", quantity=1)]
    confirm_order(ctx, receive_order(ctx, customer=opened.customer, lines=lines))
    assert "CreditToInsolvent" in cautions(ctx)
    with pytest.raises(AlreadyNoted):
        note_insolvency(ctx, opened)


def test_the_debt_is_declared_with_the_directors_agreement(
    ctx: Context, opened: Insolvency, invoice: Invoice
) -> None:
    approved(ctx, opened)
    claim = declare_claim(ctx, opened)
    assert (claim.reference, claim.total) == ("DEC-2026-000001", invoice.balance)
    assert cautions(ctx) == []
    told = said(ctx, "debt_claim.declared")[0][1]
    assert told["approval"].startswith("ACC-")
    assert told["channel"] == "registered"
    letter = ctx.session.scalars(select(Letter)).one()
    assert (letter.to_key, letter.registered) == (f"receiver:{opened.reference}", True)
    kept = ctx.session.scalars(
        select(StoredDocument).where(StoredDocument.reference == claim.reference)
    ).one()
    assert kept.snapshot["receiver"]["name"] == opened.receiver
    assert kept.snapshot["invoices"][0]["reference"] == invoice.reference
    with pytest.raises(AlreadyDeclared):
        declare_claim(ctx, opened)


def test_a_late_unproved_unapproved_declaration_is_warned_of(
    ctx: Context, opened: Insolvency
) -> None:
    opened.published_on -= timedelta(days=80)
    declare_claim(ctx, opened, channel=Channel.EMAIL)
    assert cautions(ctx) == ["ClaimTooLate", "ClaimNotProved", "ClaimNotApproved"]


def test_interest_stops_on_the_day_of_the_judgment(
    ctx: Context, opened: Insolvency, invoice: Invoice
) -> None:
    invoice.due_on, opened.judged_on = ctx.today() - timedelta(days=20), ctx.today()
    claim = declare_claim(ctx, opened)
    # 680.05 at 12.15 % for twenty days, and the forty euros of a late business.
    assert (claim.principal, claim.penalties, claim.indemnity) == (68005, 453, 4000)


def test_what_was_paid_or_supplied_later_is_not_declared(
    ctx: Context, world: World, opened: Insolvency, invoice: Invoice
) -> None:
    later = invoiced(ctx, world)
    later.supplied_on = opened.judged_on + timedelta(days=1)
    payment = record_payment(ctx, BankLineFactory(amount=invoice.balance), customer=world.customer)
    reconcile(ctx, payment, invoice=invoice)
    with pytest.raises(NothingToDeclare):
        declare_claim(ctx, opened)


def test_from_the_notice_to_the_declaration_on_the_screen(
    client: FlaskClient, ctx: Context, world: World, opened: Insolvency
) -> None:
    base = f"/parties/{ctx.run.id}/relances/procedures-collectives"
    assert opened.customer.name in client.get(base).text
    assert "Noter sur la fiche" in client.get(f"{base}/{opened.id}").text
    client.post(f"{base}/{opened.id}/noter")
    record = client.get(f"/parties/{ctx.run.id}/clients/{opened.customer_id}").text
    assert "Redressement judiciaire" in record
    assert client.post(f"{base}/{opened.id}/declarer", data={"channel": "x"}).status_code == 422
    client.post(f"{base}/{opened.id}/declarer", data={"channel": "registered"})
    assert "DEC-2026-000001" in client.get(f"{base}/{opened.id}").text


def test_a_customer_who_owes_nothing_leaves_nothing_to_declare(ctx: Context, world: World) -> None:
    with pytest.raises(NothingToDeclare):
        declare_claim(ctx, published(ctx, CustomerFactory()))
