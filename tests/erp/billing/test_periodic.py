"""Periodic invoices: one for all that left in a month, and what it may not bring together."""

from datetime import date

import pytest

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.erp.errors.billing import AlreadyInvoiced, NotShipped
from sandbox.erp.errors.periodic import (
    DepositToDeduct,
    NotTheirNote,
    NotTheSameMonth,
    OtherEarlyPayment,
    TooFewNotes,
)
from sandbox.erp.models import CreditKind, CreditLineDraft, DeliveryNote, Order, OrderStatus
from sandbox.erp.queries.chain import chain_of
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.queries.periodic import covered, to_invoice
from sandbox.erp.queries.shipping import invoices_of_delivery
from sandbox.erp.services import crediting, issue_invoice, issue_periodic_invoice
from sandbox.erp.services.crediting import issue_credit_note
from sandbox.erp.services.depositing import invoice_deposit
from sandbox.erp.services.invoicing import preview_invoice
from sandbox.supply.services import reserve_lines
from tests.erp.billing.test_deposits import agreed
from tests.factories.billing import prepared, recorded, shipped
from tests.factories.world import World
from tests.supply.journal import said


def two(ctx: Context, world: World, **details: object) -> list[DeliveryNote]:
    """Two deliveries of a customer who asks for one invoice a month."""
    world.customer.monthly_invoice = True
    first = recorded(ctx, world, (world.desk, 2), (world.book, 3), customer_reference="PO 7")
    second = recorded(ctx, world, (world.lamp, 5), customer_reference="PO 8", **details)
    return [shipped(ctx, world, first), shipped(ctx, world, second)]


def test_one_invoice_covers_the_deliveries_of_a_month(ctx: Context, world: World) -> None:
    notes = two(ctx, world, carriage=4500)
    alone = [recomputed(ctx, world, note) for note in notes]
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=notes[::-1])
    assert (invoice.periodic, invoice.order_id, invoice.delivery_id) == (True, None, None)
    assert [line.delivery for line in invoice.lines] == [
        *[notes[0].reference] * 2,
        notes[1].reference,
    ]
    assert invoice.carriage == 4500
    assert invoice.order_number == "PO 7, PO 8"
    parts = covered(ctx.session, invoice)
    assert [part.delivery for part in parts] == notes
    assert sum(part.gross for part in parts) == invoice.gross == sum(alone)
    assert all(note.invoiced for note in notes)
    assert {part.order.status for part in parts} == {OrderStatus.INVOICED}


def recomputed(ctx: Context, world: World, note: DeliveryNote) -> int:
    """What the invoice of a delivery alone would come to."""

    return preview_invoice(ctx.session, ctx.setting, note, ctx.today()).gross


def test_the_journal_tells_each_part(ctx: Context, world: World) -> None:
    notes = two(ctx, world)
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    [(reference, payload)] = said(ctx, "invoice.issued")
    assert (reference, payload["order"], payload["delivery"]) == (invoice.reference, "", "")
    assert [part["delivery"] for part in payload["parts"]] == [note.reference for note in notes]
    assert sum(part["gross"] for part in payload["parts"]) == invoice.gross
    assert payload["cautions"] == []


def test_it_falls_due_forty_five_days_after_its_issue_at_the_latest(
    ctx: Context, world: World
) -> None:
    world.customer.terms = "net_60"
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=two(ctx, world))
    assert (invoice.issued_on, invoice.due_on) == (date(2026, 11, 2), date(2026, 12, 17))
    world.customer.terms = "net_30"
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=two(ctx, world))
    assert invoice.due_on == date(2026, 12, 2)


def test_what_is_owed_and_to_be_invoiced_is_counted_once(ctx: Context, world: World) -> None:
    # One of the orders has more to send: it stays under way.
    world.desk.physical = 3
    order = recorded(ctx, world, (world.desk, 2))
    notes = [shipped(ctx, world, order), shipped(ctx, world, recorded(ctx, world, (world.lamp, 5)))]
    order.lines[0].quantity += 1
    order.status = OrderStatus.PARTLY_SHIPPED

    def exposure() -> int:
        return outstanding(ctx.session, ctx.run.id, world.customer, ctx.today()).exposure

    whole = exposure()
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    assert exposure() == whole
    issue_credit_note(ctx, invoice, reason="Mauvais prix")
    assert exposure() == whole


def test_carriage_of_an_order_is_charged_once(ctx: Context, world: World) -> None:
    order = recorded(ctx, world, (world.desk, 12), carriage=4500)
    first = shipped(ctx, world, order)
    world.desk.physical += 2
    reserve_lines(ctx, [(world.desk, 2)], document=order.reference)
    notes = [first, shipped(ctx, world, order)]
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    assert [part.carriage for part in covered(ctx.session, invoice)] == [4500, 0]
    issue_credit_note(ctx, invoice, reason="À refaire")
    alone = [issue_invoice(ctx, note) for note in notes]
    assert [each.carriage for each in alone] == [4500, 0]


def test_a_credit_note_frees_every_delivery(ctx: Context, world: World) -> None:
    notes = two(ctx, world)
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    issue_credit_note(ctx, invoice, reason="Un bon oublié")
    assert [note.invoiced for note in notes] == [False, False]
    assert {note.order.status for note in notes} == {OrderStatus.SHIPPED}
    assert list(to_invoice(ctx.session, ctx.run.id)) == notes
    anew = issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    assert anew.gross == invoice.gross


def test_a_part_may_be_credited(ctx: Context, world: World) -> None:
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=two(ctx, world))
    drafts = [CreditLineDraft(position=3, amount=1000)]
    note = crediting.credit_part(
        ctx, invoice, kind=CreditKind.PRICE, lines=drafts, reason="Prix du devis."
    )
    assert invoice.balance == invoice.gross - note.gross


def test_the_affair_of_each_order_shows_it(ctx: Context, world: World) -> None:
    notes = two(ctx, world)
    invoice = issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    for document in (notes[0], notes[1].order):
        assert invoice.reference in [link.said for link in chain_of(ctx.session, document)]
    whole = [link.said for link in chain_of(ctx.session, invoice)]
    assert {note.reference for note in notes} < set(whole)
    assert [each.id for each in invoices_of_delivery(ctx.session, notes[1])] == [invoice.id]


def test_what_it_may_not_bring_together(ctx: Context, world: World) -> None:
    first, second = two(ctx, world)
    elsewhere = shipped(ctx, world, recorded(ctx, world, customer=world.newcomer))
    waiting = prepared(ctx, world, recorded(ctx, world, (world.lamp, 1)))
    advanced = shipped(ctx, world, with_deposit(ctx, world))
    for refusal, notes in (
        (TooFewNotes, [first]),
        (TooFewNotes, [first, first]),
        (NotTheirNote, [first, elsewhere]),
        (NotShipped, [first, waiting]),
        (DepositToDeduct, [first, advanced]),
    ):
        with pytest.raises(refusal):
            issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    issue_invoice(ctx, first)
    with pytest.raises(AlreadyInvoiced):
        issue_periodic_invoice(ctx, world.customer, deliveries=[first, second])


def with_deposit(ctx: Context, world: World) -> Order:

    order = agreed(ctx, world, (world.lamp, 4))
    invoice_deposit(ctx, order)
    return order


def test_a_month_and_an_early_payment_discount_are_not_mixed(ctx: Context, world: World) -> None:
    first, second = two(ctx, world)
    first.shipped_at = paris(2026, 10, 30, 9)
    with pytest.raises(NotTheSameMonth):
        issue_periodic_invoice(ctx, world.customer, deliveries=[first, second])
    first.shipped_at = second.shipped_at
    first.order.early_payment, first.order.early_payment_days = 200, 10
    with pytest.raises(OtherEarlyPayment):
        issue_periodic_invoice(ctx, world.customer, deliveries=[first, second])


def test_what_is_warned_of(ctx: Context, world: World) -> None:
    notes = two(ctx, world)
    world.customer.monthly_invoice = False
    for note in notes:
        note.shipped_at = paris(2026, 10, 30, 9)
    issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    [(_, payload)] = said(ctx, "invoice.issued")
    assert payload["cautions"] == ["NotAskedMonthly", "MonthOver"]
