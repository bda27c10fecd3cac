"""Money that comes in, and what it settles."""

from datetime import date

import pytest

from sandbox.core.context import Context
from sandbox.erp.errors.billing import (
    AboveDebt,
    AbovePayment,
    AlreadyRecordedLine,
    BadAmount,
    NotAPromise,
    NothingDue,
    NothingLeft,
    OtherCustomer,
)
from sandbox.erp.models import Invoice, Payment, PlatformStatus
from sandbox.erp.queries.billing import grouping, suggestions
from sandbox.erp.services import paying
from tests.factories.billing import BankLineFactory, InvoiceFactory
from tests.factories.world import World
from tests.supply.journal import said


@pytest.fixture
def invoice(ctx: Context, world: World) -> Invoice:
    """A desk, 302.52 €."""
    return InvoiceFactory(customer=world.customer, product=world.desk)


def paid(ctx: Context, world: World, amount: int = 30252) -> Payment:
    """A payment of the customer, recorded from the bank."""
    return paying.record_payment(ctx, BankLineFactory(amount=amount), customer=world.customer)


def test_the_bank_credits_and_the_learner_sees_it_once(ctx: Context, world: World) -> None:
    bank = ctx.acting_as("bank")
    line = paying.credit_bank(
        bank, customer=world.customer, amount=30252, label="VIR FA", payer="LUMEN"
    )
    assert (line.reference, line.recorded) == ("BQ-2026-000001", False)
    assert said(ctx, "bank.credited")[0][1] == {"customer": "CLI-0001", "amount": 30252}
    assert paying.consult_bank(ctx) == [line]
    paying.consult_bank(ctx)
    assert said(ctx, "bank.consulted") == [("banque", {"waiting": 1})]


def test_a_bank_line_makes_one_payment(ctx: Context, world: World) -> None:
    line = BankLineFactory(amount=30252)
    payment = paying.record_payment(ctx, line, customer=world.customer)
    assert (payment.reference, payment.amount, payment.left) == ("REG-2026-000001", 30252, 30252)
    assert paying.consult_bank(ctx) == []
    [(reference, payload)] = said(ctx, "payment.recorded")
    assert (reference, payload["bank_line"]) == (payment.reference, line.reference)
    assert payload["credited_at"] == "2026-11-02T08:30"
    with pytest.raises(AlreadyRecordedLine):
        paying.record_payment(ctx, line, customer=world.customer)


def test_the_exact_amount_cashes_the_invoice(ctx: Context, world: World, invoice: Invoice) -> None:
    payment = paid(ctx, world)
    paying.reconcile(ctx, payment, invoice=invoice)
    assert (payment.left, invoice.balance, invoice.paid) == (0, 0, 30252)
    assert invoice.platform_status == PlatformStatus.CASHED
    assert said(ctx, "payment.reconciled")[0][1]["left"] == 0
    assert said(ctx, "invoice.cashed")[0][0] == invoice.reference


def test_a_part_payment_leaves_the_rest_due(ctx: Context, world: World, invoice: Invoice) -> None:
    paying.reconcile(ctx, paid(ctx, world, 10000), invoice=invoice)
    assert invoice.balance == 20252
    assert said(ctx, "payment.reconciled")[0][1] == {
        "invoice": invoice.reference,
        "customer": "CLI-0001",
        "amount": 10000,
        "left": 20252,
    }
    assert said(ctx, "invoice.cashed") == []


def test_one_payment_may_settle_two_invoices(ctx: Context, world: World, invoice: Invoice) -> None:
    other, payment = (
        InvoiceFactory(customer=world.customer, product=world.desk),
        paid(ctx, world, 2 * 30252),
    )
    paying.reconcile(ctx, payment, invoice=invoice)
    paying.reconcile(ctx, payment, invoice=other)
    assert (payment.left, invoice.balance, other.balance) == (0, 0, 0)
    with pytest.raises(NothingLeft):
        paying.reconcile(ctx, payment, invoice=invoice)


def test_what_does_not_fit_is_refused(ctx: Context, world: World, invoice: Invoice) -> None:
    payment = paid(ctx, world, 40000)
    with pytest.raises(BadAmount):
        paying.reconcile(ctx, payment, invoice=invoice, amount=0)
    with pytest.raises(AbovePayment):
        paying.reconcile(ctx, payment, invoice=invoice, amount=40001)
    with pytest.raises(AboveDebt):
        paying.reconcile(ctx, payment, invoice=invoice, amount=30253)
    assert (payment.left, invoice.balance) == (40000, 30252)


def test_a_payment_settles_the_payer_alone(ctx: Context, world: World) -> None:
    invoice = InvoiceFactory(customer=world.newcomer, product=world.desk)
    with pytest.raises(OtherCustomer):
        paying.reconcile(ctx, paid(ctx, world), invoice=invoice)


def test_the_exact_amount_is_suggested_first(ctx: Context, world: World, invoice: Invoice) -> None:
    older = InvoiceFactory(
        customer=world.customer, product=world.desk, quantity=2, due_on=date(2026, 10, 1)
    )
    stranger = InvoiceFactory(customer=world.newcomer, product=world.desk)
    found = suggestions(paid(ctx, world), [older, stranger, invoice])
    assert [(s.invoice, s.exact) for s in found] == [(invoice, True), (older, False)]


def test_a_promise_is_kept_with_its_message(ctx: Context, world: World, invoice: Invoice) -> None:
    customer = ctx.acting_as("customer:CLI-0001")
    paying.promise_payment(customer, invoice, promised_on=date(2026, 11, 12))
    assert invoice.promised_on == date(2026, 11, 12)
    assert said(ctx, "payment.promised")[0][0] == invoice.reference
    assert said(ctx, "message.received")[0][1]["about"] == invoice.reference
    with pytest.raises(NotAPromise):
        paying.promise_payment(customer, invoice, promised_on=date(2026, 11, 1))


def test_nobody_promises_what_is_paid(ctx: Context, world: World, invoice: Invoice) -> None:
    paying.reconcile(ctx, paid(ctx, world), invoice=invoice)
    with pytest.raises(NothingDue):
        paying.promise_payment(ctx, invoice, promised_on=date(2026, 11, 12))


def test_one_payment_settles_the_invoices_whose_sum_it_makes(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    pair = InvoiceFactory(
        customer=world.customer, product=world.desk, quantity=2, due_on=date(2026, 10, 1)
    )
    other = InvoiceFactory(customer=world.customer, product=world.lamp)
    payment = paid(ctx, world, pair.balance + invoice.balance)
    found = grouping(payment, [other, invoice, pair])
    assert found is not None
    assert (found.exact, [each for each, _ in found.parts]) == (True, [pair, invoice])
    paying.reconcile_together(ctx, payment, invoices=[pair, invoice])
    assert (payment.left, pair.balance, invoice.balance) == (0, 0, 0)
    assert len(said(ctx, "payment.reconciled")) == 2
    assert len(said(ctx, "invoice.cashed")) == 2


def test_without_a_word_from_the_payer_the_oldest_debt_is_paid_first(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    older = InvoiceFactory(customer=world.customer, product=world.desk, due_on=date(2026, 10, 1))
    payment = paid(ctx, world, 40000)
    found = grouping(payment, [invoice, older])
    assert found is not None
    assert (found.exact, found.parts) == (False, ((older, 30252), (invoice, 9748)))
    paying.reconcile_together(ctx, payment, invoices=[each for each, _ in found.parts])
    assert (payment.left, older.balance, invoice.balance) == (0, 0, 20504)


def test_nothing_is_grouped_when_one_invoice_is_enough(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    older = InvoiceFactory(customer=world.customer, product=world.desk, quantity=2)
    assert grouping(paid(ctx, world), [older, invoice]) is None
    assert grouping(paid(ctx, world, 100), [older, invoice]) is None


def test_an_invoice_of_another_customer_spoils_the_group(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    stranger = InvoiceFactory(customer=world.newcomer, product=world.desk)
    payment = paid(ctx, world, 60504)
    with pytest.raises(OtherCustomer):
        paying.reconcile_together(ctx, payment, invoices=[invoice, stranger])
    ctx.session.expire_all()
    assert (payment.left, invoice.balance) == (60504, 30252)
