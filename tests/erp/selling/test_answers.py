"""What a customer answers to a quote, and what all the answers come to."""

import pytest
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.crm.models import Message
from sandbox.crm.services import receive_message
from sandbox.documents.filing.models import ArchiveItem
from sandbox.erp.errors.offering import RefusalUntold
from sandbox.erp.models import Quote, QuoteStatus, RefusalReason
from sandbox.erp.queries.quoting import outcomes
from sandbox.erp.services import (
    LineDraft,
    accept_quote,
    decline_quote,
    draw_up_quote,
    expire_quote,
    new_version,
    receive_order,
    send_quote,
)
from sandbox.erp.showing.quotes import answer_shown
from tests.factories.world import World
from tests.supply.journal import said

LINES = [LineDraft("MOB-001", 4)]


def sent(ctx: Context, world: World) -> Quote:
    """A quote of four desks, sent."""
    return send_quote(ctx, draw_up_quote(ctx, customer=world.customer, lines=LINES))


def test_a_refusal_says_why(ctx: Context, world: World) -> None:
    quote = sent(ctx, world)
    decline_quote(ctx, quote, reason=RefusalReason.OTHER, words="Siège déménagé.")
    assert answer_shown(quote) == [("Motif du refus", "Autre motif : Siège déménagé.")]
    assert said(ctx, "quote.declined")[0][1]["reason"] == "other"


def test_another_reason_is_told_in_words(ctx: Context, world: World) -> None:
    with pytest.raises(RefusalUntold):
        decline_quote(ctx, sent(ctx, world), reason=RefusalReason.OTHER)


def test_the_signed_copy_is_archived_and_comes_with_the_order(ctx: Context, world: World) -> None:
    quote = sent(ctx, world)
    accept_quote(ctx, quote, signed_by="Inès Carlier")
    order = receive_order(ctx, customer=world.customer, quote=quote, lines=LINES)
    mail = receive_message(
        ctx.acting_as("customer:CLI-0001"),
        sender="customer:CLI-0001",
        sender_name="Atelier Lumen",
        family="client",
        topic="order",
        subject="Notre commande",
        body="…",
        customer=world.customer,
        about=order.reference,
    )
    ctx.session.flush()
    [signed] = ctx.session.scalars(select(ArchiveItem).where(ArchiveItem.kind == "signed_quote"))
    assert (signed.number, signed.folder) == (quote.reference, "")
    assert "Inès Carlier" in signed.text
    joined = ctx.find(Message, mail.reference).attachments
    assert joined[0][1] == f"Devis signé, bon pour accord {quote.reference}"
    assert len(joined) == 2
    [(name, words)] = answer_shown(quote)
    assert (name, "Inès Carlier" in words) == ("Bon pour accord", True)


def test_the_rate_counts_the_quotes_that_have_their_answer(ctx: Context, world: World) -> None:
    won, dear, late, silent, waiting, replaced = (sent(ctx, world) for _ in range(6))
    accept_quote(ctx, won)
    decline_quote(ctx, dear, reason=RefusalReason.PRICE)
    decline_quote(ctx, late, reason=RefusalReason.TIMING)
    expire_quote(ctx, silent)
    send_quote(ctx, new_version(ctx, replaced))
    assert waiting.status == QuoteStatus.SENT
    ctx.session.flush()
    found = outcomes(ctx.session, ctx.run.id)
    assert found.transformation == (2500, 2500)
    assert {tally.key: tally.count for tally in found.refusals} == {"price": 1, "timing": 1}
    assert {tally.key: tally.count for tally in found.states}["replaced"] == 1


def test_nothing_answered_is_no_rate(ctx: Context, world: World) -> None:
    assert outcomes(ctx.session, ctx.run.id).transformation == (0, 0)
