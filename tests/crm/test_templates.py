"""Templates with fields, and mailings: what is known is filled, what is not is asked for."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.setting import MessageTemplate
from sandbox.crm import services
from sandbox.crm.errors import EmptyMessage, FieldMissingFor, TooFewRecipients, UnfilledField
from sandbox.crm.merging import filled, left_in, merge_values
from sandbox.crm.models import Contact, Customer, Message
from tests.crm.journal import said
from tests.factories.billing import InvoiceFactory
from tests.factories.crm import CustomerFactory
from tests.factories.world import World

DUNNING = MessageTemplate(
    code="rappel",
    title="Rappel",
    subject="Facture {dossier}",
    body="Bonjour {contact}, il reste {montant}, échéance du {echeance}. {telephone}",
)


def test_a_template_is_filled_from_the_customer_and_the_document(
    ctx: Context, world: World
) -> None:
    ctx.add(Contact(customer_id=world.customer.id, name="Camille Moreau"))
    bill = InvoiceFactory(customer=world.customer, product=world.desk)
    values = merge_values(ctx.session, ctx.run.id, ctx.setting, world.customer, bill.reference)
    subject, body = filled(DUNNING, values)
    assert subject == f"Facture {bill.reference}"
    assert "Bonjour Camille Moreau" in body
    assert f"{bill.due_on:%d/%m/%Y}" in body
    assert left_in(body) == ""


def test_what_nothing_fills_stays_to_be_written(ctx: Context, world: World) -> None:
    values = merge_values(ctx.session, ctx.run.id, ctx.setting, world.customer, "FA-1900-000001")
    _, body = filled(DUNNING, values)
    assert "il reste [montant]" in body
    assert left_in(body) == "montant"


def test_braces_typed_by_hand_do_not_stop_a_letter(ctx: Context, world: World) -> None:
    values = merge_values(ctx.session, ctx.run.id, ctx.setting, world.customer, "")
    _, body = filled(replace(DUNNING, body="{ah} {client} {"), values)
    assert body == "{ah} Atelier Lumen {"


def test_a_letter_with_an_empty_field_does_not_leave(ctx: Context) -> None:
    with pytest.raises(UnfilledField, match="montant"):
        services.send_message(
            ctx, to="customer:CLI-0001", subject="Facture", body="Il reste [montant]."
        )


def test_the_template_is_kept_with_the_message(ctx: Context) -> None:
    services.send_message(
        ctx, to="customer:CLI-0001", subject="Bonjour", body="Oui.", template="attente"
    )
    assert said(ctx.session, "message.template_used") == [
        {"template": "attente", "to": "customer:CLI-0001", "topic": "other"}
    ]


def two(world: World) -> tuple[Customer, ...]:
    return world.customer, CustomerFactory(name="Studio Pivoine")


def test_a_mailing_is_one_message_a_customer_with_their_own_name(
    ctx: Context, world: World
) -> None:
    before = ctx.now()
    sent = services.send_mailing(
        ctx, customers=two(world), subject="Pour {client}", body="Bonjour {client}.", topic="other"
    )
    assert [message.subject for message in sent] == ["Pour Atelier Lumen", "Pour Studio Pivoine"]
    assert "Studio Pivoine" not in sent[0].body
    (merged,) = said(ctx.session, "mail.merged")
    assert (len(merged["customers"]), merged["fields"]) == (2, ["client"])
    assert len(said(ctx.session, "message.sent")) == 2
    assert (ctx.now() - before).seconds == 7 * 60


@pytest.mark.parametrize(
    ("how_many", "body", "refusal"),
    [
        (1, "Bonjour.", TooFewRecipients),
        (2, " ", EmptyMessage),
        (2, "Il reste {montant}.", FieldMissingFor),
    ],
)
def test_a_mailing_leaves_whole_or_not_at_all(
    ctx: Context, world: World, how_many: int, body: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.send_mailing(ctx, customers=two(world)[:how_many], subject="Nouvelle", body=body)
    assert said(ctx.session, "message.sent") == []


def test_the_same_customer_twice_is_one(ctx: Context, world: World) -> None:
    with pytest.raises(TooFewRecipients):
        services.send_mailing(
            ctx, customers=(world.customer, world.customer), subject="Deux", body="Bonjour."
        )


def test_a_mailing_is_sent_from_its_screen(
    client: FlaskClient, ctx: Context, session: Session, base: str
) -> None:
    other = CustomerFactory(name="Studio Pivoine")
    session.commit()
    assert "Studio Pivoine" in client.get(f"{base}/messages/publipostage?modele=rien").text
    typed = {"subject": "Nouvelle", "body": "Bonjour {client}", "topic": "other"}
    alone = client.post(f"{base}/messages/publipostage", data={**typed, "customers": "CLI-0001"})
    assert alone.status_code == 422
    assert "deux clients au moins" in alone.text
    both = {**typed, "customers": ["CLI-0001", other.reference]}
    assert client.post(f"{base}/messages/publipostage", data=both).status_code == 303
    assert session.query(Message).filter_by(outgoing=True).count() == 2
