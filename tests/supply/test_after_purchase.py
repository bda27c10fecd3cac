"""After a purchase: dates negotiated, damage, protests, claims, invoices, marketplace, workshop."""

from datetime import date

import pytest

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.supply import services
from sandbox.supply.errors import (
    AlreadyDecidedInvoice,
    AlreadyProduced,
    BadQuantity,
    EmptyProtest,
    MoreDamagedThanCounted,
    NoReasonGiven,
    NotBooked,
    NotEarlier,
    NothingToReproach,
    NotMade,
    PastDate,
    TooManyClaimed,
    UnknownProduct,
)
from sandbox.supply.models import (
    Arrival,
    ClaimNature,
    ClaimRequest,
    MarketOffer,
    ProtestChannel,
    PurchaseOrder,
    SupplierInvoice,
)
from sandbox.supply.services import InvoicedLineDraft
from tests.factories.supply import (
    ArrivalFactory,
    PurchaseOrderFactory,
    PurchaseOrderLineFactory,
    SupplierFactory,
)
from tests.factories.world import World
from tests.supply.journal import cautions, said

LETTER = "3 bureaux MOB-001 rayés, emballage enfoncé, lettre de voiture 4512."


@pytest.fixture
def order(ctx: Context, world: World) -> PurchaseOrder:
    line = PurchaseOrderLineFactory(product=world.desk)
    return PurchaseOrderFactory(supplier=world.supplier, lines=[line])


@pytest.fixture
def arrival(ctx: Context, order: PurchaseOrder) -> Arrival:
    """Ten desks, at the dock on Monday 9 November: the 11th is a holiday."""
    return ArrivalFactory(purchase_order=order, at=paris(2026, 11, 9, 9, 0))


def damaged(ctx: Context, arrival: Arrival) -> Arrival:
    ctx.run.clock = paris(2026, 11, 9, 10, 0)
    return services.receive_goods(
        ctx, arrival, counted={"MOB-001": 10}, reserves=LETTER, damaged={"MOB-001": 3}
    )


def test_an_earlier_date_is_asked_in_rounds(ctx: Context, order: PurchaseOrder) -> None:
    for _ in range(4):
        services.ask_earlier_date(ctx, order, wanted_on=date(2026, 11, 12))
    assert [payload["round"] for _, payload in said(ctx, "purchase_order.date_asked")][-1] == 4
    assert cautions(ctx) == ["TooManyRounds"]


def test_a_date_that_is_not_earlier_is_refused(ctx: Context, order: PurchaseOrder) -> None:
    with pytest.raises(NotEarlier):
        services.ask_earlier_date(ctx, order, wanted_on=date(2026, 11, 17))


def test_damaged_units_are_set_apart_when_booked(ctx: Context, arrival: Arrival) -> None:
    damaged(ctx, arrival)
    desk = arrival.purchase_order.lines[0].product
    assert (desk.physical, desk.quarantined, desk.available) == (20, 3, 17)
    [(_, payload)] = said(ctx, "goods.received")
    assert payload["damaged"][0]["received"] == 3
    assert cautions(ctx) == []


def test_more_damaged_than_counted_is_refused(ctx: Context, arrival: Arrival) -> None:
    with pytest.raises(MoreDamagedThanCounted):
        services.receive_goods(ctx, arrival, counted={"MOB-001": 2}, damaged={"MOB-001": 3})


def test_a_registered_letter_in_time_holds(ctx: Context, arrival: Arrival) -> None:
    protest = services.protest_to_carrier(
        ctx, damaged(ctx, arrival), text=LETTER, channel=ProtestChannel.REGISTERED
    )
    assert (protest.last_day, protest.holds, cautions(ctx)) == (date(2026, 11, 13), True, [])


def test_a_late_vague_mail_is_worth_nothing(ctx: Context, arrival: Arrival) -> None:
    damaged(ctx, arrival)
    ctx.run.clock = paris(2026, 11, 14, 9, 0)
    protest = services.protest_to_carrier(
        ctx, arrival, text="Sous réserve.", channel=ProtestChannel.EMAIL
    )
    assert protest.holds is False
    assert cautions(ctx) == ["TooLate", "NotEvidentialProtest", "VagueReserves"]


def test_the_delay_across_a_border_is_that_of_the_cmr(ctx: Context, arrival: Arrival) -> None:
    arrival.purchase_order.supplier.country = "DE"
    assert arrival.protest_by == date(2026, 11, 18)


def test_a_protest_needs_a_receipt_a_damage_and_words(ctx: Context, arrival: Arrival) -> None:
    with pytest.raises(NotBooked):
        services.protest_to_carrier(ctx, arrival, text=LETTER, channel=ProtestChannel.EMAIL)
    services.receive_goods(ctx, arrival, counted={"MOB-001": 10})
    with pytest.raises(NothingToReproach):
        services.protest_to_carrier(ctx, arrival, text=LETTER, channel=ProtestChannel.EMAIL)


def test_an_empty_protest_is_refused(ctx: Context, arrival: Arrival) -> None:
    with pytest.raises(EmptyProtest):
        services.protest_to_carrier(
            ctx, damaged(ctx, arrival), text=" ", channel=ProtestChannel.EMAIL
        )


def claim(ctx: Context, order: PurchaseOrder, product: str, quantity: int) -> object:
    return services.claim_from_supplier(
        ctx,
        order,
        product=product,
        quantity=quantity,
        nature=ClaimNature.MISSING,
        asks=ClaimRequest.CREDIT,
    )


def test_a_claim_is_opened_then_settled(ctx: Context, order: PurchaseOrder) -> None:
    opened = claim(ctx, order, "MOB-001", 3)
    services.settle_claim(ctx, opened, outcome="credit", credit=42300)
    assert (opened.outcome, opened.credit) == ("credit", 42300)
    assert [payload["quantity"] for _, payload in said(ctx, "supplier.claimed")] == [3]


def test_a_claim_is_about_what_was_ordered(ctx: Context, order: PurchaseOrder) -> None:
    with pytest.raises(UnknownProduct):
        claim(ctx, order, "MOB-009", 1)
    with pytest.raises(TooManyClaimed):
        claim(ctx, order, "MOB-001", 11)


def invoiced(
    ctx: Context, order: PurchaseOrder, units: int, price: int = 1410000
) -> SupplierInvoice:
    lines = [InvoicedLineDraft("MOB-001", units, price)]
    return services.receive_supplier_invoice(
        ctx, order, number="F-88", lines=lines, due_on=date(2026, 12, 17)
    )


def test_an_invoice_that_agrees_is_approved(
    ctx: Context, order: PurchaseOrder, arrival: Arrival
) -> None:
    services.receive_goods(ctx, arrival, counted={"MOB-001": 10})
    invoice = services.match_supplier_invoice(ctx, invoiced(ctx, order, 10))
    services.approve_supplier_invoice(ctx, invoice)
    assert (invoice.status, invoice.gross, cautions(ctx)) == ("approved", 169200, [])
    with pytest.raises(AlreadyDecidedInvoice):
        services.dispute_supplier_invoice(ctx, invoice, reason="Trop tard.")


def test_three_papers_that_disagree_show_it(
    ctx: Context, order: PurchaseOrder, arrival: Arrival
) -> None:
    services.receive_goods(ctx, arrival, counted={"MOB-001": 9}, reserves="1 MOB-001 manquant")
    services.match_supplier_invoice(ctx, invoiced(ctx, order, 10, 1500000))
    [(_, payload)] = said(ctx, "supplier_invoice.matched")
    assert payload["differences"] == ["quantity:MOB-001", "price:MOB-001"]
    assert (payload["lines"][0]["received"], payload["lines"][0]["invoiced"]) == (9, 10)


def test_the_same_units_are_not_billed_twice(
    ctx: Context, order: PurchaseOrder, arrival: Arrival
) -> None:
    services.receive_goods(ctx, arrival, counted={"MOB-001": 10})
    invoiced(ctx, order, 10)
    second = services.match_supplier_invoice(ctx, invoiced(ctx, order, 5))
    services.approve_supplier_invoice(ctx, second)
    assert cautions(ctx) == ["DifferencesUnsettled"]


def test_an_invoice_approved_unread_is_warned_of(ctx: Context, order: PurchaseOrder) -> None:
    services.approve_supplier_invoice(ctx, invoiced(ctx, order, 10))
    assert cautions(ctx) == ["NotMatched", "DifferencesUnsettled"]


def test_a_dispute_says_why(ctx: Context, order: PurchaseOrder) -> None:
    invoice = invoiced(ctx, order, 10)
    with pytest.raises(NoReasonGiven):
        services.dispute_supplier_invoice(ctx, invoice, reason=" ")
    services.dispute_supplier_invoice(ctx, invoice, reason="Rien n'est reçu.")
    assert [p["founded"] for _, p in said(ctx, "supplier_invoice.disputed")] == [True]


@pytest.fixture
def offer(ctx: Context, world: World) -> MarketOffer:
    seller = SupplierFactory(name="Bureau à prix cassé", marketplace=True)
    offer = MarketOffer(
        reference="OFF-0001",
        product_id=world.desk.id,
        product=world.desk,
        supplier_id=seller.id,
        supplier=seller,
        unit_price=1500000,
        carriage=2500,
        delay_days=3,
        rating=29,
        minimum=5,
    )
    ctx.session.add(ctx.add(offer))
    ctx.session.flush()
    return offer


def test_an_offer_becomes_an_order_at_its_own_terms(ctx: Context, offer: MarketOffer) -> None:
    order = services.take_offer(ctx, offer, quantity=2)
    assert (order.net, order.expected_on) == (32500, date(2026, 11, 5))
    assert cautions(ctx) == ["BelowMinimum", "RiskySeller", "DearerThanUsual"]
    with pytest.raises(BadQuantity):
        services.take_offer(ctx, offer, quantity=0)


def test_the_workshop_is_asked_reminded_and_delivers(ctx: Context, world: World) -> None:
    world.desk.made, world.desk.make_days = True, 5
    asked = services.request_production(
        ctx, world.desk, quantity=4, wanted_on=date(2026, 11, 4), needed_for="CDE-2026-000001"
    )
    assert cautions(ctx) == ["SoonerThanPossible"]
    services.promise_production(ctx, asked, promised_on=date(2026, 11, 9))
    services.renegotiate_production(ctx, asked, wanted_on=date(2026, 11, 6))
    services.chase_production(ctx, asked)
    services.finish_production(ctx, asked)
    assert world.desk.physical == 14
    with pytest.raises(AlreadyProduced):
        services.chase_production(ctx, asked)


def test_what_is_asked_of_the_workshop_is_coming(ctx: Context, world: World) -> None:
    world.desk.made, world.desk.make_days = True, 1
    services.request_production(ctx, world.desk, quantity=4, wanted_on=date(2026, 11, 4))
    [position] = services.consult_stock(ctx, products=["MOB-001"])
    assert (position.on_order, position.expected_on) == (4, date(2026, 11, 4))


def test_the_workshop_makes_only_what_it_can(ctx: Context, world: World) -> None:
    with pytest.raises(NotMade):
        services.request_production(ctx, world.desk, quantity=1, wanted_on=date(2026, 11, 9))
    world.desk.made = True
    with pytest.raises(BadQuantity):
        services.request_production(ctx, world.desk, quantity=0, wanted_on=date(2026, 11, 9))
    with pytest.raises(PastDate):
        services.request_production(ctx, world.desk, quantity=1, wanted_on=date(2026, 11, 1))
