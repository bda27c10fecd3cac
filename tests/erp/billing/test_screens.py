"""Screens of shipping and billing: they open, act by one use case, and stay within their budget."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.erp.models import DeliveryNote, Invoice
from sandbox.erp.services.dunning import send_dunning
from sandbox.erp.services.paying import consult_bank, record_payment
from tests.factories.billing import (
    BankLineFactory,
    InvoiceFactory,
    invoiced,
    prepared,
    recorded,
    shipped,
)
from tests.factories.world import World

Count = Callable[[], AbstractContextManager[list[str]]]
YESTERDAY = date(2026, 11, 1)
BUDGET = 12
# Nine of them are the door's own; issuing also writes the document and its outbox item.
ACT_BUDGET = 20


@pytest.fixture
def at(world: World) -> str:
    """Address of the run."""
    return f"/parties/{world.run.id}"


def text(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.text


@pytest.mark.parametrize(
    ("screen", "said"),
    [
        ("expeditions", "Aucun bon de livraison"),
        ("factures", "Aucune facture"),
        ("reglements", "Le relevé n’a pas été consulté"),
        ("relances", "Aucune facture en retard"),
    ],
)
def test_an_empty_screen_says_what_it_is_for(
    client: FlaskClient, at: str, screen: str, said: str
) -> None:
    assert said in text(client, f"{at}/{screen}")


def test_an_order_is_prepared_carried_shipped_and_invoiced(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    order = recorded(ctx, world)
    assert order.reference in text(client, f"{at}/expeditions")
    note = client.post(f"{at}/commandes/{order.id}/preparer").location
    assert "Transports Balisiers" in text(client, note)
    client.post(f"{note}/transporteur", data={"carrier": world.carrier.id})
    assert client.post(f"{note}/expedier").status_code == 303
    assert "brouillon sans numéro" in text(client, f"{note}/facture")
    invoice = client.post(f"{note}/facturer").location
    assert "FA-2026-000001" in text(client, invoice)


def test_the_screens_stay_within_their_statements(
    client: FlaskClient, ctx: Context, world: World, at: str, count_sql: Count
) -> None:
    invoice, ready = invoiced(ctx, world), recorded(ctx, world)
    late = InvoiceFactory(
        customer=world.customer, product=world.desk, due_on=ctx.today().replace(day=1)
    )
    send_dunning(ctx, late, level="call")
    record_payment(ctx, BankLineFactory(), customer=world.customer)
    BankLineFactory()
    consult_bank(ctx)
    delivery = prepared(ctx, world, ready)
    screens = (
        "expeditions",
        f"expeditions/{delivery.id}",
        f"expeditions/{invoice.delivery_id}",
        "factures",
        f"factures/{late.id}",
        "reglements",
        "relances",
        f"relances/{late.id}/reminder_1",
    )
    spent = {}
    for screen in screens:
        with count_sql() as seen:
            text(client, f"{at}/{screen}")
        spent[screen] = len(seen)
    assert {name: n for name, n in spent.items() if n > BUDGET} == {}


def test_goods_do_not_leave_without_a_carrier_and_say_so(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    order = recorded(ctx, world)
    note = client.post(f"{at}/commandes/{order.id}/preparer").location
    answer = client.post(f"{note}/expedier")
    assert answer.status_code == 422
    assert "Choisissez un transporteur" in answer.text
    assert client.post(f"{note}/transporteur").status_code == 422


def test_an_issued_invoice_is_not_changed_by_any_address(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice = invoiced(ctx, world)
    answer = client.post(f"{at}/factures/{invoice.id}/modifier")
    assert answer.status_code == 422
    assert "ne se modifie pas" in answer.text


def test_a_credit_note_without_a_reason_comes_back(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    address = f"{at}/factures/{invoiced(ctx, world).id}/avoir"
    answer = client.post(address, data={"reason": " "})
    assert (answer.status_code, "Indiquez le motif" in answer.text) == (422, True)
    long = client.post(address, data={"reason": "x" * 501})
    assert (long.status_code, "x" * 501 in long.text) == (422, True)
    assert client.post(address, data={"reason": "Prix faux"}).status_code == 303


def test_a_rejected_invoice_says_why_in_plain_words(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice: Invoice = InvoiceFactory(
        customer=world.customer,
        product=world.desk,
        platform_status="rejected",
        platform_reason="ADR_ERR",
    )
    shown = text(client, f"{at}/factures/{invoice.id}")
    assert "adresse de facturation électronique du client manque" in shown
    assert "émettez un avoir" in shown


def test_the_list_is_searched_filtered_and_sorted(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    late = InvoiceFactory(
        customer=world.customer, product=world.desk, due_on=ctx.today().replace(day=1)
    )
    other = InvoiceFactory(customer=world.newcomer, product=world.lamp, platform_status="refused")
    assert late.reference not in text(client, f"{at}/factures?q=pivoine")
    overdue = text(client, f"{at}/factures?state=overdue")
    assert (late.reference in overdue, other.reference in overdue) == (True, False)
    assert other.reference in text(client, f"{at}/factures?state=stopped")
    by_client = text(client, f"{at}/factures?sort=-customer")
    assert by_client.index(other.reference) < by_client.index(late.reference)


def test_bank_lines_show_once_the_bank_is_consulted(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    line = BankLineFactory()
    assert "Enregistrer le règlement" not in text(client, f"{at}/reglements")
    client.post(f"{at}/reglements/consulter")
    assert "Enregistrer le règlement" in text(client, f"{at}/reglements")
    bad = client.post(f"{at}/reglements/banque/{line.id}", data={"method": "cheque"})
    assert (bad.status_code, "Choisissez un client." in bad.text) == (422, True)
    good = {"customer": "CLI-0001", "method": "transfer"}
    assert client.post(f"{at}/reglements/banque/{line.id}", data=good).status_code == 303
    assert "Rien à enregistrer" in text(client, f"{at}/reglements")


def test_a_wrong_amount_comes_back_as_typed(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    invoice = InvoiceFactory(customer=world.customer, product=world.desk)
    payment = record_payment(ctx, BankLineFactory(), customer=world.customer)
    address = f"{at}/reglements/{payment.id}/lettrer"
    for typed, said in (("douze", "n’est pas un montant"), ("900", "Il reste"), ("0", "supérieur")):
        answer = client.post(address, data={"invoice": invoice.id, "amount": typed})
        assert answer.status_code == 422
        assert f'value="{typed}"' in answer.text
        assert said in answer.text.replace("&#39;", "’")
    assert client.post(address, data={"invoice": invoice.id, "amount": ""}).status_code == 303


def test_a_payment_for_two_invoices_is_reconciled_in_one_go(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    first = InvoiceFactory(customer=world.customer, product=world.desk)
    second = InvoiceFactory(customer=world.customer, product=world.lamp)
    line = BankLineFactory(amount=first.balance + second.balance, label="VIR")
    payment = record_payment(ctx, line, customer=world.customer)
    shown = text(client, f"{at}/reglements")
    assert "Ensemble" in shown
    assert "Somme exacte" in shown
    address = f"{at}/reglements/{payment.id}/lettrer"
    both = f"{first.id}+{second.id}"
    typed = client.post(address, data={"invoice": both, "amount": "12"})
    assert (typed.status_code, "une seule facture" in typed.text) == (422, True)
    answer = client.post(address, data={"invoice": both, "amount": ""})
    assert answer.status_code == 303
    assert f"{first.reference}, {second.reference} lettrées." in text(client, answer.location)


def test_the_dunning_screen_leads_to_the_letter_and_the_letter_to_the_act(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    ctx.run.clock = ctx.run.clock.replace(day=9)
    invoice = InvoiceFactory(customer=world.customer, product=world.desk)
    assert f"/relances/{invoice.id}/call" in text(client, f"{at}/relances")
    assert "Noter l’appel" in text(client, f"{at}/relances/{invoice.id}/call")
    assert "recommandé" in text(client, f"{at}/relances/{invoice.id}/formal_notice")
    text(client, f"{at}/relances/{invoice.id}/litigation", status=422)
    assert client.post(f"{at}/relances/{invoice.id}", data={"level": "x"}).status_code == 422
    sent = client.post(f"{at}/relances/{invoice.id}", data={"level": "call"})
    assert "par téléphone" in text(client, sent.location)


def test_the_aged_balance_shows_once_looked_up(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    ctx.run.clock = ctx.run.clock.replace(day=9)
    InvoiceFactory(customer=world.customer, product=world.desk)
    assert '<svg class="chart aged' not in text(client, f"{at}/relances")
    client.post(f"{at}/relances/balance")
    assert '<svg class="chart aged' in text(client, f"{at}/relances")


def test_a_document_is_served_before_its_file_is_there(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    delivery: DeliveryNote = shipped(ctx, world)
    found = client.get(f"{at}/documents/par-reference/{delivery.reference}")
    assert found.status_code == 303
    file = client.get(found.location)
    assert (file.mimetype, file.data[:4]) == ("application/pdf", b"%PDF")
    assert file.headers["Content-Disposition"] == f'inline; filename="{delivery.reference}.pdf"'
    missing = text(client, f"{at}/documents/par-reference/FA-2026-000999", status=404)
    assert "pas encore disponible" in missing
    text(client, f"{at}/documents/999999.pdf", status=404)


def test_acts_stay_within_their_statements(
    client: FlaskClient, ctx: Context, world: World, at: str, count_sql: Count
) -> None:
    order, line = recorded(ctx, world), BankLineFactory()
    late = InvoiceFactory(customer=world.customer, product=world.desk)
    spent: dict[str, int] = {}

    def post(address: str, **data: object) -> str:
        with count_sql() as seen:
            answer = client.post(address, data=data)
        assert answer.status_code == 303
        spent[address] = len(seen)
        return answer.location

    note = post(f"{at}/commandes/{order.id}/preparer")
    post(f"{note}/transporteur", carrier=world.carrier.id)
    post(f"{note}/expedier")
    post(f"{note}/facturer")
    post(f"{at}/relances/{late.id}", level="reminder_1")
    post(f"{at}/reglements/banque/{line.id}", customer="CLI-0001", method="transfer")
    assert {address: n for address, n in spent.items() if n > ACT_BUDGET} == {}
