"""Invoices: what left, at the order's prices, numbered without a gap, never changed."""

from datetime import date

import pytest

from sandbox.core.context import Context
from sandbox.erp.errors.billing import (
    AlreadyCredited,
    AlreadyInvoiced,
    AlreadyPaid,
    IssuedInvoiceNeverChanges,
    NotShipped,
    PlatformHasAnswered,
)
from sandbox.erp.errors.selling import MissingReason
from sandbox.erp.models import OrderStatus, PlatformStatus
from sandbox.erp.services import crediting, invoicing, paying
from sandbox.erp.services import platform as platforms
from sandbox.supply.services import reserve_lines
from tests.factories.billing import BankLineFactory, invoiced, prepared, recorded, shipped
from tests.factories.world import World
from tests.supply.journal import said


def test_an_invoice_says_what_left_at_the_prices_of_the_order(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world, recorded(ctx, world, carriage=4500))
    # Two desks (249.00) with 3.10 of eco-contribution each, three books (23.70) at 5.5 %.
    assert invoice.net == 2 * 24900 + 2 * 310 + 3 * 2370 + 4500
    assert invoice.vat == 10984 + 391
    assert (invoice.gross, invoice.balance) == (73405, 73405)
    assert (invoice.issued_on, invoice.due_on) == (date(2026, 11, 2), date(2026, 12, 2))
    [(reference, payload)] = said(ctx, "invoice.issued")
    assert reference == invoice.reference == "FA-2026-000001"
    assert payload["gross"] == 73405
    assert (payload["terms"], payload["due_on"]) == ("net_30", "2026-12-02")
    assert (payload["business"], payload["shipped_at"]) == (True, "2026-11-02T08:41")


def test_an_order_wholly_shipped_and_invoiced_is_invoiced(ctx: Context, world: World) -> None:
    delivery = shipped(ctx, world)
    assert delivery.order.status == OrderStatus.SHIPPED
    invoicing.issue_invoice(ctx, delivery)
    assert delivery.order.status == OrderStatus.INVOICED


def test_carriage_goes_on_the_first_invoice_alone(ctx: Context, world: World) -> None:
    order = recorded(ctx, world, (world.desk, 12), carriage=4500)
    first = invoiced(ctx, world, order)
    assert (first.carriage, order.status) == (4500, OrderStatus.PARTLY_SHIPPED)
    world.desk.physical += 2
    reserve_lines(ctx, [(world.desk, 2)], document=order.reference)
    second = invoiced(ctx, world, order)
    assert (second.carriage, [line.quantity for line in second.lines]) == (0, [2])
    assert order.status == OrderStatus.INVOICED


def test_goods_that_have_not_left_are_not_invoiced(ctx: Context, world: World) -> None:
    with pytest.raises(NotShipped):
        invoicing.issue_invoice(ctx, prepared(ctx, world))


def test_a_refusal_leaves_no_gap_in_the_numbers(ctx: Context, world: World) -> None:
    first = invoiced(ctx, world)
    with pytest.raises(AlreadyInvoiced):
        invoicing.issue_invoice(ctx, first.delivery)
    with pytest.raises(NotShipped):
        invoicing.issue_invoice(ctx, prepared(ctx, world))
    second = invoiced(ctx, world)
    assert [first.reference, second.reference] == ["FA-2026-000001", "FA-2026-000002"]
    assert [payload["reason"] for _, payload in said(ctx, "move.refused")] == [
        "AlreadyInvoiced",
        "NotShipped",
    ]


def test_an_issued_invoice_never_changes_and_the_attempt_is_kept(
    ctx: Context, world: World
) -> None:
    invoice = invoiced(ctx, world)
    with pytest.raises(IssuedInvoiceNeverChanges):
        invoicing.amend_invoice(ctx, invoice)
    [(reference, payload)] = said(ctx, "move.refused")
    assert (reference, payload["reason"]) == (invoice.reference, "IssuedInvoiceNeverChanges")


def test_a_credit_note_cancels_the_debt_and_frees_the_delivery(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    note = crediting.issue_credit_note(ctx, invoice, reason="Mauvais prix")
    assert (note.reference, note.gross) == ("AV-2026-000001", invoice.gross)
    assert (invoice.balance, invoice.credited, invoice.paid) == (0, True, 0)
    assert invoice.order.status == OrderStatus.SHIPPED
    again = invoicing.issue_invoice(ctx, invoice.delivery)
    assert (again.reference, again.carriage) == ("FA-2026-000002", invoice.carriage)
    assert said(ctx, "credit_note.issued")[0][1]["invoice"] == invoice.reference


def test_a_credit_note_says_why_and_comes_once(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    with pytest.raises(MissingReason):
        crediting.issue_credit_note(ctx, invoice, reason="  ")
    crediting.issue_credit_note(ctx, invoice, reason="Retour")
    with pytest.raises(AlreadyCredited):
        crediting.issue_credit_note(ctx, invoice, reason="Retour")


def test_what_was_paid_is_not_cancelled(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    line = BankLineFactory(amount=100)
    payment = paying.record_payment(ctx, line, customer=world.customer)
    paying.reconcile(ctx, payment, invoice=invoice)
    with pytest.raises(AlreadyPaid):
        crediting.issue_credit_note(ctx, invoice, reason="Retour")


def test_the_platform_answers_once(ctx: Context, world: World) -> None:
    invoice, platform = invoiced(ctx, world), ctx.acting_as("platform")
    platforms.deposit_invoice(platform, invoice)
    assert invoice.platform_status == PlatformStatus.DEPOSITED
    with pytest.raises(PlatformHasAnswered):
        platforms.reject_invoice(platform, invoice, reason="REJ_SEMAN")
    platforms.refuse_invoice(ctx.acting_as("customer:CLI-0001"), invoice, reason="TX_TVA_ERR")
    assert (invoice.platform_status, invoice.platform_reason) == ("refused", "TX_TVA_ERR")
    assert said(ctx, "invoice.refused")[0][1] == {"customer": "CLI-0001", "reason": "TX_TVA_ERR"}


def test_a_rejected_invoice_keeps_its_reason(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    platforms.reject_invoice(ctx.acting_as("platform"), invoice, reason="DEST_INC")
    assert (invoice.platform_status, invoice.platform_reason) == ("rejected", "DEST_INC")


def test_a_preview_keeps_nothing(ctx: Context, world: World) -> None:
    delivery = shipped(ctx, world)
    preview = invoicing.preview_invoice(ctx.session, ctx.setting, delivery, ctx.today())
    ctx.session.flush()
    assert (preview.gross, preview.id, delivery.invoiced) == (68005, None, False)
