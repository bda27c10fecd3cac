"""A recorded order changes with the customer, or is cancelled before anything leaves."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.crm.models import Message
from sandbox.erp.errors.changing import (
    BelowShipped,
    GoodsGone,
    NotCancellable,
    NothingChanges,
    NothingOrdered,
)
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.errors.selling import MissingReason, PromiseInThePast
from sandbox.erp.models import CancelGround, DeliveryStatus, OrderStatus
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.services import acknowledge_order, cancel_order, change_order, decline_order
from sandbox.erp.services.depositing import invoice_deposit
from sandbox.supply.services import request_production
from tests.erp.billing.test_deposits import agreed
from tests.erp.selling.test_ordering import received
from tests.factories.billing import invoiced, prepared, recorded, shipped
from tests.factories.world import World
from tests.supply.journal import cautions, said

WEDNESDAY = date(2026, 11, 18)
DROPPED = {"ground": CancelGround.AGREED, "reason": "Votre projet est repoussé."}


def test_fewer_units_cost_less_and_free_the_stock(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    before, set_aside = order.gross, world.desk.reserved
    change_order(ctx, order, quantities={1: 1}, promised_on=WEDNESDAY)
    assert [line.quantity for line in order.lines] == [1, 3]
    assert (order.promised_on, world.desk.reserved) == (WEDNESDAY, set_aside - 1)
    [(_, payload)] = said(ctx, "order.changed")
    assert (payload["before"], payload["gross"]) == (before, order.gross)
    assert order.gross < before


def test_a_changed_order_is_acknowledged_anew(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    acknowledge_order(ctx, order)
    change_order(ctx, order, promised_on=WEDNESDAY)
    assert order.acknowledged_at is None
    acknowledge_order(ctx, order)
    assert said(ctx, "order.acknowledged")[-1][1]["promised_on"] == "2026-11-18"


def test_a_note_in_preparation_is_void_once_the_units_change(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    note = prepared(ctx, world, order)
    change_order(ctx, order, quantities={2: 0})
    assert note.status == DeliveryStatus.CANCELLED
    assert shipped(ctx, world, order).quantity == 2
    assert order.status == OrderStatus.SHIPPED


def test_another_date_leaves_the_note_in_preparation_alone(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    note = prepared(ctx, world, order)
    change_order(ctx, order, quantities={1: 2, 2: 3}, promised_on=WEDNESDAY)
    assert note.status == DeliveryStatus.PREPARED


def test_an_order_whose_rest_is_given_up_is_invoiced_once_what_left_is(
    ctx: Context, world: World
) -> None:
    order = recorded(ctx, world, (world.desk, 60))
    invoiced(ctx, world, order)
    change_order(ctx, order, quantities={1: order.lines[0].shipped})
    assert order.status == OrderStatus.INVOICED


def test_the_backorder_is_given_up_by_a_change(ctx: Context, world: World) -> None:
    order = recorded(ctx, world, (world.desk, 60))
    shipped(ctx, world, order)
    gone = order.lines[0].shipped
    assert 0 < gone < 60
    with pytest.raises(BelowShipped):
        change_order(ctx, order, quantities={1: gone - 1})
    change_order(ctx, order, quantities={1: gone})
    assert order.status == OrderStatus.SHIPPED


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"quantities": {1: 2, 2: 3}}, NothingChanges),
        ({"quantities": {1: 0, 2: 0}}, NothingOrdered),
        ({"promised_on": date(2026, 10, 30)}, PromiseInThePast),
    ],
)
def test_a_change_that_is_none_is_refused(
    ctx: Context, world: World, change: dict[str, object], refusal: type[DomainError]
) -> None:
    order = recorded(ctx, world)
    with pytest.raises(refusal):
        change_order(ctx, order, **change)
    assert said(ctx, "order.changed") == []


def test_what_is_not_recorded_is_corrected_not_changed(ctx: Context, world: World) -> None:
    with pytest.raises(NotRecorded):
        change_order(ctx, received(world), promised_on=WEDNESDAY)


def test_a_cancelled_order_owes_nothing_and_holds_nothing(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    note = prepared(ctx, world, order)
    cancel_order(ctx, order, **DROPPED)
    assert (order.status, note.status) == (OrderStatus.CANCELLED, DeliveryStatus.CANCELLED)
    assert (world.desk.reserved, cautions(ctx)) == (0, [])
    ctx.session.flush()
    owed = outstanding(ctx.session, ctx.run.id, world.customer, ctx.today())
    assert owed.orders_not_invoiced == 0
    [told] = ctx.session.query(Message).filter(Message.outgoing)
    assert "annulé" in told.body
    assert "repoussé" in told.body
    with pytest.raises(NotRecorded):
        shipped(ctx, world, order)


@pytest.mark.parametrize("business", [True, False])
@pytest.mark.parametrize("made", [True, False])
def test_who_may_withdraw_and_from_what(
    ctx: Context, world: World, business: bool, made: bool
) -> None:
    world.customer.business, world.desk.made = business, made
    withdrawal = {"ground": CancelGround.WITHDRAWAL, "reason": "J'ai changé d'avis."}
    cancel_order(ctx, recorded(ctx, world), **withdrawal)
    expected = ["NoWithdrawal"] if business else ["MadeToMeasure"] if made else []
    assert cautions(ctx) == expected


def test_money_paid_in_advance_is_kept_or_given_back(ctx: Context, world: World) -> None:
    order = agreed(ctx, world)
    deposit = invoice_deposit(ctx, order)
    cancel_order(ctx, order, **DROPPED)
    assert cautions(ctx) == ["DepositToReturn"]
    [(_, payload)] = said(ctx, "order.cancelled")
    assert payload["deposit"] == deposit.gross


def test_a_consumer_gets_everything_back(ctx: Context, world: World) -> None:
    world.customer.business = False
    order = agreed(ctx, world)
    invoice_deposit(ctx, order)
    cancel_order(ctx, order, ground=CancelGround.KEPT, reason="Vous avez renoncé.")
    assert cautions(ctx) == ["KeptFromConsumer"]


def test_what_the_workshop_has_begun_is_said(ctx: Context, world: World) -> None:
    world.desk.made = True
    order = recorded(ctx, world)
    request_production(ctx, world.desk, quantity=2, wanted_on=WEDNESDAY, needed_for=order.reference)
    cancel_order(ctx, order, **DROPPED)
    assert cautions(ctx) == ["CostEngaged"]


def test_what_has_left_or_is_over_is_not_cancelled(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    with pytest.raises(MissingReason):
        cancel_order(ctx, order, ground=CancelGround.AGREED, reason=" ")
    shipped(ctx, world, order)
    with pytest.raises(GoodsGone):
        cancel_order(ctx, order, **DROPPED)
    other = received(world)
    decline_order(ctx, other, reason="Hors gamme.")
    with pytest.raises(NotCancellable):
        cancel_order(ctx, other, **DROPPED)


def test_the_screen_changes_then_cancels(client: FlaskClient, ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    ctx.session.commit()
    base = f"/parties/{world.run.id}/commandes/{order.id}"
    assert "Modifier" in client.get(base).text
    wrong = client.post(f"{base}/modifier", data={"quantity-1": "deux"})
    assert (wrong.status_code, "nombre entier" in wrong.text) == (422, True)
    assert client.post(f"{base}/modifier", data={"quantity-1": "1"}).status_code == 303
    assert client.post(f"{base}/annuler", data={"reason": "Repoussé"}).status_code == 422
    told = {"ground": "agreed", "reason": "Projet repoussé"}
    assert client.post(f"{base}/annuler", data=told).status_code == 303
    shown = client.get(base).text
    assert "Commande annulée" in shown
    assert "Préparer la livraison" not in shown


def test_a_line_given_up_is_not_shown_any_more(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    order = recorded(ctx, world)
    change_order(ctx, order, quantities={2: 0})
    ctx.session.commit()
    page = client.get(f"/parties/{world.run.id}/commandes/{order.id}").text
    lines = page.split("Lignes du document</caption>")[1].split("</table>")[0]
    assert world.desk.label in lines
    assert world.book.label not in lines
