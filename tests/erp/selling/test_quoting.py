"""From a draft to the customer's answer."""

from datetime import date, timedelta
from typing import Any

import pytest

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.crm.models import Channel
from sandbox.erp.errors.selling import (
    AlreadySent,
    BadCarriage,
    BadDiscount,
    BadPrice,
    BadQuantity,
    BadValidity,
    EmptyQuote,
    ExpiredQuote,
    NotSent,
    UnknownProduct,
)
from sandbox.erp.models import Quote, QuoteStatus, RefusalReason
from sandbox.erp.services import (
    LineDraft,
    accept_quote,
    decline_quote,
    draw_up_quote,
    expire_quote,
    follow_up_quote,
    revise_quote,
    send_quote,
)
from tests.factories.crm import MessageFactory
from tests.factories.erp import ApprovalFactory, QuoteFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said


def drawn_up(ctx: Context, world: World, *lines: LineDraft, **terms: Any) -> Quote:
    """A draft for the known customer."""
    return draw_up_quote(ctx, customer=world.customer, lines=list(lines), **terms)


def too_dear(ctx: Context, quote: Quote) -> Quote:
    """The customer's no, for the price."""
    return decline_quote(ctx, quote, reason=RefusalReason.PRICE)


def test_a_quote_with_two_vat_rates_is_added_up_once_per_rate(ctx: Context, world: World) -> None:
    quote = drawn_up(ctx, world, LineDraft("MOB-001", 1, 500), LineDraft("MOB-011", 3))
    assert [line.net for line in quote.lines] == [23655, 7110]
    # 236.55 + 3.10 of eco-contribution + 45.00 of carriage at 20 %, 71.10 at 5.5 %.
    assert (quote.carriage, quote.net) == (4500, 23655 + 310 + 4500 + 7110)
    assert quote.vat == 5693 + 391
    assert quote.gross == quote.net + quote.vat


@pytest.mark.parametrize(
    ("quantity", "stated", "carriage"),
    [(1, None, 4500), (3, None, 0), (1, 0, 0), (3, 1250, 1250)],
    ids=["flat under the threshold", "free above it", "given away", "stated"],
)
def test_carriage_follows_the_procedure_unless_it_is_stated(
    ctx: Context, world: World, quantity: int, stated: int | None, carriage: int
) -> None:
    quote = drawn_up(ctx, world, LineDraft("MOB-001", quantity), carriage=stated)
    assert quote.carriage == carriage


def test_a_line_without_terms_takes_the_list_price_and_the_customers_discount(
    ctx: Context, world: World
) -> None:
    world.customer.discount = 1000
    [line] = drawn_up(ctx, world, LineDraft("MOB-001", 2)).lines
    assert (line.unit_price, line.discount, line.net) == (2490000, 1000, 44820)


def test_a_customer_abroad_with_a_vat_number_pays_no_french_vat(ctx: Context, world: World) -> None:
    world.customer.country = "BE"
    assert drawn_up(ctx, world, LineDraft("MOB-001", 1)).vat == 0


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        (LineDraft("MOB-999", 1), UnknownProduct),
        (LineDraft("MOB-001", 0), BadQuantity),
        (LineDraft("MOB-001", -2), BadQuantity),
        (LineDraft("MOB-001", 1, 10001), BadDiscount),
        (LineDraft("MOB-001", 1, -1), BadDiscount),
        (LineDraft("MOB-001", 1, None, -1), BadPrice),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_its_number(
    ctx: Context, world: World, line: LineDraft, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal, match="Ligne 2"):
        drawn_up(ctx, world, LineDraft("MOB-001", 1), line)
    assert said(ctx, "move.refused")[0][1]["reason"] == refusal.__name__


@pytest.mark.parametrize(
    ("terms", "refusal"), [({"carriage": -1}, BadCarriage), ({"validity_days": 0}, BadValidity)]
)
def test_terms_that_cannot_be_are_refused(
    ctx: Context, world: World, terms: dict[str, int], refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        drawn_up(ctx, world, LineDraft("MOB-001", 1), **terms)


def test_the_journal_tells_what_was_drawn_up(ctx: Context, world: World) -> None:
    enquiry = MessageFactory()
    quote = drawn_up(ctx, world, LineDraft("MOB-001", 4, 800), enquiry=enquiry)
    [(reference, payload)] = said(ctx, "quote.drawn_up")
    assert reference == quote.reference == quote.alias
    assert (payload["enquiry"], payload["highest_discount"]) == (enquiry.reference, 800)
    assert payload["lines"] == [
        {
            "product": "MOB-001",
            "quantity": 4,
            "unit_price": 2490000,
            "discount": 800,
            "net": 91632,
            "second_discount": 0,
            "overall_discount": 0,
        }
    ]


def test_a_price_cut_counts_as_a_discount(ctx: Context, world: World) -> None:
    quote = drawn_up(ctx, world, LineDraft("MOB-001", 1, 500, 2241000))
    assert quote.highest_discount == 1450


def test_a_revised_draft_says_what_is_given_now(ctx: Context, world: World) -> None:
    quote = drawn_up(ctx, world, LineDraft("MOB-001", 4), LineDraft("MOB-009", 1))
    revise_quote(ctx, quote, lines=[LineDraft("MOB-011", 2)], validity_days=10)
    ctx.session.flush()
    assert [line.product.reference for line in quote.lines] == ["MOB-011"]
    assert (quote.validity_days, quote.gross) == (10, 4740 + 4500 + 261 + 900)


def test_sending_gives_the_number_and_the_validity_runs_from_that_day(
    ctx: Context, world: World
) -> None:
    quote = drawn_up(ctx, world, LineDraft("MOB-001", 1), validity_days=15)
    ctx.run.clock += timedelta(days=3)
    send_quote(ctx, quote, channel=Channel.LETTER)
    assert (quote.reference, quote.status) == ("DE-2026-000001", QuoteStatus.SENT)
    assert quote.valid_until == date(2026, 11, 20)
    [(reference, payload)] = said(ctx, "quote.sent")
    assert (reference, payload["alias"]) == ("DE-2026-000001", quote.alias)
    assert payload["new_customer"] is False


def test_the_entry_keeps_when_the_enquiry_came(ctx: Context, world: World) -> None:
    enquiry = MessageFactory(at=paris(2026, 11, 2, 8, 0))
    quote = draw_up_quote(
        ctx, customer=world.newcomer, lines=[LineDraft("MOB-001", 1)], enquiry=enquiry
    )
    send_quote(ctx, quote)
    payload = said(ctx, "quote.sent")[0][1]
    assert (payload["asked_at"], payload["new_customer"]) == ("2026-11-02T08:00", True)


@pytest.mark.parametrize(
    ("lines", "own", "expected"),
    [
        ([LineDraft("MOB-001", 1, 500)], 0, []),
        ([LineDraft("MOB-001", 1, 501)], 0, ["DiscountAboveDelegation"]),
        ([LineDraft("MOB-001", 1, 800)], 800, []),
        ([LineDraft("MOB-001", 1, 0, 2000000)], 0, ["DiscountAboveDelegation"]),
        ([LineDraft("MOB-001", 21)], 0, ["AmountAboveDelegation"]),
    ],
    ids=["in the delegation", "above it", "the customer's own", "a price cut", "a large amount"],
)
def test_sending_beyond_the_delegation_is_let_pass_with_a_warning(
    ctx: Context, world: World, lines: list[LineDraft], own: int, expected: list[str]
) -> None:
    world.customer.discount = own
    send_quote(ctx, drawn_up(ctx, world, *lines))
    assert cautions(ctx) == said(ctx, "quote.sent")[0][1]["cautions"] == expected


def test_a_granted_discount_leaves_without_a_warning(ctx: Context, world: World) -> None:
    quote = drawn_up(ctx, world, LineDraft("MOB-001", 1, 800))
    granted = ApprovalFactory(customer=world.customer, about=quote.reference, kind="discount")
    send_quote(ctx, quote)
    payload = said(ctx, "quote.sent")[0][1]
    assert (payload["cautions"], payload["approval"]) == ([], granted.reference)


def test_an_empty_draft_is_kept_but_does_not_leave(ctx: Context, world: World) -> None:
    with pytest.raises(EmptyQuote):
        send_quote(ctx, drawn_up(ctx, world))
    assert "DE-2026" not in ctx.run.counters


@pytest.mark.parametrize("act", [send_quote, lambda ctx, quote: revise_quote(ctx, quote, lines=[])])
def test_a_sent_quote_never_changes(ctx: Context, world: World, act: Any) -> None:
    quote = QuoteFactory(sent=True, customer=world.customer, lines=[(world.desk, 1)])
    with pytest.raises(AlreadySent):
        act(ctx, quote)


@pytest.mark.parametrize(("day", "expected"), [(6, ["TooEarly"]), (9, [])])
def test_a_follow_up_waits_for_the_procedures_delay(
    ctx: Context, world: World, day: int, expected: list[str]
) -> None:
    quote = QuoteFactory(sent=True, customer=world.customer, lines=[(world.desk, 1)])
    ctx.run.clock = paris(2026, 11, day, 9, 0)
    follow_up_quote(ctx, quote)
    assert cautions(ctx) == expected
    assert said(ctx, "quote.followed_up")[0][1]["sent_on"] == "2026-11-02"


@pytest.mark.parametrize(
    "answer",
    [
        follow_up_quote,
        accept_quote,
        too_dear,
        expire_quote,
    ],
)
def test_a_draft_awaits_no_answer(ctx: Context, world: World, answer: Any) -> None:
    with pytest.raises(NotSent):
        answer(ctx, drawn_up(ctx, world, LineDraft("MOB-001", 1)))


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (accept_quote, QuoteStatus.ACCEPTED),
        (
            too_dear,
            QuoteStatus.DECLINED,
        ),
        (expire_quote, QuoteStatus.EXPIRED),
    ],
)
def test_a_quote_is_answered_once(
    ctx: Context, world: World, answer: Any, status: QuoteStatus
) -> None:
    quote = QuoteFactory(sent=True, customer=world.customer, lines=[(world.desk, 1)])
    answer(ctx, quote)
    assert quote.status == status
    with pytest.raises(NotSent):
        answer(ctx, quote)


def test_an_offer_is_good_on_its_last_day_and_not_after(ctx: Context, world: World) -> None:
    terms = {"sent": True, "customer": world.customer, "lines": [(world.desk, 1)]}
    late, last = QuoteFactory(**terms), QuoteFactory(**terms)
    ctx.run.clock = paris(2026, 12, 2, 17, 0)
    accept_quote(ctx, last)
    ctx.run.clock = paris(2026, 12, 3, 9, 0)
    with pytest.raises(ExpiredQuote):
        accept_quote(ctx, late)
