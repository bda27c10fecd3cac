"""What people allow and refuse: noted with proof, honoured when we prospect."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm import services
from sandbox.crm.calls import Call
from sandbox.crm.consents import Bar, Basis, Reach, barred, barred_among, choices_of, standing
from sandbox.crm.models import Channel, Contact, Customer
from sandbox.crm.people_errors import NotTheirs
from sandbox.crm.privacy_errors import (
    ChosenInTheFuture,
    ConsentUnproved,
    NobodyLeft,
    NoConsent,
)
from tests.crm.journal import said
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import cautions


def person(ctx: Context, customer: Customer, **details: Any) -> Contact:
    return ctx.add(Contact(customer_id=customer.id, name="Lise Moreau", **details))


def prospected(ctx: Context, customer: Customer, topic: str = "prospecting") -> list[str]:
    """What we are warned of when we write to sell something."""
    to = f"customer:{customer.reference}"
    services.send_message(ctx, to=to, subject="Offre", body="Notre offre.", topic=topic)
    return cautions(ctx)


def reason(ctx: Context, customer: Customer, channel: Channel = Channel.EMAIL) -> Bar | None:
    found = barred(customer, choices_of(ctx.session, ctx.run.id, [customer.id]), channel)
    return found.why if found else None


def test_an_agreement_is_kept_with_its_proof_and_its_date(ctx: Context, world: World) -> None:
    who = person(ctx, world.customer)
    noted = services.note_consent(
        ctx,
        world.customer,
        reach=Reach.EMAIL,
        contact=who.id,
        proof="Case cochée au salon de Rennes",
        chosen_on=date(2026, 10, 15),
    )
    assert (noted.basis, noted.chosen_on) == (Basis.CONSENT, date(2026, 10, 15))
    (entry,) = said(ctx.session, "consent.given")
    assert (entry["channel"], entry["person"], entry["chosen_on"]) == ("email", True, "2026-10-15")
    assert "Moreau" not in str(entry)


def test_an_agreement_without_proof_is_refused(ctx: Context, world: World) -> None:
    with pytest.raises(ConsentUnproved):
        services.note_consent(ctx, world.customer, reach=Reach.EMAIL, proof=" ")


def test_an_agreement_is_taken_back_as_easily_and_once(ctx: Context, world: World) -> None:
    with pytest.raises(NoConsent):
        services.withdraw_consent(ctx, world.customer, reach=Reach.EMAIL)
    services.note_consent(ctx, world.customer, reach=Reach.EMAIL, proof="Courriel")
    assert services.withdraw_consent(ctx, world.customer, reach=Reach.EMAIL).proof == ""
    assert reason(ctx, world.customer) == Bar.OBJECTION
    with pytest.raises(NoConsent):
        services.withdraw_consent(ctx, world.customer, reach=Reach.EMAIL)


def test_a_choice_is_somebodys_there_and_not_of_tomorrow(ctx: Context, world: World) -> None:
    stranger = person(ctx, CustomerFactory())
    with pytest.raises(NotTheirs):
        services.note_objection(ctx, world.customer, contact=stranger.id)
    with pytest.raises(ChosenInTheFuture):
        services.note_objection(ctx, world.customer, chosen_on=ctx.today() + timedelta(days=1))


def test_writing_to_somebody_who_objected_is_warned_of(ctx: Context, world: World) -> None:
    assert prospected(ctx, world.customer) == []
    services.note_objection(ctx, world.customer)
    assert prospected(ctx, world.customer) == ["ObjectionIgnored"]
    assert prospected(ctx, world.customer, topic="order") == []


def test_ringing_somebody_who_objected_is_warned_of(ctx: Context, world: World) -> None:
    services.note_objection(ctx, world.customer, reach=Reach.PHONE)
    services.place_call(ctx, to="customer:CLI-0001", topic="prospecting")
    assert cautions(ctx) == ["ObjectionIgnored"]


def test_a_consumer_is_prospected_by_telephone_in_the_hours_of_the_law(ctx: Context) -> None:
    lise = CustomerFactory(business=False)
    told = {"basis": Basis.CONSENT, "reach": Reach.PHONE, "proof": "Bon signé le 2 novembre"}
    services.note_consent(ctx, lise, **told)
    to = f"customer:{lise.reference}"
    assert ctx.now().hour < 10
    services.place_call(ctx, to=to, topic="invoice")
    assert cautions(ctx) == []
    services.miss_call(ctx, ctx.session.scalars(select(Call)).one())
    services.place_call(ctx, to=to, topic="prospecting")
    assert cautions(ctx) == ["OutsideCallHours"]


@pytest.mark.parametrize(
    ("business", "known", "channel", "why"),
    [
        (True, False, Channel.EMAIL, None),
        (True, False, Channel.PHONE, None),
        (False, False, Channel.EMAIL, Bar.NO_CONSENT),
        (False, True, Channel.EMAIL, None),
        (False, True, Channel.PHONE, Bar.NO_CONSENT),
        (False, False, Channel.LETTER, None),
    ],
)
def test_a_consumer_agrees_beforehand_a_business_objects_afterwards(
    ctx: Context, business: bool, known: bool, channel: Channel, why: Bar | None
) -> None:
    since = date(2025, 3, 1) if known else None
    customer = CustomerFactory(business=business, known_since=since)
    assert reason(ctx, customer, channel) == why
    for reach in (Reach.EMAIL, Reach.PHONE):
        services.note_consent(ctx, customer, reach=reach, proof="Case cochée")
    assert reason(ctx, customer, channel) is None


def test_an_objection_to_everything_replaces_earlier_agreements(ctx: Context, world: World) -> None:
    services.note_consent(ctx, world.customer, reach=Reach.EMAIL, proof="Courriel")
    services.note_objection(ctx, world.customer)
    assert reason(ctx, world.customer, Channel.LETTER) == Bar.OBJECTION
    kept = standing(choices_of(ctx.session, ctx.run.id, [world.customer.id]))
    assert [choice.reach for choice in kept] == ["any"]
    services.note_consent(ctx, world.customer, reach=Reach.EMAIL, proof="Courriel")
    assert reason(ctx, world.customer) is None


def test_the_objection_of_somebody_gone_no_longer_counts(ctx: Context, world: World) -> None:
    who = person(ctx, world.customer, email="lise@lumen.example")
    services.note_objection(ctx, world.customer, contact=who.id)
    assert barred_among(ctx.session, ctx.run.id, [world.customer], "email")
    services.contact_left(ctx, world.customer, contact=who.id)
    assert not barred_among(ctx.session, ctx.run.id, [world.customer], "email")


def test_a_prospecting_mailing_leaves_out_those_who_objected(ctx: Context, world: World) -> None:
    chosen = (world.customer, CustomerFactory())
    letter = {"subject": "Offre", "body": "Bonjour.", "topic": "prospecting"}
    services.note_objection(ctx, world.customer)
    assert len(services.send_mailing(ctx, customers=chosen, **letter)) == 1
    (merged,) = said(ctx.session, "mail.merged")
    assert (merged["left_out"], merged["customers"]) == (["CLI-0001"], [chosen[1].reference])
    assert len(services.send_mailing(ctx, customers=chosen, **letter | {"topic": "order"})) == 2
    services.note_objection(ctx, chosen[1])
    with pytest.raises(NobodyLeft):
        services.send_mailing(ctx, customers=chosen, **letter)


def test_choices_are_noted_and_seen_on_the_screens(
    client: FlaskClient, ctx: Context, world: World, session: Session, base: str
) -> None:
    who = person(ctx, world.customer)
    other = CustomerFactory(name="Studio Pivoine")
    session.commit()
    url = f"{base}/clients/{world.customer.id}/donnees"
    assert "Aucun choix noté" in client.get(url).text
    typed = {"contact": "", "reach": "email", "basis": "consent", "choice": "granted"}
    refused = client.post(f"{url}/choix", data=typed)
    assert refused.status_code == 422
    assert "Un accord se prouve" in refused.text
    client.post(
        f"{url}/choix", data=typed | {"choice": "objected", "reach": "any", "contact": str(who.id)}
    )
    client.post(f"{url}/choix", data=typed | {"proof": "Courriel du 2"})
    client.post(f"{url}/choix", data=typed | {"choice": "withdrawn"})
    shown = client.get(url).text
    assert "Opposition" in shown
    assert "Accord retiré" in shown
    assert "Opposition" in client.get(f"{base}/clients/{world.customer.id}").text
    mailing = f"{base}/messages/publipostage"
    assert "Lise Moreau : s’est opposé" in client.get(mailing).text
    letter = {"subject": "Offre", "body": "Bonjour", "topic": "prospecting"}
    both = letter | {"customers": ["CLI-0001", other.reference]}
    told = client.post(mailing, data=both, follow_redirects=True).text
    assert "1 message envoyé. Laissés de côté (opposition ou accord absent) : 1." in told
