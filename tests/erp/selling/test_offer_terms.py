"""What a quote states besides its lines: sum asked in advance, escompte, incoterm."""

from datetime import date

import pytest

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.documents.building.selling import acknowledgement_snapshot, quote_snapshot
from sandbox.erp.errors.offering import BadDeposit, BadEarlyPayment
from sandbox.erp.errors.shipping import UnknownIncoterm
from sandbox.erp.forms.offering import read_deposit
from sandbox.erp.models import DepositKind, OfferTerms, Quote
from sandbox.erp.services import LineDraft, draw_up_quote, receive_order, send_quote
from sandbox.erp.showing.offering import deposit_told
from sandbox.journal.payloads import OrderAcknowledged
from tests.factories.world import World
from tests.supply.journal import cautions, said

ACOMPTE, ARRHES = DepositKind.DEPOSIT, DepositKind.FORFEIT


def offered(ctx: Context, world: World, terms: OfferTerms) -> Quote:
    """A quote on these terms."""
    lines = [LineDraft("MOB-001", 4)]
    return draw_up_quote(ctx, customer=world.customer, lines=lines, terms=terms)


def test_a_deposit_is_a_part_of_the_total_with_tax(ctx: Context, world: World) -> None:
    quote = offered(ctx, world, OfferTerms(deposit_kind=ACOMPTE, deposit_rate=3000))
    # 4 x 249.00 + 12.40 of eco-contribution, free carriage: 1 008.40 and 201.68 of VAT.
    assert quote.gross == 121008
    assert (quote.deposit_asked, quote.after_deposit) == (36302, 84706)
    send_quote(ctx, quote)
    payload = said(ctx, "quote.sent")[0][1]
    assert (payload["deposit_kind"], payload["deposit_asked"]) == ("deposit", 36302)


def test_arrhes_tell_what_giving_up_costs_each_side(ctx: Context, world: World) -> None:
    quote = offered(ctx, world, OfferTerms(deposit_kind=ARRHES, deposit_amount=15000))
    told = deposit_told(quote, business=False).replace("\u202f", " ").replace("\xa0", " ")
    assert "y perd 150,00 €" in told
    assert "le double, 300,00 €" in told


def test_a_consumer_reads_why_the_word_acompte_is_written(ctx: Context, world: World) -> None:
    quote = offered(ctx, world, OfferTerms(deposit_kind=ACOMPTE, deposit_rate=3000))
    assert "L214-1" in deposit_told(quote, business=False)
    assert "L214-1" not in deposit_told(quote, business=True)


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        (OfferTerms(deposit_kind=ACOMPTE), BadDeposit),
        (OfferTerms(deposit_rate=3000), BadDeposit),
        (OfferTerms(deposit_kind=ACOMPTE, deposit_rate=10001), BadDeposit),
        (OfferTerms(deposit_kind=ACOMPTE, deposit_amount=121009), BadDeposit),
        (OfferTerms(deposit_kind=ACOMPTE, deposit_rate=100, deposit_amount=100), BadDeposit),
        (OfferTerms(early_payment=200), BadEarlyPayment),
        (OfferTerms(early_payment_days=8), BadEarlyPayment),
        (OfferTerms(incoterm="XYZ"), UnknownIncoterm),
    ],
)
def test_terms_that_cannot_be_are_refused(
    ctx: Context, world: World, terms: OfferTerms, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        offered(ctx, world, terms)


def test_an_incoterm_wants_its_place(ctx: Context, world: World) -> None:
    offered(ctx, world, OfferTerms(incoterm="DAP"))
    assert cautions(ctx) == ["IncotermWithoutPlace"]


def test_the_order_keeps_the_terms_of_its_quote(ctx: Context, world: World) -> None:
    terms = OfferTerms(ARRHES, 0, 15000, 200, 8, "DAP", "Lyon")
    quote = send_quote(ctx, offered(ctx, world, terms))
    order = receive_order(
        ctx, customer=world.customer, quote=quote, lines=[LineDraft("MOB-001", 4)]
    )
    assert order.offer_terms == terms


@pytest.mark.parametrize(
    ("country", "words"),
    [("FR", ("Acompte de 30", "267-II")), ("BE", ("Deposit of 30", "267-II"))],
)
def test_the_document_states_them_in_its_readers_language(
    ctx: Context, world: World, country: str, words: tuple[str, ...]
) -> None:
    world.customer.country = country
    quote = offered(ctx, world, OfferTerms(ACOMPTE, 3000, 0, 200, 8, "FCA", "Rennes"))
    printed = quote_snapshot(ctx, quote)
    told = f"{printed.deposit_terms} {printed.early_payment_terms} {printed.delivery_terms}"
    assert all(word in told for word in (*words, "FCA Rennes, Incoterms 2020"))


@pytest.mark.parametrize(
    ("typed", "read"), [("30 %", (3000, 0)), ("500 €", (0, 50000)), ("", (0, 0))]
)
def test_a_deposit_is_typed_with_its_unit(typed: str, read: tuple[int, int]) -> None:
    assert read_deposit(typed) == read


def test_a_figure_without_unit_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="Précisez"):
        read_deposit("30")


def test_the_acknowledgement_repeats_the_incoterm(ctx: Context, world: World) -> None:
    quote = send_quote(ctx, offered(ctx, world, OfferTerms(incoterm="DAP", incoterm_place="Lyon")))
    lines = [LineDraft("MOB-001", 4)]
    order = receive_order(ctx, customer=world.customer, quote=quote, lines=lines)
    told = OrderAcknowledged(world.customer.reference, order.gross, date(2026, 11, 20))
    assert "DAP Lyon, Incoterms 2020" in acknowledgement_snapshot(ctx, order, told).delivery_terms
