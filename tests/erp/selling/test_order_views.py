"""Orders in the browser: gestures, decisions, requests."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.core.run import Mode
from sandbox.erp.models import Approval, Order
from tests.conftest import sign_in
from tests.erp.selling.test_quote_views import at
from tests.factories.erp import ApprovalFactory, OrderFactory, QuoteFactory
from tests.factories.world import World
from tests.supply.journal import said


@pytest.fixture
def order(ctx: Context, world: World) -> Order:
    """Two desks at 2 % less than the quote says."""
    quote = QuoteFactory(sent=True, customer=world.customer, lines=[(world.desk, 2)])
    received: Order = OrderFactory(
        customer=world.customer,
        quote_id=quote.id,
        quote=quote,
        requested_on=date(2026, 11, 18),
        lines=[(world.desk, 2, {"unit_price": 2440200})],
    )
    return received


def page(client: FlaskClient, world: World, order: Order) -> str:
    """The order's page."""
    answer = client.get(at(world, f"/commandes/{order.id}"))
    assert answer.status_code == 200
    return answer.text


def test_the_list_shows_what_is_to_be_checked(
    client: FlaskClient, world: World, order: Order
) -> None:
    html = client.get(at(world, "/commandes?state=received")).text
    assert order.reference in html
    assert "Reçue, à vérifier" in html
    assert "Aucune commande ne correspond" in client.get(at(world, "/commandes?state=held")).text


def test_looking_at_the_page_records_nothing(
    client: FlaskClient, ctx: Context, world: World, order: Order
) -> None:
    html = page(client, world, order)
    assert "244,02" in html
    assert "Mettez-les côte à côte" in html
    assert ctx.run.entry_seq == 0


@pytest.mark.parametrize(("mode", "marked"), [(Mode.DISCOVERY, 1), (Mode.TRAINING, 0)])
def test_differences_are_marked_in_discovery_alone(
    client: FlaskClient, world: World, order: Order, mode: Mode, marked: int
) -> None:
    world.run.mode = mode
    client.post(at(world, f"/commandes/{order.id}/comparer"))
    html = page(client, world, order)
    assert "Signaler les écarts au client" in html
    assert html.count('<span class="status st-warn">Écart</span>') == marked


def test_the_outstanding_is_shown_once_looked_up(
    client: FlaskClient, ctx: Context, world: World, order: Order
) -> None:
    address = at(world, f"/clients/{world.customer.id}/encours")
    answer = client.post(address, data={"order_id": order.id})
    assert answer.location == at(world, f"/commandes/{order.id}") + "#encours"
    assert "Compté par la procédure" in page(client, world, order)
    assert said(ctx, "outstanding.consulted")[0][1]["about"] == order.reference


def test_a_look_up_that_figures_have_passed_by_is_to_be_done_again(
    client: FlaskClient, world: World, order: Order
) -> None:
    client.post(at(world, f"/clients/{world.customer.id}/encours"), data={"order_id": order.id})
    stock = {"product": ["MOB-001"], "about": order.reference}
    client.post(at(world, "/stock/consulter"), data=stock)
    assert "à refaire" not in page(client, world, order)
    world.customer.credit_limit, world.desk.physical = 1, 3
    assert page(client, world, order).count("à refaire") == 2


def test_a_look_up_for_nothing_in_particular_has_its_own_page(
    client: FlaskClient, world: World
) -> None:
    address = at(world, f"/clients/{world.customer.id}/encours")
    assert "Pas encore consulté" in client.get(address).text
    assert client.post(address).location == address
    assert "plafond de" in client.get(address).text


def test_the_order_is_recorded_with_a_promise(
    client: FlaskClient, ctx: Context, world: World, order: Order
) -> None:
    answer = client.post(
        at(world, f"/commandes/{order.id}/enregistrer"),
        data={"promised_on": "2026-11-18"},
        follow_redirects=True,
    )
    assert f"Commande {order.reference} enregistrée." in answer.text
    assert "diffère encore du devis" in answer.text
    assert "Envoyer l’accusé de réception" in answer.text
    assert said(ctx, "order.recorded")[0][1]["promised_on"] == "2026-11-18"


@pytest.mark.parametrize(
    ("path", "data", "text"),
    [
        ("enregistrer", {"promised_on": "demain"}, "Indiquez la date"),
        ("enregistrer", {"promised_on": "2026-10-01"}, "La date promise est passée"),
        ("attente", {"reason": " "}, "Indiquez le motif"),
        ("refuser", {}, "Indiquez le motif"),
        ("accuser", {}, "pas enregistrée"),
        ("lever-attente", {"ground": "paid"}, "pas en attente"),
        ("lever-attente", {"ground": "ailleurs"}, "Choisissez ce qui permet"),
    ],
)
def test_a_refusal_says_why(
    client: FlaskClient, world: World, order: Order, path: str, data: dict[str, str], text: str
) -> None:
    answer = client.post(at(world, f"/commandes/{order.id}/{path}"), data=data)
    assert answer.status_code == 422
    assert text in answer.text


@pytest.mark.parametrize(
    ("path", "data", "verb"),
    [
        ("ecarts", {}, "order.differences_raised"),
        ("aligner", {}, "order.corrected"),
        ("attente", {"reason": "à vérifier"}, "order.held"),
        ("refuser", {"reason": "plafond"}, "order.declined"),
    ],
)
def test_each_decision_has_its_button(
    client: FlaskClient,
    ctx: Context,
    world: World,
    order: Order,
    path: str,
    data: dict[str, str],
    verb: str,
) -> None:
    answer = client.post(at(world, f"/commandes/{order.id}/{path}"), data=data)
    assert (answer.status_code, len(said(ctx, verb))) == (303, 1)


def test_an_approval_begins_with_figures_and_is_sent(
    client: FlaskClient, ctx: Context, world: World, order: Order
) -> None:
    address = at(world, f"/accords/nouveau?kind=over_limit&about={order.reference}")
    assert f"Commande {order.reference}, Atelier Lumen" in client.get(address).text
    data = {"kind": "over_limit", "about": order.reference, "post": "director", "facts": "Voir."}
    answer = client.post(at(world, "/accords/nouveau"), data=data, follow_redirects=True)
    assert "En attente de réponse" in answer.text
    assert ctx.find(Approval, said(ctx, "approval.requested")[0][0]).facts == "Voir."


@pytest.mark.parametrize(
    ("data", "text"),
    [({"facts": ""}, "Exposez les faits"), ({"about": "CDE-0"}, "introuvable")],
)
def test_a_request_that_lacks_something_keeps_what_was_typed(
    client: FlaskClient, world: World, order: Order, data: dict[str, str], text: str
) -> None:
    form = {"kind": "over_limit", "about": order.reference, "post": "director", "facts": "Vu."}
    form |= {"options": "Un acompte de 30 %.", **data}
    answer = client.post(at(world, "/accords/nouveau"), data=form)
    assert answer.status_code == 422
    assert text in answer.text
    assert "Un acompte de 30 %." in answer.text


def test_the_page_of_an_order_that_went_far_asks_the_database_twelve_times_at_most(
    client: FlaskClient, ctx: Context, world: World, order: Order, count_sql: Callable[[], Any]
) -> None:
    ApprovalFactory(customer=world.customer, about=order.reference)
    client.post(at(world, f"/commandes/{order.id}/comparer"))
    client.post(at(world, f"/clients/{world.customer.id}/encours"), data={"order_id": order.id})
    stock = {"product": "MOB-001", "about": order.reference}
    client.post(at(world, "/stock/consulter"), data=stock)
    address = at(world, f"/commandes/{order.id}")
    with count_sql() as statements:
        assert client.get(address).status_code == 200
    assert len(statements) <= 12


@pytest.mark.parametrize("path", ["/commandes", "/accords/nouveau?about=CDE-2026-000001"])
def test_other_screens_are_as_thrifty(
    client: FlaskClient, world: World, order: Order, path: str, count_sql: Callable[[], Any]
) -> None:
    address = at(world, path)
    with count_sql() as statements:
        assert client.get(address).status_code == 200
    assert len(statements) <= 12


def test_a_trainer_looks_on_without_any_button(
    app: Flask, ctx: Context, world: World, order: Order
) -> None:
    ctx.session.commit()
    trainer = sign_in(app.test_client(), world.trainer)
    html = trainer.get(at(world, f"/commandes/{order.id}")).text
    assert order.reference in html
    for act in ("Enregistrer la commande", "Consulter l’encours", "Voir le stock"):
        assert act not in html
    assert trainer.post(at(world, f"/commandes/{order.id}/comparer")).status_code == 403
