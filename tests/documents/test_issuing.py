"""What is issued is frozen at once and drawn later, once."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from sandbox.core.context import Context
from sandbox.core.procedures import DunningStep
from sandbox.crm.models import Channel
from sandbox.documents import outbox
from sandbox.documents.issuing import awaited
from sandbox.documents.models import StoredDocument
from sandbox.documents.snapshots import (
    CreditNote,
    DeliveryNote,
    DunningLetter,
    FormalNotice,
    Invoice,
    OrderAcknowledgement,
    PurchaseOrder,
    Quote,
    Snapshot,
    from_json,
)
from sandbox.erp.errors.billing import AlreadyInvoiced
from sandbox.erp.models import DunningLevel
from sandbox.erp.services.crediting import issue_credit_note
from sandbox.erp.services.dunning import send_dunning, send_formal_notice
from sandbox.erp.services.invoicing import issue_invoice
from sandbox.erp.services.ordering import acknowledge_order
from sandbox.erp.services.quoting import send_quote
from sandbox.journal.models import OutboxItem
from sandbox.supply.services import PurchaseLineDraft, send_purchase_order
from tests.factories.billing import InvoiceFactory, invoiced, recorded, shipped
from tests.factories.erp import QuoteFactory
from tests.factories.world import World

Factory = Callable[[], Session]


@pytest.fixture
def factory(ctx: Context) -> Iterator[Factory]:
    """Sessions of the outbox's own, on what the test committed."""
    yield sessionmaker(ctx.session.get_bind(), expire_on_commit=False)
    ctx.session.expire_all()


def stored(ctx: Context, kind: str) -> Snapshot:
    """The only document of a kind, as it was frozen."""
    ctx.session.flush()
    found = ctx.session.scalars(
        select(StoredDocument).where(
            StoredDocument.run_id == ctx.run.id, StoredDocument.kind == kind
        )
    ).one()
    assert found.reference == found.snapshot["reference"]
    return from_json(found.snapshot)


def items(ctx: Context) -> list[OutboxItem]:
    ctx.session.expire_all()
    return list(ctx.session.scalars(select(OutboxItem).order_by(OutboxItem.id)))


def quoted(ctx: Context, world: World) -> None:
    """One document, and one only."""
    send_quote(ctx, QuoteFactory(customer=world.customer, lines=[(world.desk, 2)]))


def test_a_quote_is_frozen_as_it_leaves(ctx: Context, world: World) -> None:
    quote = send_quote(ctx, QuoteFactory(customer=world.customer, lines=[(world.desk, 2)]))
    found = stored(ctx, "quote")
    assert isinstance(found, Quote)
    assert (found.reference, found.valid_until) == (quote.reference, quote.valid_until)
    assert (found.totals.gross, found.totals.eco) == (quote.gross, 620)
    assert found.lines[0].reference == "MOB-001"
    assert (found.seller.name, found.customer.name) == ("Hévéa Mobilier", "Atelier Lumen")
    assert found.payment_terms == "30 jours nets, par virement."


def test_an_acknowledgement_promises_a_date(ctx: Context, world: World) -> None:
    order = acknowledge_order(ctx, recorded(ctx, world))
    found = stored(ctx, "order_acknowledgement")
    assert isinstance(found, OrderAcknowledgement)
    assert (found.promised_on, found.totals.gross) == (order.promised_on, order.gross)


def test_a_delivery_note_shows_what_stays_behind(ctx: Context, world: World) -> None:
    shipped(ctx, world, recorded(ctx, world, (world.desk, 12)))
    found = stored(ctx, "delivery_note")
    assert isinstance(found, DeliveryNote)
    [line] = found.lines
    assert (line.ordered, line.shipped, line.backorder) == (12, 10, 2)
    assert found.carrier == "Transports Balisiers"


def test_an_invoice_says_what_the_rows_say(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world, recorded(ctx, world, carriage=4500))
    found = stored(ctx, "invoice")
    assert isinstance(found, Invoice)
    assert (found.due_on, found.supplied_on) == (invoice.due_on, invoice.supplied_on)
    totals = found.totals
    assert (totals.net, totals.vat, totals.gross) == (invoice.net, invoice.vat, invoice.gross)
    assert [(row.rate, row.vat) for row in totals.vat_rows] == [(2000, 10984), (550, 391)]
    assert (totals.carriage, totals.eco, totals.goods) == (4500, 620, 56910)
    assert found.delivery_references == (invoice.delivery.reference,)
    assert found.customer.siren == world.customer.siren


@pytest.mark.parametrize(("business", "expected"), [(True, True), (False, False)])
def test_forty_euros_are_for_businesses(
    ctx: Context, world: World, business: bool, expected: bool
) -> None:
    world.customer.business = business
    invoiced(ctx, world)
    mentions = " ".join(stored(ctx, "invoice").mentions)
    assert ("D441-5" in mentions) is expected
    assert "Entreprise fictive" in mentions
    assert ("garantis deux ans" in mentions) is not expected


def test_a_credit_note_names_its_invoice(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    issue_credit_note(ctx, invoice, reason="Prix faux")
    found = stored(ctx, "credit_note")
    assert isinstance(found, CreditNote)
    assert (found.invoice_reference, found.reason) == (invoice.reference, "Prix faux")
    assert found.totals.gross == invoice.gross


def test_only_letters_are_frozen_and_the_second_claims_the_costs(
    ctx: Context, world: World
) -> None:
    invoice = InvoiceFactory(customer=world.customer, product=world.desk)
    send_dunning(ctx, invoice, level=DunningLevel.CALL)
    ctx.run.clock = ctx.run.clock.replace(day=18)
    send_dunning(ctx, invoice, level=DunningLevel.REMINDER_2)
    found = stored(ctx, "dunning_letter")
    assert isinstance(found, DunningLetter)
    assert (found.reference, found.level) == (f"{invoice.reference}-R2", 2)
    # 302.52 x 12.15 % x 16 / 365, then 40 euros.
    assert (found.amounts.penalties, found.amounts.indemnity) == (161, 4000)
    assert found.amounts.total == 30252 + 161 + 4000


def test_a_third_letter_announces_the_formal_notice(ctx: Context, world: World) -> None:
    procedures = ctx.setting.procedures
    last = DunningStep("reminder_3", "Dernière relance", 25, "letter")
    dunning = replace(procedures.dunning, steps=(*procedures.dunning.steps, last))
    ctx.setting = replace(ctx.setting, procedures=replace(procedures, dunning=dunning))
    invoice = InvoiceFactory(customer=world.customer, product=world.desk)
    ctx.run.clock = ctx.run.clock.replace(day=30)
    send_dunning(ctx, invoice, level=DunningLevel.REMINDER_3)
    found = stored(ctx, "dunning_letter")
    assert isinstance(found, DunningLetter)
    assert (found.reference, found.level) == (f"{invoice.reference}-R3", 3)
    assert (found.amounts.principal, found.amounts.indemnity) == (30252, 4000)


def test_a_formal_notice_claims_all(ctx: Context, world: World) -> None:
    invoice = InvoiceFactory(customer=world.customer, product=world.desk)
    ctx.run.clock = ctx.run.clock.replace(month=12, day=7)
    send_formal_notice(ctx, invoice, channel=Channel.REGISTERED)
    found = stored(ctx, "formal_notice")
    assert isinstance(found, FormalNotice)
    assert (found.penalty_rate, found.invoices[0].days_late) == (1215, 35)
    assert found.pay_by.isoformat() == "2026-12-15"


def test_a_purchase_order_is_frozen_with_its_vat(ctx: Context, world: World) -> None:
    order = send_purchase_order(
        ctx, supplier=world.supplier, lines=[PurchaseLineDraft("MOB-001", 20)]
    )
    found = stored(ctx, "purchase_order")
    assert isinstance(found, PurchaseOrder)
    assert (found.totals.net, found.expected_on) == (order.net, order.expected_on)
    assert found.customer.name == "Hévéa Mobilier"


def test_a_refusal_freezes_nothing(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    with pytest.raises(AlreadyInvoiced):
        issue_invoice(ctx, invoice.delivery)
    assert isinstance(stored(ctx, "invoice"), Invoice)


def test_draining_draws_each_document_once(ctx: Context, world: World, factory: Factory) -> None:
    invoiced(ctx, world)
    ctx.session.commit()
    assert outbox.drain(factory) == 4
    assert outbox.drain(factory) == 0
    ctx.session.expire_all()
    documents = ctx.session.scalars(select(StoredDocument)).all()
    for document in documents:
        assert document.content is not None
        assert document.content.startswith(b"%PDF")
        assert document.sha256 == hashlib.sha256(document.content).hexdigest()
    assert all(item.done_at is not None for item in items(ctx))


def test_a_failure_is_tried_three_times_then_keeps_its_problem(
    ctx: Context, world: World, factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_snapshot: Any) -> bytes:
        raise ValueError("plus d'encre")

    quoted(ctx, world)
    ctx.session.commit()
    monkeypatch.setattr(outbox, "file_of", broken)
    assert [outbox.drain(factory) for _ in range(5)] == [0] * 5
    [item] = items(ctx)
    assert (item.failures, item.done_at) == (3, None)
    assert item.problem == "ValueError : plus d'encre"


def test_a_failure_that_passes_leaves_no_trace(
    ctx: Context, world: World, factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    quoted(ctx, world)
    ctx.session.commit()
    with monkeypatch.context() as patched:
        patched.setattr(outbox, "from_json", lambda _data: 1 / 0)
        assert outbox.drain(factory) == 0
    assert outbox.drain(factory) == 1
    [item] = items(ctx)
    assert (item.failures, item.problem) == (1, None)
    assert item.done_at is not None


def test_only_a_transaction_that_issued_something_wakes_the_worker(
    ctx: Context, world: World
) -> None:
    ctx.session.commit()
    assert not awaited(ctx.session)
    shipped(ctx, world)
    assert awaited(ctx.session)
    assert not awaited(ctx.session)
