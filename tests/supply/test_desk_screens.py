"""Screens of counts, quarantine, claims, invoices, marketplace, workshop."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.journal.recording import write_entries
from sandbox.supply import services
from sandbox.supply.models import MarketOffer, PurchaseOrder, QuarantineCause
from sandbox.supply.services import InvoicedLineDraft
from tests.factories.supply import (
    ArrivalFactory,
    ProductFactory,
    PurchaseOrderFactory,
    PurchaseOrderLineFactory,
)
from tests.factories.world import World

SCREENS = (
    "stock/mouvements",
    "stock/mouvements?state=receipt",
    "stock/propositions",
    "stock/inventaires",
    "stock/quarantaine?state=all",
    "stock/production",
    "achats/litiges",
    "achats/factures",
    "achats/place-de-marche",
)


@pytest.fixture
def home(world: World) -> str:
    return f"/parties/{world.run.id}"


@pytest.fixture
def order(ctx: Context, world: World) -> PurchaseOrder:
    line = PurchaseOrderLineFactory(product=world.desk)
    return PurchaseOrderFactory(supplier=world.supplier, lines=[line])


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


def post(client: FlaskClient, address: str, **fields: str) -> str:
    """Post a form that is taken, and read the page that follows."""
    answer = client.post(address, data=fields)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return text(client, answer.location)


def test_each_list_opens_empty_and_within_its_statements(
    client: FlaskClient, home: str, count_sql: Callable
) -> None:
    for screen in SCREENS:
        with count_sql() as statements:
            text(client, f"{home}/{screen}")
        assert len(statements) <= 12, screen


def test_a_count_goes_from_the_doubt_to_the_correction(
    client: FlaskClient, home: str, world: World
) -> None:
    shown = post(client, f"{home}/stock/{world.desk.id}/inventaire")
    assert "INV-2026-000001" in shown
    count = client.get(f"{home}/stock/inventaires").get_data(as_text=True)
    address = count.split("/stock/inventaires/")[1].split('"')[0]
    here = f"{home}/stock/inventaires/{address}"
    assert "Accord nécessaire" in post(client, f"{here}/compter", counted="7")
    assert "Accord demandé" in post(client, f"{here}/soumettre", facts="Casse au dépôt.")
    shown = post(client, f"{here}/corriger", cause="breakage")
    assert "il fallait l&#39;accord" in shown
    assert "Inventaire" in text(client, f"{home}/stock/mouvements")


def test_a_number_that_is_not_one_is_refused(client: FlaskClient, home: str, world: World) -> None:
    fields = {"quantity": "trois", "cause": "damaged"}
    answer = client.post(f"{home}/stock/{world.desk.id}/quarantaine", data=fields)
    assert answer.status_code == 422
    assert "nombre entier" in answer.get_data(as_text=True)


def test_units_are_set_apart_and_settled(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    fields = {"quantity": "2", "cause": "damaged"}
    shown = post(client, f"{home}/stock/{world.desk.id}/quarantaine", **fields)
    assert "moins mis à part" in shown
    kept = services.quarantine_units(ctx, world.lamp, quantity=1, cause=QuarantineCause.TO_CHECK)
    shown = post(client, f"{home}/stock/quarantaine/{kept.id}/remettre")
    assert "MOB-001" in shown
    assert "MOB-009" not in shown


def test_a_damaged_arrival_leads_to_the_protest(
    client: FlaskClient, home: str, order: PurchaseOrder
) -> None:
    arrival = ArrivalFactory(purchase_order=order)
    fields = {"lines-0-product": "MOB-001", "lines-0-counted": "10", "lines-0-damaged": "2"}
    fields["reserves"] = "2 MOB-001 rayés"
    shown = post(client, f"{home}/achats/receptions/{arrival.id}", **fields)
    assert "Écrire la protestation" in shown
    letter = f"{home}/achats/receptions/{arrival.id}/protester"
    assert "L133-3" in text(client, letter)
    shown = post(client, letter, text="2 MOB-001 rayés à l'arrivée", channel="registered")
    assert "PRO-2026-000001" in shown


def test_a_claim_and_a_date_are_asked_from_the_order(
    client: FlaskClient, home: str, order: PurchaseOrder
) -> None:
    here = f"{home}/achats/{order.id}"
    fields = {"product": "MOB-001", "quantity": "2", "nature": "missing", "asks": "credit"}
    assert "LIT-2026-000001" in post(client, f"{here}/litige", **fields)
    assert "LIT-2026-000001" in text(client, f"{home}/achats/litiges")
    assert "avez demandé" in post(client, f"{here}/avancer-la-date", wanted_on="2026-11-10")


def test_an_invoice_is_matched_contested_and_approved(
    client: FlaskClient, home: str, ctx: Context, order: PurchaseOrder, count_sql: Callable
) -> None:
    lines = [InvoicedLineDraft("MOB-001", 10, 1410000)]
    invoice = services.receive_supplier_invoice(
        ctx, order, number="F-88", lines=lines, due_on=date(2026, 12, 17)
    )
    here = f"{home}/achats/factures/{invoice.id}"
    assert "facturé plus que reçu" in post(client, f"{here}/rapprocher")
    assert "Contestée" in post(client, f"{here}/contester", reason="Rien n'est reçu.")
    with count_sql() as statements:
        assert "Contestée" in text(client, f"{home}/achats/factures")
    assert len(statements) <= 12
    assert "Bon à payer" in post(client, f"{here}/approuver")


def test_an_offer_of_the_marketplace_is_bought(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    offer = MarketOffer(
        reference="OFF-0001",
        product_id=world.desk.id,
        supplier_id=world.supplier.id,
        unit_price=1200000,
        delay_days=3,
        rating=45,
    )
    ctx.add(offer)
    assert "4,5 / 5" in text(client, f"{home}/achats/place-de-marche")
    shown = post(client, f"{home}/achats/place-de-marche/{offer.id}", quantity="3")
    assert "CF-2026-000001" in shown


def test_the_workshop_is_asked_from_its_screen(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    world.desk.made = True
    fields = {"product": "MOB-001", "quantity": "3", "wanted_on": "2026-11-20"}
    shown = post(client, f"{home}/stock/production", **fields)
    assert "OF-2026-000001" in shown
    here = f"{home}/stock/production/" + shown.split("/stock/production/")[1].split("/")[0]
    post(client, f"{here}/relancer")
    assert "13/11/2026" in post(client, f"{here}/avancer", wanted_on="2026-11-13")


def test_a_proposal_shows_its_working(
    client: FlaskClient, home: str, ctx: Context, world: World
) -> None:
    ProductFactory(physical=3, supplier_id=world.supplier.id, demand=100, minimum=30)
    shown = text(client, f"{home}/stock/propositions")
    assert "3 disponibles + 0 attendus = 3" in shown
    assert "commander 30" in shown
    assert "Rupture avant livraison" in shown


def test_the_stock_is_shown_day_after_day(
    client: FlaskClient, home: str, ctx: Context, order: PurchaseOrder, world: World
) -> None:
    write_entries(ctx)
    shown = text(client, f"{home}/stock/{world.desk.id}")
    assert "Le disponible, jour après jour" in shown
    assert order.reference in shown
