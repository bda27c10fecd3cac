"""Papers of the goods and of an account are built from the rows of the day."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.documents.building.account import statement_snapshot
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.models import StoredDocument
from sandbox.documents.papers import papers_about
from sandbox.documents.rendering import render
from sandbox.documents.snapshots import (
    CarrierProtest,
    Cmr,
    DeliveryNote,
    PackingList,
    PickingList,
    ShippingInstruction,
    Waybill,
)
from sandbox.erp.models import DeliveryNote as DeliveryRow
from sandbox.erp.services.dispatching import ParcelDraft, instruct_shipping, pack_delivery
from sandbox.erp.services.shipping import choose_carrier, prepare_delivery, ship
from sandbox.supply.models import ProtestChannel
from sandbox.supply.services import (
    PurchaseLineDraft,
    arrive_goods,
    protest_to_carrier,
    receive_goods,
    send_purchase_order,
)
from tests.documents.reading import pages
from tests.documents.test_issuing import stored
from tests.factories.billing import InvoiceFactory, invoiced, prepared, recorded, shipped
from tests.factories.world import World


@pytest.fixture
def weighed(world: World) -> World:
    """Desks of 30 kg, books by ten of 500 g."""
    world.desk.weight, world.book.weight, world.book.pack = 30_000, 500, 10
    return world


@pytest.fixture
def at(world: World) -> str:
    """Address of the run."""
    return f"/parties/{world.run.id}"


def packed(ctx: Context, world: World) -> DeliveryRow:
    delivery = prepared(ctx, world)
    parcels = [
        ParcelDraft("pallet", {"MOB-001": 2}),
        ParcelDraft("carton", {"MOB-011": 3}),
    ]
    pack_delivery(ctx, delivery, parcels=parcels)
    return delivery


def test_what_is_prepared_is_picked(ctx: Context, weighed: World) -> None:
    delivery = prepare_delivery(ctx, recorded(ctx, weighed, (weighed.book, 3), (weighed.desk, 12)))
    found = stored(ctx, "picking_list")
    assert isinstance(found, PickingList)
    assert found.delivery_reference == delivery.reference
    assert [(one.reference, one.quantity) for one in found.lines] == [
        ("MOB-001", 10), ("MOB-011", 3),
    ]  # fmt: skip
    assert (found.articles, found.units, found.weight) == (2, 13, 301_500)


def test_a_service_alone_is_neither_picked_nor_carried(ctx: Context, world: World) -> None:
    world.desk.stocked = False
    shipped(ctx, world, recorded(ctx, world, (world.desk, 1)))
    kinds = ctx.session.scalars(select(StoredDocument.kind)).all()
    assert list(kinds) == ["delivery_note"]


def test_the_shipping_service_is_told_in_writing(ctx: Context, weighed: World) -> None:
    delivery = prepared(ctx, weighed)
    instruct_shipping(
        ctx, delivery, leaves_on=ctx.today(), urgent=True, incoterm="DAP", place="Rennes"
    )
    found = stored(ctx, "shipping_instruction")
    assert isinstance(found, ShippingInstruction)
    assert (found.carrier.name, found.pickup_hours) == ("Transports Balisiers", "avant 16:00")
    assert found.delivery_terms == "DAP Rennes, Incoterms 2020"
    assert (found.parcels, found.weight) == (3, 61_500)
    assert found.instructions == ("Envoi urgent.",)


def test_parcels_are_listed_as_they_were_packed(ctx: Context, weighed: World) -> None:
    packed(ctx, weighed)
    found = stored(ctx, "packing_list")
    assert isinstance(found, PackingList)
    assert [one.number for one in found.packages] == ["1/2", "2/2"]
    assert [one.packaging for one in found.packages] == ["Palette consignée", "Carton recyclé"]
    assert (found.net_weight, found.gross_weight) == (61_500, 61_500 + 22_000 + 900)
    assert found.packages[1].contents[0].quantity == 3


def test_the_carrier_signs_for_the_packed_load(ctx: Context, weighed: World) -> None:
    delivery = ship(ctx, packed(ctx, weighed))
    found, note = stored(ctx, "waybill"), stored(ctx, "delivery_note")
    assert isinstance(found, Waybill)
    assert isinstance(note, DeliveryNote)
    assert (found.parcels, note.parcels, found.weight) == (2, 2, 84_400)
    assert (found.price, found.deliver_on) == (4800, delivery.arrives_on)
    assert note.weight == 61_500
    assert f"{delivery.reference}-LV" in pages(render(found))[0]


def test_a_load_that_nobody_packed_goes_by_packs(ctx: Context, weighed: World) -> None:
    shipped(ctx, weighed)
    found = stored(ctx, "waybill")
    assert isinstance(found, Waybill)
    assert [(one.parcels, one.weight) for one in found.goods] == [(2, 60_000), (1, 1_500)]


def test_goods_cross_a_border_under_a_cmr_note(ctx: Context, weighed: World) -> None:
    weighed.customer.country = "NL"
    delivery = prepared(ctx, weighed)
    instruct_shipping(ctx, delivery, leaves_on=ctx.today(), incoterm="DAP", place="Rotterdam")
    choose_carrier(ctx, delivery, carrier=weighed.carrier)
    ship(ctx, delivery)
    found = stored(ctx, "cmr")
    assert isinstance(found, Cmr)
    assert found.delivery_terms == "DAP Rotterdam, Incoterms 2020"
    assert found.customer.country == "Pays-Bas"


def test_a_protest_claims_what_is_damaged_and_missing(ctx: Context, world: World) -> None:
    order = send_purchase_order(
        ctx, supplier=world.supplier, lines=[PurchaseLineDraft("MOB-001", 20)]
    )
    arrival = arrive_goods(ctx, order, announced={"MOB-001": 20})
    receive_goods(
        ctx, arrival, counted={"MOB-001": 19}, reserves="2 bureaux fendus", damaged={"MOB-001": 2}
    )
    protest_to_carrier(ctx, arrival, text="Deux plateaux fendus.", channel=ProtestChannel.EMAIL)
    found = stored(ctx, "carrier_protest")
    assert isinstance(found, CarrierProtest)
    assert [(one.quantity, one.value) for one in found.damages] == [(2, 28_200), (1, 14_100)]
    assert (found.claimed, found.last_day) == (42_300, arrival.protest_by)
    assert found.paragraphs == ("Deux plateaux fendus.",)


def test_only_papers_of_the_plan_wait_to_be_filed(ctx: Context, world: World) -> None:
    invoiced(ctx, world)
    ctx.session.flush()
    kinds = ctx.session.scalars(select(ArchiveItem.kind).order_by(ArchiveItem.id)).all()
    assert list(kinds) == ["delivery_note", "invoice"]


def test_a_case_shows_its_papers_by_name(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    ctx.session.flush()
    of_order = papers_about(ctx.session, ctx.run.id, invoice.order.reference)
    of_delivery = papers_about(ctx.session, ctx.run.id, invoice.delivery.reference)
    names = ["Bon de préparation", "Bon de livraison", "Lettre de voiture"]
    assert [paper.name for paper in of_order] == [*names, "Facture"]
    assert [paper.name for paper in of_delivery] == names


def test_a_statement_balances_what_is_open(ctx: Context, world: World) -> None:
    late = InvoiceFactory(customer=world.customer, product=world.desk)
    invoiced(ctx, world)
    ctx.run.clock = ctx.run.clock.replace(day=10)
    ctx.session.flush()
    found = statement_snapshot(ctx, world.customer)
    assert found.overdue == late.balance
    assert found.closing_balance == sum(row.debit or 0 for row in found.rows)
    assert found.rows[0].balance == late.gross
    assert len(found.rows) == 2


def test_a_statement_is_drawn_on_demand_and_not_kept(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    InvoiceFactory(customer=world.customer, product=world.desk)
    ctx.session.commit()
    answer = client.get(f"{at}/clients/{world.customer.id}/releve.pdf")
    assert answer.mimetype == "application/pdf"
    assert "302,52" in " ".join(pages(answer.data))
    assert ctx.session.scalars(select(StoredDocument)).all() == []


def test_the_papers_of_a_case_come_as_a_fragment(
    client: FlaskClient, ctx: Context, world: World, at: str
) -> None:
    delivery = shipped(ctx, world)
    ctx.session.commit()
    address = f"{at}/documents/de/{delivery.reference}"
    assert "Lettre de voiture" in client.get(address).text
    part = client.get(address, headers={"HX-Request": "true"}).text
    assert part.startswith("<h2")
    shown = client.get(f"{at}/expeditions/{delivery.id}").text
    assert f'hx-get="{address}"' in shown
