"""The statement of an account: what it says, once a day, and what the customer answers."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.documents.models import StoredDocument
from sandbox.erp.errors.statements import AnsweredAlready, NothingToState, StatedToday
from sandbox.erp.models import CreditKind, CreditLineDraft, Invoice
from sandbox.erp.queries.statements import account_of
from sandbox.erp.services.crediting import credit_part
from sandbox.erp.services.paying import reconcile, record_payment
from sandbox.erp.services.statements import answer_statement, issue_statement
from tests.factories.billing import BankLineFactory, invoiced
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import said


@pytest.fixture
def invoice(ctx: Context, world: World) -> Invoice:
    """An invoice of 680.05 still owed."""
    return invoiced(ctx, world)


def test_it_says_what_is_owed_and_is_kept_as_it_was_sent(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    stated = issue_statement(ctx, world.customer)
    assert (stated.reference, stated.balance) == ("REL-2026-000001", invoice.balance)
    kept = ctx.session.scalars(
        select(StoredDocument).where(StoredDocument.reference == stated.reference)
    ).one()
    assert kept.snapshot["closing_balance"] == invoice.balance
    told = said(ctx, "statement.issued")[0][1]
    assert (told["invoices"], told["overdue"]) == (1, 0)
    with pytest.raises(StatedToday):
        issue_statement(ctx, world.customer)


def test_what_is_not_allocated_comes_off_the_balance(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    payment = record_payment(ctx, BankLineFactory(amount=invoice.gross), customer=world.customer)
    reconcile(ctx, payment, invoice=invoice)
    other, spare = invoiced(ctx, world), BankLineFactory(amount=10_000)
    record_payment(ctx, spare, customer=world.customer)
    draft = [CreditLineDraft(2, amount=1000)]
    credit_part(ctx, invoice, kind=CreditKind.PRICE, lines=draft, reason="Prix du devis.")
    account = account_of(ctx.session, world.customer, ctx.today())
    # 100.00 paid and not allocated, 10.55 of a credit note on an invoice already paid.
    assert account.balance == other.balance - 10_000 - 1055
    stated = issue_statement(ctx, world.customer)
    kept = ctx.session.scalars(
        select(StoredDocument).where(StoredDocument.reference == stated.reference)
    ).one()
    assert kept.snapshot["closing_balance"] == stated.balance


def test_an_empty_account_is_not_stated(ctx: Context) -> None:
    with pytest.raises(NothingToState):
        issue_statement(ctx, CustomerFactory())


def test_the_customer_answers_once(ctx: Context, world: World, invoice: Invoice) -> None:
    stated = issue_statement(ctx, world.customer)
    answer_statement(ctx, stated, contested=(invoice.reference,))
    assert (stated.answer, stated.contested) == ("contested", [invoice.reference])
    with pytest.raises(AnsweredAlready):
        answer_statement(ctx, stated)


def test_from_the_record_to_the_list(
    client: FlaskClient, ctx: Context, world: World, invoice: Invoice
) -> None:
    base = f"/parties/{ctx.run.id}"
    form = client.get(f"{base}/clients/{world.customer.id}/releve").text
    assert invoice.reference in form
    address = f"{base}/clients/{world.customer.id}/releve"
    assert client.post(address, data={"channel": "pigeon"}).status_code == 422
    assert client.post(address, data={"channel": "email"}).status_code == 303
    assert "REL-2026-000001" in client.get(f"{base}/reglements/releves").text
