"""The platform's screens: status line, messages, directory, e-reporting, inbox."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.erp.models import Invoice
from sandbox.erp.queries.platform import events_of
from sandbox.erp.services import issue_credit_note, platform
from sandbox.erp.services.receiving import bring_supplier_invoice
from tests.erp.platform.test_received import supplier_invoice
from tests.factories.billing import invoiced, recorded
from tests.factories.platform import DirectoryLineFactory, available
from tests.factories.world import World

Count = Callable[[], AbstractContextManager[list[str]]]
SCREEN_BUDGET, ACT_BUDGET = 12, 20


@pytest.fixture
def at(world: World) -> str:
    """Address of the run."""
    return f"/parties/{world.run.id}"


def text(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.text


def test_the_status_line_says_who_said_what_and_leads_to_the_messages(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice = available(ctx, world)
    shown = text(client, f"{at}/factures/{invoice.id}")
    assert "203 Mise à disposition" in shown
    assert "par la plateforme de réception" in shown
    assert "sans valeur fiscale" in shown
    assert f"{at}/factures/{invoice.id}/messages/" in shown


def test_a_message_is_read_field_by_field_and_taken_away_as_xml(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice = invoiced(ctx, world)
    platform.reject_invoice(ctx.acting_as("platform"), invoice, reason="DEST_INC")
    [event] = events_of(ctx.session, ctx.run.id, invoice.id)
    address = f"{at}/factures/{invoice.id}/messages/{event.id}"
    shown = text(client, address)
    assert "MDT-113" in shown
    assert "le client est inconnu de l’annuaire" in shown
    file = client.get(f"{address}.xml")
    assert (file.mimetype, b"DEST_INC" in file.data) == ("application/xml", True)
    assert f"{invoice.reference}_213_" in file.headers["Content-Disposition"]
    text(client, f"{at}/factures/{invoice.id}/messages/999999", status=404)


def test_a_rejected_invoice_shows_the_way_out_step_by_step(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    DirectoryLineFactory(address=f"{world.customer.siren}_COMPTA")
    invoice = invoiced(ctx, world)
    platform.reject_invoice(ctx.acting_as("platform"), invoice, reason="REJ_ADR")
    page = f"{at}/factures/{invoice.id}"
    assert "La fiche du client est encore fausse" in text(client, page)
    world.customer.platform_address = f"{world.customer.siren}_COMPTA"
    assert "La fiche du client est encore fausse" not in text(client, page)
    note = issue_credit_note(ctx, ctx.find(Invoice, invoice.reference), reason="Rejet")
    assert f"Avoir interne {note.reference}" in text(client, page)
    assert f"{at}/expeditions/{invoice.delivery_id}" in text(client, page)


def test_sending_the_same_number_again_is_refused_and_explained(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice = invoiced(ctx, world)
    platform.reject_invoice(ctx.acting_as("platform"), invoice, reason="REJ_ADR")
    answer = client.post(f"{at}/factures/{invoice.id}/renvoyer")
    assert (answer.status_code, "nouveau numéro" in answer.text) == (422, True)


def test_a_suspended_invoice_is_completed_from_its_page(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice = available(ctx, world)
    buyer = ctx.acting_as("customer:CLI-0001")
    platform.answer_invoice(buyer, invoice, status=208, reason="JUSTIF_ABS")
    page, note = f"{at}/factures/{invoice.id}", invoice.delivery.reference
    assert note in text(client, page)
    assert client.post(f"{page}/completer", data={"document": "x"}).status_code == 422
    answer = client.post(f"{page}/completer", data={"document": note})
    assert answer.status_code == 303
    assert "209 Complétée" in text(client, page)


def test_the_order_number_that_was_missing_is_noted_from_the_refusal(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    order = recorded(ctx, world, customer_reference="")
    invoice = invoiced(ctx, world, order)
    buyer = ctx.acting_as("customer:CLI-0001")
    platform.refuse_invoice(buyer, invoice, reason="CMD_ERR")
    assert "Numéro de commande donné par le client" in text(client, f"{at}/factures/{invoice.id}")
    address = f"{at}/commandes/{order.id}/numero-du-client"
    assert client.post(address, data={"number": " "}).status_code == 422
    assert client.post(address, data={"number": "BC-4471"}).status_code == 303
    ctx.session.refresh(order)
    assert order.customer_reference == "BC-4471"


def test_the_directory_answers_about_one_company(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    siren = world.customer.siren
    DirectoryLineFactory(address=siren, closes_on=date(2026, 10, 1))
    DirectoryLineFactory(address=f"{siren}_COMPTA")
    assert "Qui cherchez-vous" in text(client, f"{at}/plateforme/annuaire")
    shown = text(client, f"{at}/plateforme/annuaire?q={siren}")
    assert "Fermée" in shown
    assert f"{siren}_COMPTA" in shown
    assert "Inconnu de l’annuaire" in text(client, f"{at}/plateforme/annuaire?q=nulle-part")


def test_e_reporting_shows_totals_and_gives_the_file(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    assert "Rien à déclarer" in text(client, f"{at}/plateforme/e-reporting")
    world.customer.business = False
    invoiced(ctx, world)
    shown = text(client, f"{at}/plateforme/e-reporting")
    assert "20/11/2026" in shown
    assert "5,5" in shown
    file = client.get(f"{at}/plateforme/e-reporting/2026-11-01.xml")
    assert (file.mimetype, b"TLB1" in file.data) == ("application/xml", True)
    text(client, f"{at}/plateforme/e-reporting/hier.xml", status=404)


def test_a_suppliers_invoice_is_answered_from_the_inbox(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice = bring_supplier_invoice(ctx.acting_as("platform"), supplier_invoice(ctx, world))
    assert invoice.reference in text(client, f"{at}/plateforme")
    address = f"{at}/plateforme/recues/{invoice.id}/statut"
    for wrong in ("", "x:", "999:", "207:DEST_INC?", "212:"):
        assert client.post(address, data={"answer": wrong}).status_code == 422
    assert client.post(address, data={"answer": "210:CMD_ERR"}).status_code == 303
    assert "210 Refusée" in text(client, f"{at}/plateforme")


def test_the_screens_stay_within_their_statements(
    client: FlaskClient, ctx: Context, world: World, at: str, count_sql: Count
) -> None:
    bring_supplier_invoice(ctx.acting_as("platform"), supplier_invoice(ctx, world))
    invoice = invoiced(ctx, world)
    platform.reject_invoice(ctx.acting_as("platform"), invoice, reason="REJ_ADR")
    issue_credit_note(ctx, invoice, reason="Rejet")
    spent = {}
    for screen in (
        f"factures/{invoice.id}",
        "plateforme",
        "plateforme/annuaire?q=lumen",
        "plateforme/e-reporting",
    ):
        with count_sql() as seen:
            text(client, f"{at}/{screen}")
        spent[screen] = len(seen)
    assert {name: n for name, n in spent.items() if n > SCREEN_BUDGET} == {}


def test_acts_stay_within_their_statements(
    client: FlaskClient, ctx: Context, world: World, at: str, count_sql: Count
) -> None:
    invoice = available(ctx, world)
    platform.answer_invoice(
        ctx.acting_as("customer:CLI-0001"), invoice, status=208, reason="JUSTIF_ABS"
    )
    with count_sql() as seen:
        client.post(
            f"{at}/factures/{invoice.id}/completer",
            data={"document": invoice.delivery.reference},
        )
    assert len(seen) <= ACT_BUDGET
