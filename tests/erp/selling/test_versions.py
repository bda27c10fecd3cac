"""A sent quote never changes: a new version takes its place."""

from typing import Any

import pytest

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.erp.errors.offering import (
    AcceptedQuote,
    ReplacedQuote,
    StillADraft,
    VersionUnderWay,
)
from sandbox.erp.models import DepositKind, OfferTerms, Quote, QuoteStatus, RefusalReason
from sandbox.erp.queries.quoting import versions_of
from sandbox.erp.services import (
    LineDraft,
    accept_quote,
    decline_quote,
    draw_up_quote,
    new_version,
    revise_quote,
    send_quote,
)
from sandbox.erp.showing.versions import side_by_side
from tests.factories.world import World
from tests.supply.journal import said


def sent(ctx: Context, world: World, **terms: Any) -> Quote:
    """A quote of four desks, sent."""
    quote = draw_up_quote(ctx, customer=world.customer, lines=[LineDraft("MOB-001", 4)], **terms)
    return send_quote(ctx, quote)


def test_a_version_starts_as_what_was_sent_and_replaces_it_when_it_leaves(
    ctx: Context, world: World
) -> None:
    terms = OfferTerms(deposit_kind=DepositKind.DEPOSIT, deposit_rate=3000)
    first = sent(ctx, world, terms=terms, validity_days=12)
    second = new_version(ctx, first)
    assert (second.version, second.gross, second.validity_days) == (2, first.gross, 12)
    assert second.deposit_asked == first.deposit_asked > 0
    assert first.status == QuoteStatus.SENT, "the customer may still take it"
    revise_quote(ctx, second, lines=[LineDraft("MOB-001", 4, 500)])
    send_quote(ctx, second)
    assert (first.status, second.status) == (QuoteStatus.REPLACED, QuoteStatus.SENT)
    assert first.lines[0].discount == 0
    [(reference, payload)] = said(ctx, "quote.replaced")
    assert (reference, payload["by"]) == (first.reference, second.reference)
    payload = said(ctx, "quote.sent")[-1][1]
    assert (payload["quote_version"], payload["replaces"]) == (2, first.reference)


def test_a_third_version_replaces_the_second(ctx: Context, world: World) -> None:
    first = sent(ctx, world)
    second = send_quote(ctx, new_version(ctx, first))
    third = send_quote(ctx, new_version(ctx, second))
    ctx.session.flush()
    assert [quote.id for quote in versions_of(ctx.session, second)] == [
        first.id,
        second.id,
        third.id,
    ]
    assert (first.status, second.status) == (QuoteStatus.REPLACED, QuoteStatus.REPLACED)


@pytest.mark.parametrize(
    "answer", [lambda ctx, q: decline_quote(ctx, q, reason=RefusalReason.PRICE)]
)
def test_a_refused_offer_may_be_made_again(ctx: Context, world: World, answer: Any) -> None:
    first = sent(ctx, world)
    decline_quote(ctx, first, reason=RefusalReason.PRICE)
    assert new_version(ctx, first).version == 2


def test_a_version_is_refused_where_it_has_no_sense(ctx: Context, world: World) -> None:
    draft = draw_up_quote(ctx, customer=world.customer, lines=[LineDraft("MOB-001", 1)])
    replaced, taken, waiting = sent(ctx, world), sent(ctx, world), sent(ctx, world)
    send_quote(ctx, new_version(ctx, replaced))
    accept_quote(ctx, taken)
    new_version(ctx, waiting)
    refused: list[tuple[Quote, type[DomainError]]] = [
        (draft, StillADraft),
        (replaced, ReplacedQuote),
        (taken, AcceptedQuote),
        (waiting, VersionUnderWay),
    ]
    for quote, refusal in refused:
        with pytest.raises(refusal):
            new_version(ctx, quote)


def test_a_version_does_not_leave_once_the_one_before_is_accepted(
    ctx: Context, world: World
) -> None:
    first = sent(ctx, world)
    second = new_version(ctx, first)
    accept_quote(ctx, first)
    with pytest.raises(AcceptedQuote):
        send_quote(ctx, second)
    assert first.status == QuoteStatus.ACCEPTED


def test_what_changes_from_one_version_to_the_next_is_marked(ctx: Context, world: World) -> None:
    first = sent(ctx, world)
    second = new_version(ctx, first)
    revise_quote(ctx, second, lines=[LineDraft("MOB-001", 4), LineDraft("MOB-011", 1)])
    rows = {row.label.split()[0]: row.cells for row in side_by_side([first, second])}
    assert [cell.changed for cell in rows["MOB-001"]] == [False, False]
    assert rows["MOB-011"][0].text == "—"
    assert rows["MOB-011"][1].changed
