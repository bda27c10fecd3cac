"""People and places of a customer: noted, corrected, gone; a channel that does not suit them."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm import people_errors as errors
from sandbox.crm import services
from sandbox.crm.models import Channel, Contact
from sandbox.crm.people import Need, Role, SiteKind
from tests.crm.journal import said
from tests.factories.crm import CustomerFactory
from tests.factories.world import World

SITE = {"street": "3 quai Nord", "postcode": "35000", "town": "Rennes"}


def noted(ctx: Context, world: World, **details: Any) -> Contact:
    told = {"name": "Lise Moreau", "email": "lise@lumen.example", "role": Role.BUYER}
    return services.add_contact(ctx, world.customer, **told | details)


def test_somebody_is_noted_with_what_they_need_never_why(ctx: Context, world: World) -> None:
    noted(ctx, world, need=Need.WRITTEN_ONLY)
    (entry,) = said(ctx.session, "contact.added")
    assert (entry["role"], entry["need"]) == ("buyer", "written_only")


@pytest.mark.parametrize(
    ("details", "refusal"),
    [({"name": " "}, errors.PersonUnnamed), ({"email": ""}, errors.NoWayToReach)],
)
def test_a_contact_has_a_name_and_can_be_reached(
    ctx: Context, world: World, details: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        noted(ctx, world, **details)


def test_only_what_changed_is_told(ctx: Context, world: World) -> None:
    person = noted(ctx, world)
    services.change_contact(ctx, world.customer, contact=person.id, phone="01 02 03 04 05")
    services.change_contact(ctx, world.customer, contact=person.id, name="Lise Moreau")
    (entry,) = said(ctx.session, "contact.changed")
    assert entry["changed"] == ["phone"]


def test_somebody_leaves_once(ctx: Context, world: World) -> None:
    person = noted(ctx, world)
    assert services.contact_left(ctx, world.customer, contact=person.id).left_on == ctx.today()
    with pytest.raises(errors.NotTheirs):
        services.contact_left(ctx, world.customer, contact=person.id)


def test_nobody_is_changed_on_another_customers_record(ctx: Context, world: World) -> None:
    person, other = noted(ctx, world), CustomerFactory()
    for row in (person.id, 999_999):
        with pytest.raises(errors.NotTheirs):
            services.change_contact(ctx, other, contact=row, name="Autre")


def test_the_telephone_warns_when_somebody_must_be_written_to(ctx: Context, world: World) -> None:
    noted(ctx, world, need=Need.WRITTEN_ONLY)
    services.place_call(ctx, to="customer:CLI-0001")
    assert [caution.code for caution in ctx.scratch.cautions] == ["ChannelUnfit"]
    services.send_message(ctx, to="customer:CLI-0001", subject="Bonjour", body="Voici.")
    assert ctx.scratch.cautions == []


def test_writing_warns_when_somebody_must_be_spoken_to(ctx: Context, world: World) -> None:
    noted(ctx, world, need=Need.VOICE_ONLY)
    told = {"to": "customer:CLI-0001", "subject": "Bonjour", "body": "Voici."}
    services.send_message(ctx, **told, channel=Channel.LETTER)
    assert [caution.code for caution in ctx.scratch.cautions] == ["ChannelUnfit"]


def test_a_site_is_noted_and_closed(ctx: Context, world: World) -> None:
    site = services.add_site(ctx, world.customer, kind=SiteKind.DELIVERY, label="Dépôt", **SITE)
    services.close_site(ctx, world.customer, site=site.id)
    with pytest.raises(errors.NotTheirs):
        services.close_site(ctx, world.customer, site=site.id)
    with pytest.raises(errors.SiteIncomplete):
        services.add_site(ctx, world.customer, kind=SiteKind.BILLING, label="", **SITE)


def test_the_screen_takes_people_and_sites(
    client: FlaskClient, session: Session, base: str, world: World
) -> None:
    page = f"{base}/clients/{world.customer.id}"
    person = {"name": "Lise Moreau", "phone": "01", "role": "buyer", "need": "written_only"}
    sent = person | {"preferred_channel": "email", "language": "en"}
    assert client.post(f"{page}/contacts", data=sent).status_code == 303
    text = client.get(f"{page}/contacts").text
    assert "Par écrit seulement" in text
    assert "Anglais" in text
    row = session.query(Contact).filter_by(name="Lise Moreau").one().id
    assert "Modifier Lise Moreau" in client.get(f"{page}/contacts/{row}").text
    assert (
        client.post(f"{page}/contacts/{row}", data=sent | {"title": "Acheteuse"}).status_code == 303
    )
    assert client.post(f"{page}/contacts", data=sent | {"name": ""}).status_code == 422
    assert "ne convient pas" in client.get(f"{base}/appels?a=customer:CLI-0001").text
    assert client.post(f"{page}/contacts/{row}/depart").status_code == 303
    site = {"kind": "delivery", "label": "Dépôt", **SITE}
    assert client.post(f"{page}/sites", data=site).status_code == 303
    assert "3 quai Nord" in client.get(f"{page}/contacts").text
    assert client.post(f"{page}/sites", data=site | {"town": ""}).status_code == 422
