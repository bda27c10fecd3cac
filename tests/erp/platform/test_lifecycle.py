"""The statuses of an invoice: set by whoever they belong to, kept with time and reason."""

import pytest

from sandbox.core.context import Context
from sandbox.erp.errors.billing import (
    NoOrderNumber,
    NoSuchPaper,
    NothingToComplete,
    NotTheirStatus,
    NumberAlreadySent,
    PlatformHasAnswered,
    WrongReason,
)
from sandbox.erp.models import Invoice
from sandbox.erp.queries.platform import events_of
from sandbox.erp.services import crediting, invoicing, paying, platform, sending
from tests.factories.billing import BankLineFactory, InvoiceFactory, invoiced, recorded
from tests.factories.platform import DirectoryLineFactory, available
from tests.factories.world import World
from tests.supply.journal import said


def codes(ctx: Context, invoice: Invoice) -> list[int]:
    return [event.code for event in events_of(ctx.session, ctx.run.id, invoice.id)]


def buyer(ctx: Context) -> Context:
    return ctx.acting_as("customer:CLI-0001")


def test_an_invoice_goes_from_platform_to_platform(ctx: Context, world: World) -> None:
    invoice = available(ctx, world)
    events = events_of(ctx.session, ctx.run.id, invoice.id)
    assert [(e.code, e.party) for e in events] == [
        (200, "sending_platform"),
        (201, "sending_platform"),
        (202, "receiving_platform"),
        (203, "receiving_platform"),
    ]
    assert (invoice.lifecycle, invoice.platform_status) == (203, "deposited")
    assert said(ctx, "invoice.deposited")[0][1] == {"customer": "CLI-0001", "transmitted": True}


def test_a_suspended_invoice_is_completed_with_the_delivery_note(
    ctx: Context, world: World
) -> None:
    invoice = available(ctx, world)
    platform.answer_invoice(buyer(ctx), invoice, status=208, reason="JUSTIF_ABS")
    platform.complete_invoice(ctx, invoice, document=invoice.delivery.reference)
    platform.answer_invoice(buyer(ctx), invoice, status=205)
    assert codes(ctx, invoice)[4:] == [208, 209, 205]
    assert [p["status"] for _, p in said(ctx, "invoice.status_set")] == [208, 209, 205]
    assert said(ctx, "invoice.status_set")[1][1]["document"] == invoice.delivery.reference


def test_only_a_suspended_invoice_is_completed_and_with_a_paper_of_the_sale(
    ctx: Context, world: World
) -> None:
    invoice = available(ctx, world)
    with pytest.raises(NothingToComplete):
        platform.complete_invoice(ctx, invoice, document=invoice.delivery.reference)
    platform.answer_invoice(buyer(ctx), invoice, status=208, reason="JUSTIF_ABS")
    with pytest.raises(NoSuchPaper):
        platform.complete_invoice(ctx, invoice, document="BL-2026-000999")


def test_a_buyer_sets_neither_the_sellers_status_nor_a_reason_of_another(
    ctx: Context, world: World
) -> None:
    invoice = available(ctx, world)
    with pytest.raises(NotTheirStatus):
        platform.answer_invoice(buyer(ctx), invoice, status=212)
    with pytest.raises(WrongReason):
        platform.answer_invoice(buyer(ctx), invoice, status=207, reason="JUSTIF_ABS")
    with pytest.raises(WrongReason):
        platform.refuse_invoice(buyer(ctx), invoice, reason="DEST_INC")
    assert codes(ctx, invoice) == [200, 201, 202, 203]


def test_after_a_refusal_nothing_more_is_said(ctx: Context, world: World) -> None:
    invoice = available(ctx, world)
    platform.refuse_invoice(buyer(ctx), invoice, reason="TX_TVA_ERR")
    with pytest.raises(PlatformHasAnswered):
        platform.answer_invoice(buyer(ctx), invoice, status=205)
    assert invoice.stopped


def test_the_receiving_platform_may_reject_before_it_hands_over(ctx: Context, world: World) -> None:
    invoice, acting = invoiced(ctx, world), ctx.acting_as("platform")
    platform.deposit_invoice(acting, invoice)
    platform.reject_invoice(acting, invoice, reason="DOUBLON", on_arrival=True)
    assert codes(ctx, invoice) == [200, 201, 213]
    with pytest.raises(PlatformHasAnswered):
        platform.deliver_invoice(acting, invoice)


def test_an_invoice_wholly_paid_is_reported_as_cashed(ctx: Context, world: World) -> None:
    invoice = available(ctx, world)
    line = BankLineFactory(amount=invoice.gross)
    payment = paying.record_payment(ctx, line, customer=world.customer)
    paying.reconcile(ctx, payment, invoice=invoice)
    assert codes(ctx, invoice)[-1] == invoice.lifecycle == 212
    platform.answer_invoice(buyer(ctx), invoice, status=207, reason="QUALITE_ERR")
    assert (invoice.lifecycle, invoice.platform_status) == (207, "cashed")


def test_an_invoice_of_the_opening_books_is_cashed_too(ctx: Context, world: World) -> None:
    invoice = InvoiceFactory(customer=world.customer, product=world.desk)
    payment = paying.record_payment(ctx, BankLineFactory(), customer=world.customer)
    paying.reconcile(ctx, payment, invoice=invoice)
    assert codes(ctx, invoice) == [212]


def test_a_part_payment_is_not_reported(ctx: Context, world: World) -> None:
    invoice = available(ctx, world)
    payment = paying.record_payment(ctx, BankLineFactory(amount=100), customer=world.customer)
    paying.reconcile(ctx, payment, invoice=invoice)
    assert codes(ctx, invoice)[-1] == 203


def test_a_consumers_invoice_is_deposited_and_goes_no_further(ctx: Context, world: World) -> None:
    world.customer.business = False
    invoice, acting = invoiced(ctx, world), ctx.acting_as("platform")
    platform.deposit_invoice(acting, invoice)
    [event] = events_of(ctx.session, ctx.run.id, invoice.id)
    assert (event.code, event.reason) == (200, "NON_TRANSMISE")
    with pytest.raises(PlatformHasAnswered):
        platform.deliver_invoice(acting, invoice)
    with pytest.raises(PlatformHasAnswered):
        platform.answer_invoice(buyer(ctx), invoice, status=205)


def test_the_addressee_is_the_one_that_the_invoice_bears(ctx: Context, world: World) -> None:
    DirectoryLineFactory(address=world.customer.siren)
    world.customer.platform_address = ""
    invoice = invoiced(ctx, world)
    world.customer.platform_address = world.customer.siren
    found = sending.control(ctx, invoice)
    assert found is not None
    assert found.code == "ADR_ERR"


def test_the_same_number_is_never_sent_twice(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    platform.reject_invoice(ctx.acting_as("platform"), invoice, reason="REJ_ADR")
    with pytest.raises(NumberAlreadySent):
        platform.resend_invoice(ctx, invoice)
    assert said(ctx, "move.refused")[0][1]["reason"] == "NumberAlreadySent"


def test_a_deposited_number_is_a_duplicate_for_the_controls(ctx: Context, world: World) -> None:
    DirectoryLineFactory(address=world.customer.siren)
    found = sending.control(ctx, available(ctx, world))
    assert found is not None
    assert found.code == "DOUBLON"


@pytest.mark.parametrize(("stopped", "internal"), [(True, True), (False, False)])
def test_the_credit_note_of_a_stopped_invoice_is_internal(
    ctx: Context, world: World, stopped: bool, internal: bool
) -> None:
    invoice = available(ctx, world)
    if stopped:
        platform.refuse_invoice(buyer(ctx), invoice, reason="CMD_ERR")
    note = crediting.issue_credit_note(ctx, invoice, reason="Numéro de commande absent")
    assert note.internal is internal
    assert said(ctx, "credit_note.issued")[0][1]["internal"] is internal


def test_the_next_invoice_bears_the_order_number_that_was_missing(
    ctx: Context, world: World
) -> None:
    order = recorded(ctx, world, customer_reference="")
    first = invoiced(ctx, world, order)
    with pytest.raises(NoOrderNumber):
        platform.note_order_number(ctx, order, number=" ")
    platform.note_order_number(ctx, order, number="BC-4471")
    crediting.issue_credit_note(ctx, first, reason="Numéro de commande absent")
    second = invoicing.issue_invoice(ctx, first.delivery)
    assert (first.order_number, second.order_number) == ("", "BC-4471")
