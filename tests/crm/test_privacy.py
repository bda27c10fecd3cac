"""Data protection as it is lived: consents, objections, access, erasure, sober notes."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.crm import services
from sandbox.crm.consents import Basis, Reach
from sandbox.crm.models import Contact, Message
from sandbox.crm.people_errors import NotTheirs
from sandbox.crm.privacy import PrivacyRequest, Right, held_on
from sandbox.crm.privacy_errors import (
    ConsentUnproved,
    ExtendedAlready,
    ExtensionUnexplained,
    NoConsent,
    ReceivedLater,
    RequestClosed,
)
from sandbox.crm.privacy_labels import ERASED
from sandbox.crm.sensitive import sensitive_words
from sandbox.documents.models import StoredDocument
from tests.factories.billing import invoiced
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said


@pytest.fixture
def ines(ctx: Context, world: World) -> Contact:
    """Somebody at the customer's, who wrote once."""
    ines = services.add_contact(
        ctx, world.customer, name="Inès Carlier", title="Acheteuse", email="ines@lumen.example"
    )
    services.receive_message(
        ctx.acting_as(f"customer:{world.customer.reference}"),
        sender=f"customer:{world.customer.reference}",
        sender_name="Inès Carlier, Atelier Lumen",
        family="client",
        topic="enquiry",
        subject="Quatre bureaux",
        body="Bonjour, merci. Inès Carlier",
        customer=world.customer,
    )
    return ines


def asks(ctx: Context, world: World, ines: Contact, right: Right) -> PrivacyRequest:
    return services.open_privacy_request(ctx, world.customer, contact=ines.id, right=right)


def test_the_answer_is_due_a_month_later(ctx: Context, world: World, ines: Contact) -> None:
    asked = asks(ctx, world, ines, Right.ACCESS)
    assert (asked.reference, asked.answer_by) == ("DEM-2026-000001", date(2026, 12, 2))
    with pytest.raises(ReceivedLater):
        services.open_privacy_request(
            ctx,
            world.customer,
            contact=ines.id,
            right=Right.ACCESS,
            received_on=date(2027, 1, 1),
        )
    with pytest.raises(NotTheirs):
        services.open_privacy_request(ctx, CustomerFactory(), contact=ines.id, right=Right.ACCESS)


def test_a_difficult_request_takes_two_months_more_once_and_with_a_reason(
    ctx: Context, world: World, ines: Contact
) -> None:
    asked = asks(ctx, world, ines, Right.ACCESS)
    with pytest.raises(ExtensionUnexplained):
        services.extend_privacy_request(ctx, asked, reason=" ")
    services.extend_privacy_request(ctx, asked, reason="Deux mille messages à trier.")
    assert asked.answer_by == date(2027, 2, 2)
    with pytest.raises(ExtendedAlready):
        services.extend_privacy_request(ctx, asked, reason="Encore.")


def test_all_that_is_held_is_given_and_nothing_of_anybody_else(
    ctx: Context, world: World, ines: Contact
) -> None:
    services.add_contact(ctx, world.customer, name="Paul Ragot", email="paul@lumen.example")
    services.note_consent(
        ctx,
        world.customer,
        contact=ines.id,
        reach=Reach.EMAIL,
        basis=Basis.INTEREST,
        proof="Carte laissée au salon",
    )
    asked = asks(ctx, world, ines, Right.ACCESS)
    services.answer_privacy_request(ctx, asked)
    stored = ctx.session.scalars(
        select(StoredDocument).where(StoredDocument.reference == asked.reference)
    ).one()
    text = str(stored.snapshot["data"])
    assert "Inès Carlier" in text
    assert "Quatre bureaux" in text
    assert "Carte laissée au salon" in text
    assert "Ragot" not in str(stored.snapshot)
    told = said(ctx, "privacy.answered")[0][1]
    assert told["values"] == sum(len(part["values"]) for part in stored.snapshot["data"])
    with pytest.raises(RequestClosed):
        services.answer_privacy_request(ctx, asked)


def test_what_is_given_says_nothing_of_people_of_a_like_name_nor_named_in_a_message(
    ctx: Context, world: World, ines: Contact
) -> None:
    services.add_contact(ctx, world.customer, name="Paul Ragot", email="paul@lumen.example")
    key = f"customer:{world.customer.reference}"
    letter = {"sender": key, "family": "client", "topic": "enquiry", "customer": world.customer}
    services.receive_message(
        ctx.acting_as(key),
        sender_name="Inès Carlierot, Atelier Lumen",
        subject="Tout autre chose",
        body="Bonjour.",
        **letter,
    )
    services.receive_message(
        ctx.acting_as(key),
        sender_name="Inès Carlier, Atelier Lumen",
        subject="Suite",
        body="Voyez avec Paul Ragot, paul@lumen.example.",
        **letter,
    )
    services.send_message(ctx, to=key, subject="Réponse", body="Bonjour Inès Carlier, entendu.")
    told = str(held_on(ctx.session, ines, world.customer))
    assert "Tout autre chose" not in told
    assert "Ragot" not in told
    assert "paul@" not in told
    assert "Voyez avec [une autre personne]" in told
    assert "Réponse : Bonjour Inès Carlier, entendu." in told


def test_an_erasure_names_what_the_law_keeps_and_nothing_more(
    ctx: Context, world: World, ines: Contact
) -> None:
    key = f"customer:{world.customer.reference}"
    services.send_message(ctx, to=key, subject="Merci Inès Carlier", body="Bonjour Inès Carlier.")
    invoice = invoiced(ctx, world)
    asked = services.answer_privacy_request(ctx, asks(ctx, world, ines, Right.ERASURE))
    assert invoice.balance > 0
    assert asked.kept == ["invoices", "orders", "claims", "objection"]
    letters = ctx.session.scalars(select(Message)).all()
    assert all("Carlier" not in f"{m.subject} {m.body} {m.sender_name}" for m in letters)


def test_a_private_person_who_bought_nothing_leaves_nothing(ctx: Context) -> None:
    person = CustomerFactory(business=False, name="Léa Roy", email="lea@courrier.example")
    contact = services.add_contact(ctx, person, name="Léa Roy", email="lea@courrier.example")
    details = {"contact": contact.id, "right": Right.ERASURE}
    asked = services.open_privacy_request(ctx, person, **details)
    services.answer_privacy_request(ctx, asked)
    assert asked.kept == ["objection"]
    assert (person.name, person.email, person.town) == (ERASED, "", "")


def test_a_late_answer_is_warned_of(ctx: Context, world: World, ines: Contact) -> None:
    asked = asks(ctx, world, ines, Right.ACCESS)
    asked.received_on = date(2026, 9, 1)
    services.answer_privacy_request(ctx, asked)
    assert cautions(ctx) == ["AnsweredLate"]


def test_an_erasure_leaves_the_invoices_and_no_name(
    ctx: Context, world: World, ines: Contact
) -> None:
    invoice = invoiced(ctx, world)
    asked = asks(ctx, world, ines, Right.ERASURE)
    services.answer_privacy_request(ctx, asked)
    assert (ines.name, ines.email, ines.left_on) == (ERASED, "", ctx.today())
    assert invoice.balance > 0
    assert "invoices" in asked.kept
    received = ctx.session.scalars(select(Message).where(Message.outgoing.is_(False))).all()
    assert all("Carlier" not in f"{m.sender_name} {m.body}" for m in received)
    held = held_on(ctx.session, ines, world.customer)
    assert [part.title for part in held if part.title == "Échanges"] == []


def test_an_objection_is_honoured_by_what_is_sent(
    ctx: Context, world: World, ines: Contact
) -> None:
    for other in ctx.session.scalars(select(Contact).where(Contact.id != ines.id)):
        other.left_on = ctx.today()
    services.answer_privacy_request(ctx, asks(ctx, world, ines, Right.OBJECTION))
    to = f"customer:{world.customer.reference}"
    services.send_message(ctx, to=to, subject="Offre", body="Un prix.", topic="prospecting")
    assert cautions(ctx) == ["ObjectionIgnored"]
    services.send_message(ctx, to=to, subject="Votre commande", body="Elle part.", topic="order")
    assert said(ctx, "message.sent")[-1][1]["cautions"] == []


def test_a_private_person_is_prospected_with_their_consent_alone(
    ctx: Context, world: World
) -> None:
    person = CustomerFactory(business=False)
    contact = services.add_contact(ctx, person, name="Léa Roy", email="lea@courrier.example")
    to = f"customer:{person.reference}"
    services.send_message(ctx, to=to, subject="Offre", body="Un prix.", topic="prospecting")
    assert cautions(ctx) == ["ConsumerConsentMissing"]
    consent = {"contact": contact.id, "reach": Reach.EMAIL, "basis": Basis.CONSENT}
    with pytest.raises(ConsentUnproved):
        services.note_consent(ctx, person, **consent, proof=" ")
    services.note_consent(ctx, person, **consent, proof="Case cochée le 2 novembre 2026")
    services.send_message(ctx, to=to, subject="Offre", body="Un prix.", topic="prospecting")
    assert said(ctx, "message.sent")[-1][1]["cautions"] == []
    services.withdraw_consent(ctx, person, contact=contact.id, reach=Reach.EMAIL)
    with pytest.raises(NoConsent):
        services.withdraw_consent(ctx, person, contact=contact.id, reach=Reach.EMAIL)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Demande un rappel après 14 h.", []),
        ("Souhaite payer en 2 fois, livrer au rez-de-chaussée.", []),
        ("Il est malade, et radin.", ["malade", "radin"]),
        ("Dépressif depuis son divorce", ["dépressif", "divorce"]),
        ("Semaine de juin, prisons de verre", ["prisons"]),
        ("Droguerie Santé Plus : livraison maladroite, dans l'enceinte du site.", []),
        ("Elle est enceinte, rappeler en mai", ["est enceinte"]),
        ("", []),
    ],
)
def test_words_that_are_not_noted_are_found_whatever_their_accents(
    text: str, found: list[str]
) -> None:
    assert sensitive_words(text) == found


def test_a_note_with_such_a_word_is_warned_of(ctx: Context, world: World) -> None:
    services.add_contact(ctx, world.customer, name="Jean", title="malade", phone="02")
    assert cautions(ctx) == ["SensitiveWords"]
    assert said(ctx, "contact.added")[0][1]["cautions"] == ["SensitiveWords"]


def test_somebody_who_left_keeps_their_rights(
    client: FlaskClient, ctx: Context, world: World, ines: Contact
) -> None:
    services.contact_left(ctx, world.customer, contact=ines.id)
    record = f"/parties/{ctx.run.id}/clients/{world.customer.id}/donnees"
    asked = client.post(f"{record}/demande", data={"contact": ines.id, "right": "access"})
    assert asked.status_code == 303
    services.answer_privacy_request(ctx, ctx.session.scalars(select(PrivacyRequest)).one())
    services.erase_contact(ctx, world.customer, contact=ines.id)
    again = client.post(f"{record}/demande", data={"contact": ines.id, "right": "access"})
    assert again.status_code == 422


def test_a_correction_is_made_before_it_is_said(ctx: Context, world: World, ines: Contact) -> None:
    services.change_contact(ctx, world.customer, contact=ines.id, phone="01 02 03 04 05")
    services.answer_privacy_request(ctx, asks(ctx, world, ines, Right.RECTIFICATION))
    assert cautions(ctx) == ["NothingCorrected"]
    asked = asks(ctx, world, ines, Right.RECTIFICATION)
    services.change_contact(ctx, world.customer, contact=ines.id, title="Directrice des achats")
    services.answer_privacy_request(ctx, asked)
    assert said(ctx, "privacy.answered")[-1][1]["cautions"] == []


def test_every_free_text_of_the_desk_is_watched(ctx: Context, world: World) -> None:
    services.update_customer(ctx, world.customer, note="Gérant divorcé, paie bien.")
    assert said(ctx, "customer.updated")[-1][1]["cautions"] == ["SensitiveWords"]
    services.update_customer(ctx, world.customer, phone="01 02 03 04 05")
    assert said(ctx, "customer.updated")[-1][1]["cautions"] == []


def test_from_the_record_to_the_export(
    client: FlaskClient, ctx: Context, world: World, ines: Contact
) -> None:
    base = f"/parties/{ctx.run.id}/clients"
    record = f"{base}/{world.customer.id}/donnees"
    assert "Inès Carlier" in client.get(record).text
    bad = client.post(f"{record}/choix", data={"contact": ines.id, "reach": "email"})
    assert bad.status_code == 422
    sent = client.post(f"{record}/demande", data={"contact": ines.id, "right": "access"})
    assert sent.status_code == 303
    page = client.get(sent.headers["Location"])
    assert "mer. 2 déc. 2026" in page.text.replace("\u00a0", " ")
    assert client.post(f"{sent.headers['Location']}/prolonger", data={}).status_code == 422
    client.post(f"{sent.headers['Location']}/repondre")
    table = client.get(f"/parties/{ctx.run.id}/documents/donnees/DEM-2026-000001.csv")
    assert "ines@lumen.example" in table.text
    assert client.get(f"/parties/{ctx.run.id}/documents/donnees/DEM-9.csv").status_code == 404
    portable = client.get(f"/parties/{ctx.run.id}/documents/donnees/DEM-2026-000001.json")
    assert portable.json[0]["title"] == "Identité et coordonnées"
    assert "DEM-2026-000001" in client.get(f"{base}/donnees-personnelles").text
