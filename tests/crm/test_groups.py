"""Doubles found and merged, companies linked to their group."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.identifiers import make_siren
from sandbox.crm import merge_errors as errors
from sandbox.crm import services
from sandbox.crm.doubles import domain, doubles, group_of, likeness
from sandbox.crm.models import Contact, Customer
from sandbox.crm.queries import CustomerSearch, customer_names, customers
from sandbox.crm.story import story_of
from tests.crm.journal import said
from tests.factories.crm import CustomerFactory
from tests.factories.erp import OrderFactory
from tests.factories.world import World

NUMBERED = (("00020081", "Un"), ("00020082", "Deux"))


def named(name: str, **values: object) -> Customer:
    told = {"siren": "", "siret": "", "vat_number": "", "email": "", "phone": ""}
    customer: Customer = CustomerFactory(name=name, **told | values)
    return customer


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Ébénisterie Ravel SARL", "SARL Ebenisterie Ravel", True),
        ("Transports Kermadec", "Transport Kermadec", True),
        ("Transports Kermadec", "Transports Lavigne", False),
        ("Mairie de Brest", "Mairie de Vannes", False),
    ],
)
def test_names_are_compared_without_accents_nor_kinds_of_firm(
    one: str, other: str, near: bool
) -> None:
    assert (likeness(one, other) >= 0.86) is near


def test_a_public_address_brings_nobody_together() -> None:
    assert domain("lise@gmail.com") == ""
    assert domain("Lise@Kermadec.example") == "kermadec.example"


def test_doubles_are_told_with_their_reasons(ctx: Context, world: World) -> None:
    one = named("Transports Kermadec", email="a@kermadec.example", phone="02 98 00 00 01")
    two = named("Transport Kermadec", email="b@kermadec.example", phone="0298000001")
    found = doubles(ctx.session, ctx.run.id, one.id)
    assert [(d.first.id, d.second.id) for d in found] == [(one.id, two.id)]
    told = ("noms très proches", "même domaine de courriel", "même téléphone")
    assert found[0].reasons == told


def test_merging_keeps_what_is_issued_and_moves_people(ctx: Context, world: World) -> None:
    kept, other = named("Kermadec"), named("Kermadec SAS", phone="02 98 00 00 01")
    order = OrderFactory(customer=other, lines=[(world.desk, 2)])
    person = services.add_contact(ctx, other, name="Lise", phone="01")
    services.merge_customers(ctx, kept, other=other)
    assert order.customer_id == other.id
    assert (kept.phone, other.merged_into_id) == ("02 98 00 00 01", kept.id)
    assert ctx.get(Contact, person.id).customer_id == kept.id
    assert said(ctx.session, "customers.merged")[0]["taken"] == ["phone"]
    assert doubles(ctx.session, ctx.run.id, kept.id) == []
    assert other.reference not in dict(customer_names(ctx.session, ctx.run.id))
    rows, _ = customers(ctx.session, ctx.run.id, CustomerSearch(words="Kermadec"))
    assert [row.id for row in rows] == [kept.id]
    assert order.reference in [r.text for r in story_of(ctx.session, ctx.run.id, kept.id)]


def test_what_cannot_be_merged_is_refused(ctx: Context, world: World) -> None:
    kept, other = named("Kermadec"), named("Kermadec SAS")
    with pytest.raises(errors.SameRecord):
        services.merge_customers(ctx, kept, other=kept)
    services.merge_customers(ctx, kept, other=other)
    with pytest.raises(errors.MergedAlready):
        services.merge_customers(ctx, kept, other=other)
    one, two = (named(name, siren=make_siren(n)) for n, name in NUMBERED)
    with pytest.raises(errors.DifferentCompanies):
        services.merge_customers(ctx, one, other=two)


def test_a_group_is_a_parent_and_its_subsidiaries(ctx: Context, world: World) -> None:
    head, one, two = named("Holding"), named("Filiale Un"), named("Filiale Deux")
    for subsidiary in (one, two):
        services.link_to_group(ctx, subsidiary, parent=head)
    assert [row.id for row in group_of(ctx.session, ctx.run.id, two)] == [head.id, one.id, two.id]
    with pytest.raises(errors.GroupTooDeep):
        services.link_to_group(ctx, head, parent=world.customer)
    with pytest.raises(errors.GroupTooDeep):
        services.link_to_group(ctx, world.customer, parent=one)
    with pytest.raises(errors.SameRecord):
        services.link_to_group(ctx, head, parent=head)
    services.link_to_group(ctx, two)
    assert [row.id for row in group_of(ctx.session, ctx.run.id, two)] == [two.id]


def test_the_screens_find_merge_and_link(
    client: FlaskClient, session: Session, ctx: Context, base: str, world: World
) -> None:
    one, two = named("Transports Kermadec"), named("Transport Kermadec")
    ctx.session.commit()
    assert "noms très proches" in client.get(f"{base}/clients/doublons").text
    page = f"{base}/clients/{one.id}"
    linked = client.post(f"{page}/groupe", data={"other": world.customer.reference})
    assert linked.status_code == 303
    assert "Maison mère" in client.get(f"{page}/groupe").text
    assert client.post(f"{page}/groupe", data={"other": one.reference}).status_code == 422
    assert client.post(f"{page}/fusionner", data={"other": two.reference}).status_code == 303
    merged = client.get(f"{base}/clients/{two.id}").text
    assert "Fiche fusionnée" in merged
    assert "Fiches fusionnées" in client.get(f"{page}/groupe").text
