"""Around a delivery: order to ship, parcels, groups, proof, reserves, backorders, returns."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.erp.errors.billing import AlreadyShipped, NotShipped
from sandbox.erp.errors.shipping import (
    AlreadyGrouped,
    AlreadyInstructed,
    EmptyParcel,
    MoreThanDelivered,
    MoreThanOut,
    NoBackorder,
    NotDelivered,
    NotTheDelivery,
    PastDay,
    TooFewToGroup,
    UnknownIncoterm,
    UnknownPackaging,
)
from sandbox.erp.models import DeliveryNote, Invoice
from sandbox.erp.models.dispatch import ReturnCause
from sandbox.erp.services import choose_carrier, issue_invoice, ship
from sandbox.erp.services.dispatching import (
    ParcelDraft,
    group_departure,
    instruct_shipping,
    pack_delivery,
)
from sandbox.erp.services.following import (
    ask_proof,
    contest_delivery,
    date_backorder,
    give_proof,
    receive_return,
    return_packaging,
    take_back,
    track_delivery,
)
from sandbox.erp.services.shipping import deliver
from sandbox.supply.errors import UnknownProduct
from tests.factories.billing import prepared, recorded, shipped
from tests.factories.world import World
from tests.supply.journal import cautions, said

WHOLE = {"MOB-001": 2, "MOB-011": 3}


@pytest.fixture
def delivery(ctx: Context, world: World) -> DeliveryNote:
    """Two desks and three books, with their carrier; cut-off at 16:00."""
    return prepared(ctx, world)


@pytest.fixture
def gone(ctx: Context, world: World) -> DeliveryNote:
    return shipped(ctx, world)


def test_the_shipping_service_is_told_before_the_cut_off(
    ctx: Context, delivery: DeliveryNote
) -> None:
    instruct_shipping(
        ctx, delivery, leaves_on=ctx.today(), urgent=True, incoterm="FCA", place="Rennes"
    )
    [(_, payload)] = said(ctx, "delivery.instructed")
    assert (payload["in_time"], payload["incoterm"], cautions(ctx)) == (True, "FCA", [])
    with pytest.raises(AlreadyInstructed):
        instruct_shipping(ctx, delivery, leaves_on=ctx.today())


def test_an_order_after_the_cut_off_is_warned_of(ctx: Context, delivery: DeliveryNote) -> None:
    ctx.run.clock = paris(2026, 11, 2, 16, 30)
    instruct_shipping(ctx, delivery, leaves_on=ctx.today(), incoterm="EXW")
    assert cautions(ctx) == ["InstructionTooLate", "IncotermWithoutPlace"]


def test_an_order_that_makes_no_sense_is_refused(ctx: Context, delivery: DeliveryNote) -> None:
    with pytest.raises(UnknownIncoterm):
        instruct_shipping(ctx, delivery, leaves_on=ctx.today(), incoterm="DAF")
    with pytest.raises(PastDay):
        instruct_shipping(ctx, delivery, leaves_on=date(2026, 11, 1))


def test_parcels_hold_just_what_leaves(ctx: Context, delivery: DeliveryNote) -> None:
    drafts = [
        ParcelDraft("crate", {"MOB-001": 2}),
        ParcelDraft("carton", {"MOB-011": 3}),
    ]
    packed = pack_delivery(ctx, delivery, parcels=drafts)
    assert [(parcel.price, parcel.deposit) for parcel in packed] == [(90, 1500), (180, 0)]
    [(_, payload)] = said(ctx, "delivery.packed")
    assert (payload["parcels"], payload["deposit"], payload["returnable"]) == (2, 1500, 1)


def test_parcels_that_do_not_match_are_refused(ctx: Context, delivery: DeliveryNote) -> None:
    for error, draft in (
        (NotTheDelivery, ParcelDraft("carton", {"MOB-001": 2})),
        (EmptyParcel, ParcelDraft("carton", {})),
        (UnknownPackaging, ParcelDraft("bubble", WHOLE)),
    ):
        with pytest.raises(error):
            pack_delivery(ctx, delivery, parcels=[draft])


def test_a_parcel_too_heavy_is_warned_of(
    ctx: Context, delivery: DeliveryNote, world: World
) -> None:
    world.desk.weight = 34_000
    pack_delivery(ctx, delivery, parcels=[ParcelDraft("carton", WHOLE)])
    assert cautions(ctx) == ["TooHeavy"]


def charged(ctx: Context, world: World, delivery: DeliveryNote) -> Invoice:
    """The delivery leaves, and its invoice charges the deposit of what it is packed in."""
    choose_carrier(ctx, delivery, carrier=world.carrier)
    ship(ctx, delivery)
    return issue_invoice(ctx, delivery)


def test_packing_again_lends_no_crate_twice(
    ctx: Context, delivery: DeliveryNote, world: World
) -> None:
    for _ in range(2):
        pack_delivery(ctx, delivery, parcels=[ParcelDraft("crate", WHOLE)])
    charged(ctx, world, delivery)
    back = return_packaging(ctx, world.customer, packaging="crate", quantity=1)
    assert back.deposit == -1500
    with pytest.raises(MoreThanOut):
        return_packaging(ctx, world.customer, packaging="crate", quantity=1)


def test_a_grouped_departure_costs_less(ctx: Context, delivery: DeliveryNote, world: World) -> None:
    other = prepared(ctx, world, recorded(ctx, world, (world.lamp, 1)))
    group_departure(ctx, deliveries=[delivery, other], carrier=world.carrier)
    assert (delivery.cost, other.cost) == (3600, 3600)
    [(_, payload)] = said(ctx, "departure.grouped")
    assert (payload["price"], payload["saved"]) == (7200, 2400)
    assert cautions(ctx) == ["NotAGroupedDay"]
    with pytest.raises(AlreadyGrouped):
        group_departure(ctx, deliveries=[other, delivery], carrier=world.carrier)
    with pytest.raises(TooFewToGroup):
        group_departure(ctx, deliveries=[delivery, delivery], carrier=world.carrier)


def test_what_has_left_is_followed_and_proved(ctx: Context, gone: DeliveryNote) -> None:
    track_delivery(ctx, gone)
    proof = ask_proof(ctx, gone)
    deliver(ctx, gone)
    give_proof(ctx, gone, signed=True)
    ctx.session.refresh(proof)
    assert proof.signed is True
    assert [p["signed"] for _, p in said(ctx, "delivery.proof_received")] == [True]


def test_what_has_not_left_cannot_be_followed(ctx: Context, delivery: DeliveryNote) -> None:
    with pytest.raises(NotShipped):
        track_delivery(ctx, delivery)
    with pytest.raises(NotDelivered):
        contest_delivery(
            ctx, delivery, product="MOB-001", quantity=1, nature="damaged", text="1 bureau rayé"
        )


def test_the_customer_has_three_days_of_their_own(ctx: Context, gone: DeliveryNote) -> None:
    deliver(ctx, gone)
    ctx.run.clock = paris(2026, 11, 9, 10, 0)
    contest_delivery(
        ctx, gone, product="MOB-001", quantity=1, nature="damaged", text="1 MOB-001 pied cassé"
    )
    [(_, payload)] = said(ctx, "delivery.contested")
    assert (payload["last_day"], payload["precise"]) == ("2026-11-13", True)


def test_sound_goods_go_back_on_sale_and_the_others_apart(
    ctx: Context, gone: DeliveryNote, world: World
) -> None:
    before = world.desk.available
    details = {"product": "MOB-001", "quantity": 1}
    receive_return(ctx, gone, cause=ReturnCause.UNWANTED, sound=True, **details)
    receive_return(ctx, gone, cause=ReturnCause.DAMAGED, sound=False, **details)
    assert (world.desk.available, world.desk.quarantined) == (before + 1, 1)
    with pytest.raises(MoreThanDelivered):
        receive_return(ctx, gone, cause=ReturnCause.DAMAGED, sound=False, **details)
    with pytest.raises(UnknownProduct):
        receive_return(
            ctx, gone, product="MOB-009", quantity=1, cause=ReturnCause.DAMAGED, sound=True
        )


def test_used_goods_are_taken_back_one_for_one(ctx: Context, gone: DeliveryNote) -> None:
    assert take_back(ctx, gone, quantity=5).price == 0
    with pytest.raises(MoreThanDelivered):
        take_back(ctx, gone, quantity=6)


def test_what_is_left_of_an_order_gets_its_date(ctx: Context, world: World) -> None:
    order = recorded(ctx, world, (world.desk, 14), promised_on=date(2026, 11, 6))
    shipped(ctx, world, order)
    date_backorder(ctx, order, new_on=date(2026, 11, 10))
    [(_, payload)] = said(ctx, "order.backorder_dated")
    assert (payload["units"], payload["new_on"]) == (4, "2026-11-10")
    assert order.promised_on == date(2026, 11, 10)
    assert "SoonerThanStock" in cautions(ctx)


def test_a_whole_order_has_no_backorder(ctx: Context, gone: DeliveryNote) -> None:
    with pytest.raises(NoBackorder):
        date_backorder(ctx, gone.order, new_on=date(2026, 11, 20))


def test_nothing_is_packed_after_it_left(ctx: Context, gone: DeliveryNote) -> None:
    with pytest.raises(AlreadyShipped):
        pack_delivery(ctx, gone, parcels=[ParcelDraft("carton", WHOLE)])


def test_the_screens_around_a_delivery(
    client: FlaskClient, ctx: Context, delivery: DeliveryNote, count_sql: Callable
) -> None:
    home = f"/parties/{delivery.run_id}/expeditions"
    here = f"{home}/{delivery.id}"
    told = {"leaves_on": "2026-11-03", "incoterm": "DAP", "place": "Rennes", "urgent": "on"}
    assert client.post(f"{here}/ordre", data=told).status_code == 303
    parcels = {"parcel-0-packaging": "crate", "parcel-0-MOB-001": "2", "parcel-0-MOB-011": "3"}
    assert client.post(f"{here}/colisage", data=parcels).status_code == 303
    for address in (f"{here}/dossier", *(f"{home}/{n}" for n in PAGES)):
        with count_sql() as statements:
            assert client.get(address).status_code == 200, address
        assert len(statements) <= 12, (address, statements)
    assert "DAP Rennes, Incoterms 2020" in client.get(f"{here}/dossier").get_data(as_text=True)


PAGES = ("departs", "reliquats", "emballages", "incoterms")


def test_what_was_sent_is_followed_from_its_screen(
    client: FlaskClient, ctx: Context, gone: DeliveryNote
) -> None:
    here = f"/parties/{gone.run_id}/expeditions/{gone.id}"
    back = {"product": "MOB-001", "quantity": "1", "cause": "damaged"}
    for act, fields in (
        ("suivre", {}),
        ("preuve", {}),
        ("retour", back),
        ("reprise", {"quantity": "1"}),
    ):
        assert client.post(f"{here}/{act}", data=fields).status_code == 303, act
    assert "mis à part" in client.get(f"{here}/dossier").get_data(as_text=True)
    assert client.post(f"{here}/retour", data={"quantity": "x"}).status_code == 422
