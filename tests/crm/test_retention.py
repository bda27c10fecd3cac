"""What is kept too long: prospects silent for three years, people who have left."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.crm import services
from sandbox.crm.calls import Call
from sandbox.crm.models import Contact, Customer
from sandbox.crm.privacy import Right
from sandbox.crm.privacy_errors import (
    NotAProspect,
    RequestUnderWay,
    StillThere,
    UnknownLastContact,
)
from sandbox.crm.privacy_labels import ERASED
from sandbox.crm.retention import Over, expired
from tests.crm.journal import said
from tests.factories.crm import MessageFactory
from tests.factories.world import World
from tests.supply.journal import cautions

# The company lives on Monday the second of November 2026.
LONG_AGO, RECENT = date(2023, 11, 2), date(2023, 11, 3)


def prospect(ctx: Context, last_contact_on: date | None = LONG_AGO) -> Customer:
    """A firm met on a trade show, and somebody there."""
    details = {"name": "Atelier des Trois Rives", "email": "contact@trois-rives.example"}
    met = services.create_customer(ctx, **details, last_contact_on=last_contact_on)
    services.add_contact(ctx, met, name="Irène Valmondin", email="irene@trois-rives.example")
    return met


def listed(ctx: Context) -> list[tuple[Over, str]]:
    return [(one.why, one.customer.reference) for one in expired(ctx.session, ctx.run)]


def test_a_prospect_goes_three_years_after_their_last_contact(ctx: Context) -> None:
    old, recent = prospect(ctx), prospect(ctx, RECENT)
    assert listed(ctx) == [(Over.PROSPECT, old.reference)]
    (one,) = expired(ctx.session, ctx.run)
    assert (one.since, one.due_on) == (LONG_AGO, date(2026, 11, 2))
    assert recent.last_contact_on == RECENT


def test_a_word_from_them_begins_the_period_again_ours_does_not(ctx: Context) -> None:
    old = prospect(ctx)
    MessageFactory(customer_id=old.id, outgoing=True, at=paris(2026, 10, 1, 9, 0))
    assert listed(ctx) == [(Over.PROSPECT, old.reference)]
    MessageFactory(customer_id=old.id, sender_key="director", at=paris(2026, 10, 1, 9, 0))
    assert listed(ctx) == [(Over.PROSPECT, old.reference)]
    MessageFactory(customer_id=old.id, at=paris(2026, 10, 1, 9, 0))
    assert listed(ctx) == []


def test_a_call_from_them_begins_it_again_ours_does_not(ctx: Context) -> None:
    old = prospect(ctx)
    key = f"customer:{old.reference}"
    services.place_call(ctx, to=key)
    assert listed(ctx) == [(Over.PROSPECT, old.reference)]
    ctx.session.query(Call).filter_by(customer_id=old.id).update({"outgoing": False})
    assert listed(ctx) == []


def test_who_ordered_is_no_prospect(ctx: Context) -> None:
    bought = prospect(ctx)
    bought.known_since = date(2023, 12, 1)
    assert listed(ctx) == []
    with pytest.raises(NotAProspect):
        services.erase_prospect(ctx, bought)


def test_an_erased_prospect_keeps_the_firm_and_nobody(ctx: Context) -> None:
    old = prospect(ctx)
    services.erase_prospect(ctx, old)
    person = ctx.session.query(Contact).filter_by(customer_id=old.id).one()
    assert (old.name, old.email, person.name, person.email) == (
        "Atelier des Trois Rives",
        "",
        ERASED,
        "",
    )
    assert cautions(ctx) == []
    (told,) = said(ctx.session, "prospect.erased")
    assert (told["last_contact_on"], told["due_on"]) == ("2023-11-02", "2026-11-02")
    assert listed(ctx) == []
    with pytest.raises(UnknownLastContact):
        services.erase_prospect(ctx, old)


def test_erasing_too_early_is_warned_of(ctx: Context) -> None:
    services.erase_prospect(ctx, prospect(ctx, RECENT))
    assert cautions(ctx) == ["ErasedTooEarly"]


def test_who_left_is_listed_then_erased(ctx: Context, world: World) -> None:
    details = {"name": "Inès Carlier", "email": "ines@lumen.example"}
    ines = services.add_contact(ctx, world.customer, **details)
    with pytest.raises(StillThere):
        services.erase_contact(ctx, world.customer, contact=ines.id)
    services.contact_left(ctx, world.customer, contact=ines.id)
    assert listed(ctx) == [(Over.GONE, world.customer.reference)]
    services.erase_contact(ctx, world.customer, contact=ines.id)
    assert (ines.name, ines.email) == (ERASED, "")
    assert listed(ctx) == []


def test_what_somebody_asks_to_see_is_not_erased_before(ctx: Context) -> None:
    old = prospect(ctx)
    person = ctx.session.query(Contact).filter_by(customer_id=old.id).one()
    asked = services.open_privacy_request(ctx, old, contact=person.id, right=Right.ACCESS)
    with pytest.raises(RequestUnderWay, match=asked.reference):
        services.erase_prospect(ctx, old)
    services.contact_left(ctx, old, contact=person.id)
    with pytest.raises(RequestUnderWay):
        services.erase_contact(ctx, old, contact=person.id)
    services.answer_privacy_request(ctx, asked)
    services.erase_contact(ctx, old, contact=person.id)


def test_the_screen_lists_and_erases(
    client: FlaskClient, ctx: Context, session: Session, base: str
) -> None:
    old, recent = prospect(ctx), prospect(ctx, RECENT)
    person = session.query(Contact).filter_by(customer_id=recent.id).one()
    services.contact_left(ctx, recent, contact=person.id)
    session.commit()
    page = client.get(f"{base}/clients/conservation").text
    assert "Prospect silencieux depuis trois ans" in page
    assert "A quitté l’entreprise" in page
    assert client.post(f"{base}/clients/{old.id}/donnees/effacer").status_code == 303
    url = f"{base}/clients/{recent.id}/donnees/{person.id}/effacer"
    assert client.post(url).status_code == 303
    assert "Rien à effacer" in client.get(f"{base}/clients/conservation").text
    form = {"name": "Salon du Bois", "business": "1", "last_contact_on": "2025-03-04"}
    client.post(f"{base}/clients/nouveau", data=form | {"country": "FR", "terms": "net_30"})
    kept = session.query(Customer).filter_by(name="Salon du Bois").one()
    assert kept.last_contact_on == date(2025, 3, 4)
