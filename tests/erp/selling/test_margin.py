"""What a quote earns, and a new quote made from an earlier one."""

from dataclasses import replace

import pytest

from sandbox.core.context import Context
from sandbox.core.setting import SalesProcedure
from sandbox.documents import mentions
from sandbox.documents.building.common import circumstances
from sandbox.documents.building.offering import early_payment_mention
from sandbox.erp.margin import cost_of, margin_of, price_of
from sandbox.erp.models import OfferTerms, Quote
from sandbox.erp.services import LineDraft, draw_up_quote, receive_order, send_quote
from sandbox.erp.services.quoting import margin_breach
from sandbox.erp.showing.quotes import asked_again, margin_shown
from tests.factories.world import World
from tests.supply.journal import cautions


def offered(ctx: Context, world: World, *lines: LineDraft) -> Quote:
    """A draft for the known customer."""
    return draw_up_quote(ctx, customer=world.customer, lines=list(lines))


def test_the_margin_of_the_oracle(ctx: Context, world: World) -> None:
    # Cost 60, price 100: « marge » 66.67 %, « marque » 40 % (business_rules, margin).
    world.desk.cost, world.desk.value = 600000, 0
    quote = offered(ctx, world, LineDraft("MOB-001", 1, 0, 1000000))
    found = margin_of(quote)
    assert found is not None
    assert (price_of(quote), cost_of(quote), found.amount) == (10000, 6000, 4000)
    assert (found.markup, found.margin) == (6667, 4000)
    assert margin_shown(quote)[-1][0] == "Taux de marque : marge ÷ prix"


def test_an_option_earns_nothing_yet(ctx: Context, world: World) -> None:
    bare = offered(ctx, world, LineDraft("MOB-001", 1))
    quote = offered(ctx, world, LineDraft("MOB-001", 1), LineDraft("MOB-001", 5, optional=True))
    assert margin_of(quote) == margin_of(bare)


@pytest.mark.parametrize(("floor", "thin"), [(0, False), (9900, True)])
def test_the_floor_is_the_procedures(ctx: Context, world: World, floor: int, thin: bool) -> None:
    quote = offered(ctx, world, LineDraft("MOB-001", 1))
    assert bool(margin_breach(quote, SalesProcedure(margin_floor=floor))) is thin


def test_a_sale_at_a_loss_is_let_pass_with_a_warning(ctx: Context, world: World) -> None:
    send_quote(ctx, offered(ctx, world, LineDraft("MOB-001", 1, 0, 10000)))
    assert "MarginBelowFloor" in cautions(ctx)


def test_a_quote_starts_from_an_earlier_one_at_todays_terms(ctx: Context, world: World) -> None:
    quote = offered(
        ctx, world, LineDraft("MOB-001", 4, 300), LineDraft("MOB-011", 1, optional=True)
    )
    first, second = asked_again(quote)
    assert (first["product"], first["quantity"]) == ("MOB-001", "4")
    assert (first["unit_price"], first["discount"]) == ("", "")
    assert [first["optional"], second["optional"]] == [False, True]


def test_a_quote_starts_from_an_earlier_order(ctx: Context, world: World) -> None:
    order = receive_order(ctx, customer=world.customer, lines=[LineDraft("MOB-001", 2)])
    assert [row["quantity"] for row in asked_again(order)] == ["2"]


def test_the_invoice_states_the_escompte_that_was_agreed(ctx: Context, world: World) -> None:
    terms, lines = OfferTerms(early_payment=200, early_payment_days=8), [LineDraft("MOB-001", 4)]
    quote = draw_up_quote(ctx, customer=world.customer, lines=lines, terms=terms)
    send_quote(ctx, quote)
    order = receive_order(ctx, customer=world.customer, quote=quote, lines=lines)
    case = circumstances(ctx, world.customer)
    assert mentions.of_invoice(case)[0] == "Pas d’escompte en cas de paiement anticipé."
    agreed = replace(case, early_payment=early_payment_mention(order, "fr"))
    assert mentions.of_invoice(agreed)[0].startswith("Escompte de 2")
