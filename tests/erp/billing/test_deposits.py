"""Deposit invoices: asked on the order, deducted from the final one, taken back in order."""

from datetime import date

import pytest

from sandbox.core.context import Context
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.errors.depositing import (
    DepositAboveOrder,
    DepositDeducted,
    DepositTooLate,
    NoDepositAgreed,
)
from sandbox.erp.models import Invoice, Order
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.queries.depositing import advances_of
from sandbox.erp.services import crediting, invoicing, paying
from sandbox.erp.services.depositing import invoice_deposit
from sandbox.supply.services import reserve_lines
from tests.factories.billing import BankLineFactory, invoiced, recorded
from tests.factories.erp import OrderFactory
from tests.factories.world import World
from tests.supply.journal import said


def agreed(ctx: Context, world: World, *lines: tuple[object, int], **details: object) -> Order:
    """An order recorded with a deposit of 30 %."""
    terms = {"deposit_kind": "deposit", "deposit_rate": 3000} | details
    return recorded(ctx, world, *lines, **terms)


def pay(ctx: Context, invoice, amount: int | None = None) -> None:
    line = BankLineFactory(amount=amount or invoice.balance)
    payment = paying.record_payment(ctx, line, customer=invoice.customer)
    paying.reconcile(ctx, payment, invoice=invoice)


def test_a_deposit_is_invoiced_at_the_rates_of_the_order(ctx: Context, world: World) -> None:
    order = agreed(ctx, world, carriage=4500)
    # 734.05 with tax, of which 659.04 at 20 % and 75.01 at 5.5 %; 30 % is 220.22.
    invoice = invoice_deposit(ctx, order)
    assert [(line.vat_rate, line.net) for line in invoice.lines] == [(2000, 16477), (550, 2133)]
    assert (invoice.net, invoice.vat, invoice.gross) == (18610, 3412, 22022)
    assert (invoice.reference, invoice.due_on) == ("FA-2026-000001", date(2026, 11, 2))
    assert (invoice.advance, invoice.balance, invoice.delivery_id) == ("deposit", 22022, None)
    [(reference, payload)] = said(ctx, "deposit.invoiced")
    assert (reference, payload["order"]) == (invoice.reference, order.reference)
    assert (payload["deposit_asked"], payload["gross"], payload["cautions"]) == (22022, 22022, [])


def test_the_final_invoice_deducts_the_deposit_and_asks_for_the_rest(
    ctx: Context, world: World
) -> None:
    order = agreed(ctx, world)
    deposit = invoice_deposit(ctx, order)
    pay(ctx, deposit)
    final = invoiced(ctx, world, order)
    assert final.deductions == [[deposit.reference, deposit.gross]]
    assert final.balance == final.gross - deposit.gross
    assert (final.paid, deposit.paid, deposit.balance) == (0, deposit.gross, 0)
    [(reference, payload)] = said(ctx, "deposit.deducted")
    assert (reference, payload["advance"]) == (final.reference, deposit.reference)
    assert (payload["amount"], payload["unpaid"]) == (deposit.gross, 0)
    pay(ctx, final)
    assert (final.balance, final.paid) == (0, final.gross - deposit.gross)


def test_what_is_owed_and_to_be_invoiced_is_counted_once(ctx: Context, world: World) -> None:
    order = agreed(ctx, world)

    def exposure() -> int:
        return outstanding(ctx.session, ctx.run.id, world.customer, ctx.today()).exposure

    whole = exposure()
    deposit = invoice_deposit(ctx, order)
    assert exposure() == whole
    pay(ctx, deposit)
    assert exposure() == whole - deposit.gross
    final = invoiced(ctx, world, order)
    assert exposure() == final.balance == whole - deposit.gross


def test_several_deliveries_share_the_deposit(ctx: Context, world: World) -> None:
    order = agreed(ctx, world, (world.desk, 12), deposit_rate=9000)
    deposit = invoice_deposit(ctx, order)
    first = invoiced(ctx, world, order)
    assert first.balance == max(0, first.gross - deposit.gross) == 0
    left = advances_of(ctx.session, order).waiting[0].left
    assert left == deposit.gross - first.gross
    world.desk.physical += 2
    reserve_lines(ctx, [(world.desk, 2)], document=order.reference)
    second = invoiced(ctx, world, order)
    assert second.deductions == [[deposit.reference, left]]
    assert first.deducted + second.deducted == deposit.gross


def test_a_credit_note_on_the_final_invoice_frees_the_deposit(ctx: Context, world: World) -> None:
    order = agreed(ctx, world)
    deposit = invoice_deposit(ctx, order)
    final = invoiced(ctx, world, order)
    with pytest.raises(DepositDeducted):
        crediting.issue_credit_note(ctx, deposit, reason="Erreur")
    crediting.issue_credit_note(ctx, final, reason="Mauvais prix")
    assert (final.balance, final.paid) == (0, 0)
    again = invoicing.issue_invoice(ctx, final.delivery)
    assert again.deductions == [[deposit.reference, deposit.gross]]


def test_a_cancelled_deposit_is_not_deducted_and_may_be_asked_anew(
    ctx: Context, world: World
) -> None:
    order = agreed(ctx, world)
    deposit = invoice_deposit(ctx, order)
    ctx.session.flush()
    crediting.issue_credit_note(ctx, ctx.get(Invoice, deposit.id), reason="Mauvais client")
    anew = invoice_deposit(ctx, order)
    assert anew.gross == deposit.gross
    assert invoiced(ctx, world, order).deductions == [[anew.reference, anew.gross]]


def test_a_sum_that_nobody_agreed_on_is_not_invoiced(ctx: Context, world: World) -> None:
    with pytest.raises(NoDepositAgreed):
        invoice_deposit(ctx, recorded(ctx, world))


def test_an_order_still_to_be_checked_has_no_deposit_invoice(ctx: Context, world: World) -> None:
    order = OrderFactory(
        customer=world.customer,
        lines=[(world.desk, 1)],
        deposit_kind="deposit",
        deposit_rate=3000,
    )
    with pytest.raises(NotRecorded):
        invoice_deposit(ctx, order)


def test_nothing_is_asked_in_advance_once_all_has_left(ctx: Context, world: World) -> None:
    order = agreed(ctx, world)
    invoiced(ctx, world, order)
    with pytest.raises(DepositTooLate):
        invoice_deposit(ctx, order)


def test_more_than_agreed_is_a_warning_more_than_the_order_is_refused(
    ctx: Context, world: World
) -> None:
    order = agreed(ctx, world)
    invoice_deposit(ctx, order, amount=order.gross // 2)
    assert said(ctx, "deposit.invoiced")[0][1]["cautions"] == ["DepositNotAsAgreed"]
    with pytest.raises(DepositAboveOrder):
        invoice_deposit(ctx, order, amount=order.gross)
    with pytest.raises(DepositAboveOrder):
        invoice_deposit(ctx, order)
