"""The next act: computed from where things stand, in two statements at most."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask import Flask

from sandbox.core.context import Context
from sandbox.core.run import RunStatus
from sandbox.crm.models import Message
from sandbox.crm.services import read_message, receive_message
from sandbox.erp.models import Invoice
from sandbox.erp.services import (
    LineDraft,
    accept_quote,
    acknowledge_order,
    compare_order,
    confirm_order,
    consult_outstanding,
    draw_up_quote,
    receive_order,
    send_quote,
)
from sandbox.supply.services import consult_stock
from sandbox.training.guide import next_act
from tests.factories.world import World

LINES = [LineDraft(product="MOB-009", quantity=2)]
Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture(autouse=True)
def addresses(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def advice(ctx: Context) -> str:
    ctx.session.flush()
    found = next_act(ctx.session, ctx.run)
    return f"{found.text} → {found.url}" if found else ""


def enquiry(ctx: Context, world: World) -> Message:
    return receive_message(
        ctx.acting_as("customer:CLI-0001"),
        sender="customer:CLI-0001",
        sender_name="Atelier Lumen",
        family="client",
        topic="enquiry",
        subject="Quatre lampes",
        body="…",
        customer=world.customer,
    )


def test_practice_mail_presses_nobody(ctx: Context, world: World) -> None:
    world.customer.practice = True
    enquiry(ctx, world)
    assert "Quatre lampes" not in advice(ctx)


def test_a_message_is_read_then_answered_by_a_quote(ctx: Context, world: World) -> None:
    message = enquiry(ctx, world)
    assert advice(ctx).startswith("lire le message « Quatre lampes » (Atelier Lumen)")
    read_message(ctx, message)
    assert advice(ctx).startswith("établir le devis demandé par Atelier Lumen")
    quote = draw_up_quote(ctx, customer=world.customer, lines=LINES, enquiry=message)
    assert advice(ctx) == (
        f"contrôler puis envoyer le devis {quote.reference} (Atelier Lumen) "
        f"→ /parties/{world.run.id}/devis/{quote.id}"
    )


def test_an_order_without_a_quote_is_compared_with_nothing(ctx: Context, world: World) -> None:
    buyer = ctx.acting_as("customer:CLI-0001")
    receive_order(buyer, customer=world.customer, customer_reference="A2", lines=LINES)
    assert advice(ctx).startswith("consulter l'encours")


def test_an_order_is_checked_before_it_is_decided(ctx: Context, world: World) -> None:
    quote = draw_up_quote(ctx, customer=world.customer, lines=LINES)
    send_quote(ctx, quote)
    accept_quote(ctx.acting_as("customer:CLI-0001"), quote)
    order = receive_order(
        ctx.acting_as("customer:CLI-0001"),
        customer=world.customer,
        quote=quote,
        customer_reference="A1",
        lines=LINES,
        requested_on=None,
    )
    assert advice(ctx).startswith("comparer")
    compare_order(ctx, order)
    assert advice(ctx).startswith("consulter l'encours")
    consult_outstanding(ctx, world.customer, about=order)
    assert advice(ctx).startswith("voir le stock")
    consult_stock(ctx, products=["MOB-009"], about=order.reference)
    assert advice(ctx).startswith("décider de")
    confirm_order(ctx, order)
    assert advice(ctx).startswith("envoyer à Atelier Lumen l'accusé")
    acknowledge_order(ctx, order)
    assert advice(ctx).startswith("préparer la livraison")


def late_invoice(ctx: Context, world: World, days: int) -> Invoice:
    due = ctx.today() - timedelta(days=days)
    return ctx.add(
        Invoice(
            reference="FA-2026-000001",
            customer_id=world.customer.id,
            issued_on=due,
            supplied_on=due,
            due_on=due,
            terms="net_30",
            net=100,
            vat=20,
            gross=120,
            balance=120,
            platform_status="deposited",
            dunning_level="",
        )
    )


@pytest.mark.parametrize(("days", "due"), [(2, False), (3, True), (40, True)])
def test_a_late_invoice_is_chased_once_its_step_has_come(
    ctx: Context, world: World, days: int, due: bool
) -> None:
    late_invoice(ctx, world, days)
    assert advice(ctx).startswith("suivre la procédure de relance : appel") is due


def test_nobody_is_chased_before_the_day_they_promised(ctx: Context, world: World) -> None:
    invoice = late_invoice(ctx, world, 5)
    invoice.promised_on = ctx.today()
    assert "relance" not in advice(ctx)


def test_the_next_step_follows_the_last_one(ctx: Context, world: World) -> None:
    late_invoice(ctx, world, 9).dunning_level = "call"
    assert advice(ctx).startswith("suivre la procédure de relance : relance 1 pour FA-2026-000001")


def test_a_product_under_its_reorder_point_is_ordered(ctx: Context, world: World) -> None:
    world.lamp.physical = 2
    ctx.session.add(world.lamp)
    assert advice(ctx).startswith("réapprovisionner Lampe LED")


def test_when_nothing_waits_time_passes_or_the_report_is_read(ctx: Context) -> None:
    ctx.run.next_event_at = ctx.now()
    assert advice(ctx).startswith("avancer au prochain événement")
    ctx.run.next_event_at = None
    assert advice(ctx).endswith("/bilan")


def test_a_closed_run_calls_for_nothing(ctx: Context) -> None:
    ctx.run.status = RunStatus.CLOSED
    assert advice(ctx) == ""


def test_two_statements_are_enough(ctx: Context, world: World, count_sql: Counting) -> None:
    quote = draw_up_quote(ctx, customer=world.customer, lines=LINES)
    send_quote(ctx, quote)
    receive_order(
        ctx.acting_as("customer:CLI-0001"),
        customer=world.customer,
        quote=quote,
        customer_reference="A1",
        lines=LINES,
        requested_on=None,
    )
    ctx.session.flush()
    # The rules of a company are read once by a process, whoever comes first.
    next_act(ctx.session, ctx.run)
    with count_sql() as seen:
        next_act(ctx.session, ctx.run)
    assert len(seen) <= 2
