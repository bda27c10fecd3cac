"""Quotes in the browser."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.crm.models import Message
from sandbox.erp.models import Quote, QuoteStatus
from tests.factories.crm import MessageFactory
from tests.factories.erp import QuoteFactory
from tests.factories.world import World
from tests.supply.journal import said


def typed(*lines: tuple[str, str, str], **header: str) -> dict[str, str]:
    """What a browser sends: header fields, then product, quantity and discount of each line."""
    form = {"customer": "CLI-0001", "validity_days": "30", **header}
    for number, (product, quantity, discount) in enumerate(lines):
        form |= {
            f"lines-{number}-product": product,
            f"lines-{number}-quantity": quantity,
            f"lines-{number}-discount": discount,
        }
    return form


def at(world: World, path: str) -> str:
    """Address in the run."""
    return f"/parties/{world.run.id}{path}"


def only_quote(ctx: Context) -> Quote:
    """The quote that the browser made."""
    [entry] = said(ctx, "quote.drawn_up")[-1:]
    return ctx.find(Quote, entry[0])


def test_an_empty_list_says_what_to_do(client: FlaskClient, world: World) -> None:
    html = client.get(at(world, "/devis")).text
    assert "Aucun devis pour le moment" in html
    assert "Établir un devis" in html


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", True), ("?q=lumen", True), ("?q=pivoine", False), ("?state=sent", False)],
)
def test_the_list_is_searched_and_filtered(
    client: FlaskClient, ctx: Context, world: World, query: str, shown: bool
) -> None:
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1)])
    html = client.get(at(world, f"/devis{query}")).text
    assert (f"{quote.reference}</a></th>" in html) is shown


def test_the_grid_knows_the_customer_and_the_enquiry(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    enquiry: Message = MessageFactory(customer_id=world.customer.id)
    html = client.get(at(world, f"/devis/nouveau?demande={enquiry.id}")).text
    assert '<option selected value="CLI-0001">' in html
    assert "chiffrer quatre bureaux" in html


def test_a_draft_is_kept_and_leads_to_its_control(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    form = typed(("MOB-001", "4", "5"), ("", "", ""), then="control", requested_on="2026-11-20")
    answer = client.post(at(world, "/devis/nouveau"), data=form)
    quote = only_quote(ctx)
    assert answer.status_code == 303
    assert answer.location == at(world, f"/devis/{quote.id}/controle")
    assert (quote.status, len(quote.lines), quote.lines[0].discount) == ("draft", 1, 500)


@pytest.mark.parametrize(
    ("line", "kept", "error"),
    [
        (("armoire", "4", ""), "armoire", "au catalogue"),
        (("MOB-001", "0", ""), 'value="0"', "entier, 1 ou plus"),
        (("MOB-001", "4", "140"), 'value="140"', "Une remise va de 0 à 100"),
    ],
)
def test_a_wrong_line_is_told_beside_it_and_everything_typed_stays(
    client: FlaskClient,
    ctx: Context,
    world: World,
    line: tuple[str, str, str],
    kept: str,
    error: str,
) -> None:
    form = typed(line, ("MOB-011", "7", ""), carriage="12,50", requested_on="2026-11-20")
    answer = client.post(at(world, "/devis/nouveau"), data=form)
    assert answer.status_code == 422
    for text in (kept, error, 'value="7"', 'value="12,50"', 'value="2026-11-20"'):
        assert text in answer.text
    assert said(ctx, "quote.drawn_up") == []


@pytest.mark.parametrize(
    ("header", "error"),
    [
        ({"customer": ""}, "Choisissez un client."),
        ({"carriage": "douze"}, "pas un montant"),
        ({"carriage": "-1"}, "ne peuvent pas être négatifs"),
        ({"validity_days": "0"}, "De 1 à 365 jours."),
    ],
)
def test_a_wrong_heading_is_told_too(
    client: FlaskClient, world: World, header: dict[str, str], error: str
) -> None:
    answer = client.post(at(world, "/devis/nouveau"), data=typed(("MOB-001", "1", ""), **header))
    assert answer.status_code == 422
    assert error in answer.text


@pytest.mark.parametrize(("button", "lines"), [("add_line", 3), ("drop_line", 1)])
def test_lines_are_added_and_dropped_without_any_script(
    client: FlaskClient, ctx: Context, world: World, button: str, lines: int
) -> None:
    form = typed(("MOB-001", "1", ""), ("MOB-011", "7", ""), **{button: "1"})
    answer = client.post(at(world, "/devis/nouveau"), data=form)
    assert (answer.status_code, answer.text.count("data-line>") - 1) == (200, lines)
    assert said(ctx, "quote.drawn_up") == []


def test_the_preview_answers_totals_remarks_and_list_prices(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    form = typed(("MOB-001", "4", "8"), ("zzz", "1", ""))
    answer = client.post(at(world, "/devis/calculer"), data=form, headers={"HX-Request": "true"})
    assert "916,32" in answer.text
    assert "au-delà de votre délégation" in answer.text
    assert "n&#39;est pas au catalogue" in answer.text
    assert json.loads(answer.headers["HX-Trigger"]) == {"fill": {"lines-0-unit_price": "249,00"}}
    assert "<input" not in answer.text


def test_a_draft_is_revised(client: FlaskClient, ctx: Context, world: World) -> None:
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1)])
    address = at(world, f"/devis/{quote.id}/modifier")
    assert 'value="249,00"' in client.get(address).text
    assert client.post(address, data=typed(("MOB-011", "2", ""))).status_code == 303
    assert [line.product.reference for line in ctx.get(Quote, quote.id).lines] == ["MOB-011"]


def test_the_control_shows_the_letter_and_what_is_beyond_the_delegation(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1, {"discount": 800})])
    html = client.get(at(world, f"/devis/{quote.id}/controle")).text
    for text in ("Brouillon → définitif", "Bon pour accord", "Demander l’accord", "14 rue"):
        assert text in html


def test_sending_shows_the_warning_and_the_number(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1, {"discount": 800})])
    answer = client.post(at(world, f"/devis/{quote.id}/envoyer"), follow_redirects=True)
    assert "Devis DE-2026-000001 envoyé à 8:30." in answer.text
    assert "au-delà de votre délégation" in answer.text
    assert ctx.get(Quote, quote.id).status == QuoteStatus.SENT


@pytest.mark.parametrize("path", ["modifier", "controle"])
def test_a_sent_quote_has_no_grid_and_no_control(
    client: FlaskClient, ctx: Context, world: World, path: str
) -> None:
    quote = QuoteFactory(sent=True, customer=world.customer, lines=[(world.desk, 1)])
    assert client.get(at(world, f"/devis/{quote.id}/{path}")).status_code == 422


def test_a_customer_is_followed_up_from_the_page(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    quote = QuoteFactory(sent=True, customer=world.customer, lines=[(world.desk, 1)])
    assert "Relancer le client" in client.get(at(world, f"/devis/{quote.id}")).text
    assert client.post(at(world, f"/devis/{quote.id}/relancer")).status_code == 303
    assert len(said(ctx, "quote.followed_up")) == 1


@pytest.mark.parametrize("path", ["", "/nouveau", "/{id}", "/{id}/modifier", "/{id}/controle"])
def test_a_screen_asks_the_database_twelve_times_at_most(
    client: FlaskClient, ctx: Context, world: World, path: str, count_sql: Callable[[], Any]
) -> None:
    lines = [(world.desk, 1), (world.lamp, 2), (world.book, 3)]
    quotes = [QuoteFactory(customer=world.customer, lines=lines) for _ in range(5)]
    ctx.session.commit()
    with count_sql() as statements:
        answer = client.get(at(world, f"/devis{path.format(id=quotes[0].id)}"))
    assert answer.status_code == 200
    assert len(statements) <= 12


def test_a_quote_declined_shows_no_step_to_come(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    quote = QuoteFactory(sent=True, customer=world.customer, lines=[(world.desk, 2)])
    ctx.session.commit()
    bar = '<ol class="statusbar"'
    before = client.get(at(world, f"/devis/{quote.id}")).text.split(bar)[1].split("</ol>")[0]
    quote.status = "declined"
    ctx.session.commit()
    after = client.get(at(world, f"/devis/{quote.id}")).text.split(bar)[1].split("</ol>")[0]
    assert ("Accepté" in before, "Accepté" in after, "Refusé" in after) == (True, False, True)
