"""Discounts one after the other, a discount on the whole, options beside the total."""

import pytest

from sandbox.core.context import Context
from sandbox.documents.building.selling import quote_snapshot
from sandbox.documents.rendering import render
from sandbox.erp.comparison import differences
from sandbox.erp.errors.offering import BadOverallDiscount, NoFirmLine, NotAnOption
from sandbox.erp.errors.selling import BadDiscount
from sandbox.erp.forms.selling import TypedLine
from sandbox.erp.models import OfferTerms, Quote
from sandbox.erp.preview import preview
from sandbox.erp.services import (
    LineDraft,
    accept_quote,
    draw_up_quote,
    new_version,
    receive_order,
    send_quote,
)
from sandbox.erp.services.checking import correct_order
from tests.factories.world import World
from tests.supply.journal import cautions, said


def offered(ctx: Context, world: World, *lines: LineDraft, overall: int = 0) -> Quote:
    """A draft, with a discount on the whole if one is given."""
    terms = OfferTerms(overall_discount=overall)
    return draw_up_quote(ctx, customer=world.customer, lines=list(lines), terms=terms)


def test_ten_then_five_make_fourteen_and_a_half(ctx: Context, world: World) -> None:
    quote = offered(ctx, world, LineDraft("MOB-001", 4, 1000, 2500000, 500))
    # 1 000.00 less 10 % is 900.00, less 5 % is 855.00: business_rules, price_cascade_not_additive.
    assert quote.lines[0].net == 85500
    assert quote.highest_discount == 1450


def test_a_second_discount_counts_in_the_delegation(ctx: Context, world: World) -> None:
    send_quote(ctx, offered(ctx, world, LineDraft("MOB-001", 1, 400, None, 200)))
    assert cautions(ctx) == ["DiscountAboveDelegation"]
    assert said(ctx, "quote.sent")[0][1]["highest_discount"] == 592


def test_the_discount_on_the_whole_follows_the_vat_rate_of_each_line(
    ctx: Context, world: World
) -> None:
    quote = offered(ctx, world, LineDraft("MOB-001", 4, 0), LineDraft("MOB-011", 3, 0), overall=300)
    # 996.00 and 71.10 less 3 %: 966.12 at 20 %, 68.97 at 5.5 %; the eco-contribution stays whole.
    assert [line.net for line in quote.lines] == [96612, 6897]
    assert quote.net == 96612 + 6897 + sum(line.eco_total for line in quote.lines)
    # (966.12 + 12.40) at 20 %, 68.97 at 5.5 %.
    assert quote.vat == 19570 + 379


@pytest.mark.parametrize("overall", [-1, 10000])
def test_a_discount_on_the_whole_has_bounds(ctx: Context, world: World, overall: int) -> None:
    with pytest.raises(BadOverallDiscount):
        offered(ctx, world, LineDraft("MOB-011", 1), overall=overall)


def test_a_second_discount_has_bounds(ctx: Context, world: World) -> None:
    with pytest.raises(BadDiscount):
        offered(ctx, world, LineDraft("MOB-001", 1, 0, None, 10001))


def test_an_option_is_not_in_the_total(ctx: Context, world: World) -> None:
    bare = offered(ctx, world, LineDraft("MOB-001", 4))
    quote = offered(ctx, world, LineDraft("MOB-001", 4), LineDraft("MOB-011", 3, optional=True))
    assert (quote.net, quote.gross) == (bare.net, bare.gross)
    second = new_version(ctx, send_quote(ctx, quote))
    assert [line.optional for line in second.lines] == [False, True]


def test_options_alone_are_no_offer(ctx: Context, world: World) -> None:
    quote = offered(ctx, world, LineDraft("MOB-011", 3, optional=True))
    with pytest.raises(NoFirmLine):
        send_quote(ctx, quote)


def test_the_customer_takes_an_option_or_leaves_it(ctx: Context, world: World) -> None:
    lines = (LineDraft("MOB-001", 4), LineDraft("MOB-011", 3, optional=True))
    left, taken = (send_quote(ctx, offered(ctx, world, *lines)) for _ in range(2))
    accept_quote(ctx, left)
    accept_quote(ctx, taken, options=[2])
    assert [len(quote.agreed_lines) for quote in (left, taken)] == [1, 2]
    assert said(ctx, "quote.accepted")[1][1]["taken"] == ["MOB-011"]
    order = receive_order(
        ctx, customer=world.customer, quote=taken, lines=[LineDraft("MOB-001", 4)]
    )
    assert differences(order) == ("missing:MOB-011",)


def test_a_firm_line_is_no_option(ctx: Context, world: World) -> None:
    quote = send_quote(ctx, offered(ctx, world, LineDraft("MOB-001", 4)))
    with pytest.raises(NotAnOption):
        accept_quote(ctx, quote, options=[1])


def test_every_discount_goes_down_to_the_order_the_invoice_and_its_credit(
    ctx: Context, world: World
) -> None:
    line = LineDraft("MOB-001", 4, 1000, 2500000, 500)
    quote = send_quote(ctx, offered(ctx, world, line, overall=200))
    assert quote.lines[0].net == 83790
    asked = [LineDraft("MOB-001", 4)]
    order = receive_order(ctx, customer=world.customer, quote=quote, lines=asked)
    assert (order.lines[0].net, order.gross, differences(order)) == (83790, quote.gross, ())
    correct_order(ctx, order)
    assert order.lines[0].net == 83790


def test_two_discounts_are_typed_in_one_cell(world: World) -> None:
    draft = TypedLine("MOB-001", "4", "", "10 + 5").draft([world.desk])
    assert (draft.discount, draft.second_discount) == (1000, 500)
    with pytest.raises(ValueError, match="Deux remises au plus"):
        TypedLine("MOB-001", "4", "", "10 + 5 + 2").draft([world.desk])


def test_the_grid_shows_the_total_with_options(ctx: Context, world: World) -> None:
    typed = [TypedLine("MOB-001", "4"), TypedLine("MOB-001", "1", optional=True)]
    procedures = ctx.setting.procedures
    seen = preview(typed, [world.desk], world.customer, procedures, "assistant", overall=1000)
    assert (seen.goods, seen.overall) == (89640, 9960)
    # One desk more: 224.10 and 3.10 of eco-contribution, with 20 % of VAT.
    assert seen.with_options - seen.totals.gross == 27264


def test_the_document_sets_options_apart_with_their_total(ctx: Context, world: World) -> None:
    quote = offered(
        ctx,
        world,
        LineDraft("MOB-001", 4, 1000, None, 500),
        LineDraft("MOB-001", 1, 0, optional=True),
        overall=200,
    )
    printed = quote_snapshot(ctx, quote)
    assert [len(printed.lines), len(printed.options)] == [1, 1]
    assert printed.lines[0].further_discounts == (500, 200)
    assert (printed.gross_with_options or 0) > printed.totals.gross
    assert render(printed).startswith(b"%PDF")
