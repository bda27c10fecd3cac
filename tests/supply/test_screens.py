"""Screens of the supply desk: what they show, what they do, what they refuse."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from sandbox.core.context import Context
from sandbox.journal.models import Move
from sandbox.supply.models import Arrival, PurchaseOrder, PurchaseStatus
from tests.factories.supply import (
    ArrivalFactory,
    ProductFactory,
    PurchaseOrderFactory,
    PurchaseOrderLineFactory,
    ReservationFactory,
)
from tests.factories.world import World
from tests.supply.journal import said


@pytest.fixture
def home(world: World) -> str:
    """Where this run's screens are."""
    return f"/parties/{world.run.id}"


@pytest.fixture
def order(ctx: Context, world: World) -> PurchaseOrder:
    """Ten desks on order."""
    line = PurchaseOrderLineFactory(product=world.desk)
    return PurchaseOrderFactory(supplier=world.supplier, lines=[line])


@pytest.fixture
def arrival(order: PurchaseOrder) -> Arrival:
    """The truck that brings them."""
    return ArrivalFactory(purchase_order=order)


def text(client: FlaskClient, address: str) -> str:
    """A page that answers."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_the_stock_list_shows_where_each_product_stands(
    client: FlaskClient, home: str, order: PurchaseOrder
) -> None:
    shown = text(client, f"{home}/stock")
    assert "Bureau droit" in shown
    assert "3\u00a0articles" in shown


def middle(client: FlaskClient, address: str) -> str:
    """The middle of a page, without what surrounds every page."""
    return text(client, address).partition("<main")[2].partition("</main>")[0]


def test_the_stock_list_keeps_what_is_low_or_out(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    world.desk.reserved, world.lamp.reserved = 6, 40
    low, out = (middle(client, f"{home}/stock?state={state}") for state in ("low", "out"))
    assert ("MOB-001" in low, "MOB-009" in low, "MOB-011" in low) == (True, True, False)
    assert ("MOB-001" in out, "MOB-009" in out) == (False, True)


def test_what_is_on_order_covers_the_reorder_point(
    client: FlaskClient, home: str, order: PurchaseOrder, world: World
) -> None:
    world.desk.reserved = 6
    assert "MOB-001" not in text(client, f"{home}/stock?state=low")


def test_the_stock_list_searches_sorts_and_turns_pages(
    client: FlaskClient, home: str, ctx: Context
) -> None:
    for _ in range(30):
        ProductFactory()
    assert "MOB-009" in text(client, f"{home}/stock?q=lampe")
    assert "?page=2" in text(client, f"{home}/stock")
    second = text(client, f"{home}/stock?page=2&sort=-available")
    assert "Caisson mobile" in second
    assert "MOB-009" not in second


def test_an_empty_search_says_so(client: FlaskClient, home: str) -> None:
    assert "Aucun article ne correspond" in text(client, f"{home}/stock?q=zzz")


def test_a_product_shows_its_promise_and_who_holds_it(
    client: FlaskClient, home: str, order: PurchaseOrder, world: World
) -> None:
    world.desk.reserved = 10
    ReservationFactory(product=world.desk, quantity=10)
    shown = text(client, f"{home}/stock/{world.desk.id}")
    assert "Que peut-on promettre" in shown
    assert "mer.\u00a018\u00a0nov.\u00a02026" in shown
    assert "CDE-2026-000001" in shown


def test_no_such_product(client: FlaskClient, home: str) -> None:
    assert client.get(f"{home}/stock/9999").status_code == 404


def test_reading_screens_writes_nothing(
    client: FlaskClient, home: str, arrival: Arrival, ctx: Context, world: World
) -> None:
    before = ctx.run.move_seq, ctx.run.entry_seq
    for path in ("stock", f"stock/{world.desk.id}", "achats", f"achats/receptions/{arrival.id}"):
        text(client, f"{home}/{path}")
    ctx.session.refresh(ctx.run)
    assert (ctx.run.move_seq, ctx.run.entry_seq) == before


def test_looking_up_is_a_gesture_that_comes_back_where_it_was_made(
    client: FlaskClient, home: str, ctx: Context
) -> None:
    fields = {"product": ["MOB-001", "MOB-009"], "about": "CDE-2026-000001"}
    answer = client.post(f"{home}/stock/consulter", data=fields | {"back": f"{home}/commandes/1"})
    assert (answer.status_code, answer.location) == (303, f"{home}/commandes/1")
    assert said(ctx, "stock.consulted")[0][0] == "CDE-2026-000001"


@pytest.mark.parametrize("back", ["https://ailleurs.example/", "//ailleurs.example", ""])
def test_looking_up_never_sends_anybody_elsewhere(
    client: FlaskClient, home: str, back: str
) -> None:
    answer = client.post(f"{home}/stock/consulter", data={"product": "MOB-001", "back": back})
    assert answer.location == f"{home}/stock"


def test_looking_up_nothing_is_refused(client: FlaskClient, home: str) -> None:
    answer = client.post(f"{home}/stock/consulter")
    assert answer.status_code == 422
    assert "Indiquez au moins un article" in answer.get_data(as_text=True)


def test_ordering_starts_with_a_supplier(client: FlaskClient, home: str) -> None:
    assert "Menuiserie des Trois Lacs" in text(client, f"{home}/achats/nouvelle")


def test_a_product_chooses_its_supplier(client: FlaskClient, home: str, world: World) -> None:
    answer = client.get(f"{home}/achats/nouvelle?product=MOB-001&needed_for=CDE-2026-000004")
    assert answer.location.startswith(f"{home}/achats/nouvelle/{world.supplier.id}?")
    assert "CDE-2026-000004" in text(client, answer.location)


def test_the_order_form_advises_a_quantity_and_fills_it_on_request(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    world.desk.reserved = 8
    address = f"{home}/achats/nouvelle/{world.supplier.id}"
    assert "il manque 3\u00a0unités" in text(client, address)
    assert 'value="20"' not in middle(client, address)
    assert 'value="20"' in middle(client, f"{address}?fill=1")


def send(client: FlaskClient, home: str, world: World, *quantities: str) -> TestResponse:
    """Post the order form: units of the desk, of the lamp…"""
    products = ["MOB-001", "MOB-009", "MOB-011"]
    fields = {f"lines-{n}-product": product for n, product in enumerate(products)}
    fields |= {f"lines-{n}-quantity": quantity for n, quantity in enumerate(quantities)}
    return client.post(f"{home}/achats/nouvelle/{world.supplier.id}", data=fields)


def test_an_order_is_made_again_with_the_same_quantities(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    sent = send(client, home, world, "12", "", "0")
    page = text(client, sent.location)
    copied = re.search(r"nouvelle/\d+\?copie=(\d+)", page)
    assert copied
    assert "Commander de nouveau" in page
    address = f"{home}/achats/nouvelle/{world.supplier.id}?copie="
    assert 'value="12"' in middle(client, address + copied[1])
    # What is no order of this supplier starts a blank form, and nothing breaks.
    assert 'value="12"' not in middle(client, f"{address}{2**40}")
    assert client.get(f"{address}99999").status_code == 404


def test_sending_an_order_leads_to_it(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    answer = send(client, home, world, "12", "", "0")
    assert answer.status_code == 303
    shown = text(client, answer.location)
    assert "CF-2026-000001" in shown
    assert "1\u202f692,00\u00a0€" in shown


def test_an_empty_order_is_refused_where_it_is_typed(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    answer = send(client, home, world, "", "", "")
    assert answer.status_code == 422
    assert "vide" in answer.get_data(as_text=True)
    move = ctx.session.scalars(select(Move)).one()
    assert move.refusal == "EmptyPurchaseOrder"


@pytest.mark.parametrize("typed", ["douze", "-3", "1,5"])
def test_a_quantity_that_is_not_one_is_kept_and_explained(
    client: FlaskClient, home: str, ctx: Context, world: World, typed: str
) -> None:
    answer = send(client, home, world, typed)
    assert answer.status_code == 422
    shown = answer.get_data(as_text=True)
    assert f'value="{typed}"' in shown
    assert 'aria-invalid="true"' in shown


def test_purchases_show_what_waits_at_the_dock(
    client: FlaskClient, home: str, arrival: Arrival
) -> None:
    shown = text(client, f"{home}/achats")
    assert "Réceptionner" in shown
    assert arrival.purchase_order.reference in shown
    assert "Aucune commande" in text(client, f"{home}/achats?state=received")


def test_an_empty_purchases_screen_says_what_it_is_for(client: FlaskClient, home: str) -> None:
    assert "c’est ici qu’il se commande" in text(client, f"{home}/achats")


def test_a_late_order_shows_it_and_can_be_chased(
    client: FlaskClient, home: str, order: PurchaseOrder, ctx: Context
) -> None:
    order.expected_on = date(2026, 10, 30)
    assert "En retard de 3\u00a0jours" in text(client, f"{home}/achats/{order.id}")
    answer = client.post(f"{home}/achats/{order.id}/relancer")
    assert answer.location == f"{home}/achats/{order.id}"
    assert "avez relancé" in text(client, answer.location)


def test_chasing_a_received_order_is_refused(
    client: FlaskClient, home: str, order: PurchaseOrder
) -> None:
    order.status = PurchaseStatus.RECEIVED
    assert client.post(f"{home}/achats/{order.id}/relancer").status_code == 422


def receive(client: FlaskClient, home: str, arrival: Arrival, counted: str) -> object:
    """Post the receipt with this count of desks."""
    fields = {"lines-0-product": "MOB-001", "lines-0-counted": counted, "reserves": ""}
    return client.post(f"{home}/achats/receptions/{arrival.id}", data=fields)


def test_a_receipt_is_booked_and_can_be_read_again(
    client: FlaskClient, home: str, arrival: Arrival, world: World
) -> None:
    answer = receive(client, home, arrival, "10")
    assert answer.location == f"{home}/achats/{arrival.purchase_order_id}"
    shown = text(client, answer.location)
    assert "Écart à la réception" not in shown
    assert "Relire la réception" in shown
    assert "Réception enregistrée" in text(client, f"{home}/achats/receptions/{arrival.id}")
    assert "Réception" in text(client, f"{home}/stock/{world.desk.id}")


def test_a_receipt_that_differs_warns(client: FlaskClient, home: str, arrival: Arrival) -> None:
    shown = text(client, receive(client, home, arrival, "7").location)
    assert "Écart à la réception" in shown
    assert "réserves vagues" in shown


def test_what_was_not_counted_is_asked_for(
    client: FlaskClient, home: str, arrival: Arrival
) -> None:
    answer = receive(client, home, arrival, "")
    assert answer.status_code == 422
    assert "Comptez cet article" in answer.get_data(as_text=True)


def test_a_second_booking_is_refused(client: FlaskClient, home: str, arrival: Arrival) -> None:
    receive(client, home, arrival, "10")
    assert receive(client, home, arrival, "10").status_code == 422


def test_screens_keep_within_their_statements(
    client: FlaskClient, home: str, arrival: Arrival, world: World, count_sql: Callable
) -> None:
    for path in (
        "stock",
        f"stock/{world.desk.id}",
        "achats",
        f"achats/nouvelle/{world.supplier.id}",
        f"achats/{arrival.purchase_order_id}",
        f"achats/receptions/{arrival.id}",
    ):
        with count_sql() as statements:
            text(client, f"{home}/{path}")
        assert len(statements) <= 12, (path, statements)


def test_a_longer_order_takes_no_more_statements(
    client: FlaskClient, home: str, ctx: Context, world: World, count_sql: Callable
) -> None:
    send(client, home, world, "20")
    with count_sql() as short:
        send(client, home, world, "1")
    with count_sql() as long:
        send(client, home, world, "1", "40", "20")
    assert len(long) == len(short)
