"""The mailbox: reading counts once, writing says to whom and about what."""

import pytest

from sandbox.core.context import Context
from sandbox.core.errors import NotFound
from sandbox.crm import services
from sandbox.crm.directory import family_of
from sandbox.crm.errors import EmptyMessage, UnknownPost, UnknownRecipient
from sandbox.crm.models import Channel, Message
from sandbox.crm.queries import mails, unread_count
from sandbox.journal.use_cases import perform
from tests.crm.journal import said
from tests.factories.crm import MessageFactory
from tests.factories.world import World


def test_reading_a_message_is_news_once(ctx: Context) -> None:
    message = MessageFactory(about="DE-2026-000001")
    services.read_message(ctx, message)
    services.read_message(ctx, message)
    assert said(ctx.session, "message.read") == [
        {
            "sender": "customer:CLI-0001",
            "topic": "enquiry",
            "customer": None,
            "about": "DE-2026-000001",
        }
    ]
    assert message.read_at is not None


def test_the_counter_goes_down_when_a_message_is_read(ctx: Context) -> None:
    message = MessageFactory()
    before = unread_count(ctx.session, ctx.run.id)
    services.read_message(ctx, message)
    assert (before, unread_count(ctx.session, ctx.run.id)) == (1, 0)


def test_what_we_sent_is_never_unread(ctx: Context) -> None:
    services.send_message(ctx, to="customer:CLI-0001", subject="Bonjour", body="Bonjour.")
    assert unread_count(ctx.session, ctx.run.id) == 0


def test_a_message_to_a_customer_bears_their_name(ctx: Context, world: World) -> None:
    sent = services.send_message(ctx, to="customer:CLI-0001", subject="", body="Un mot de nous.")
    assert (sent.to_name, sent.customer_id) == ("Atelier Lumen", world.customer.id)
    assert (sent.family, sent.subject) == ("client", "Autre sujet")
    assert sent.reference == f"MSG-{sent.id:06d}"


def test_an_answer_keeps_customer_and_document_of_what_it_answers(
    ctx: Context, world: World
) -> None:
    asked = MessageFactory(customer=world.customer, about="CDE-2026-000004")
    services.send_message(
        ctx, to="customer:CLI-0001", subject="Re", body="Nous vous livrons.", answers=asked
    )
    (entry,) = said(ctx.session, "message.sent")
    assert (entry["customer"], entry["about"]) == ("CLI-0001", "CDE-2026-000004")
    assert (entry["answers"], entry["words"]) == (asked.reference, 3)


def test_a_proposal_is_kept_with_the_message(ctx: Context) -> None:
    services.send_message(
        ctx,
        to="customer:CLI-0001",
        subject="Re",
        body="En deux fois.",
        topic="delay",
        proposal="partial:2026-11-25",
    )
    (entry,) = said(ctx.session, "message.sent")
    assert (entry["topic"], entry["proposal"]) == ("delay", "partial:2026-11-25")


@pytest.mark.parametrize("body", ["", "   \n "])
def test_an_empty_message_does_not_leave(ctx: Context, body: str) -> None:
    with pytest.raises(EmptyMessage):
        services.send_message(ctx, to="customer:CLI-0001", subject="Vide", body=body)
    assert mails(ctx.session, ctx.run.id, sent=True) == []
    assert said(ctx.session, "move.refused") == [
        {"use_case": "send_message", "reason": "EmptyMessage"}
    ]


@pytest.mark.parametrize("to", ["", "director", "customer:", "planet:MARS"])
def test_one_writes_only_to_somebody_outside(ctx: Context, to: str) -> None:
    with pytest.raises(UnknownRecipient):
        services.send_message(ctx, to=to, subject="Bonjour", body="Bonjour.")


def test_a_customer_written_to_must_exist(ctx: Context) -> None:
    with pytest.raises(NotFound, match="CLI-9999"):
        services.send_message(ctx, to="customer:CLI-9999", subject="Bonjour", body="Bonjour.")


def test_a_supplier_is_named_as_they_signed(ctx: Context) -> None:
    MessageFactory(sender_key="supplier:FOU-0077", sender_name="Yves Arcan", family="fournisseur")
    sent = services.send_message(ctx, to="supplier:FOU-0077", subject="Délai", body="Quand ?")
    assert (sent.to_name, sent.family) == ("Yves Arcan", "fournisseur")


def test_a_colleague_is_alerted_with_the_stake(ctx: Context, world: World) -> None:
    told = services.alert_colleague(
        ctx,
        post="purchasing",
        topic="stock",
        body="Il manque deux bureaux.",
        customer=world.customer,
        about="CDE-2026-000004",
        stake=99600,
    )
    assert said(ctx.session, "colleague.alerted") == [
        {
            "post": "purchasing",
            "topic": "stock",
            "customer": "CLI-0001",
            "about": "CDE-2026-000004",
            "stake": 99600,
        }
    ]
    assert (told.to_name, told.channel, told.outgoing) == ("Yann Le Goff", Channel.CHAT, True)


def test_nobody_holds_an_unknown_post(ctx: Context) -> None:
    with pytest.raises(UnknownPost, match="astronaute"):
        services.alert_colleague(ctx, post="astronaute", topic="other", body="Allô ?")


def test_an_alert_says_something(ctx: Context) -> None:
    with pytest.raises(EmptyMessage):
        services.alert_colleague(ctx, post="director", topic="other", body=" ")


def test_the_world_writes_to_us(ctx: Context, world: World) -> None:
    services.receive_message(
        ctx.acting_as("customer:CLI-0001"),
        sender="customer:CLI-0001",
        sender_name="Camille Moreau",
        family="client",
        topic="enquiry",
        subject="Demande",
        body="Bonjour.",
        channel=Channel.PHONE,
        customer=world.customer,
    )
    (received,) = mails(ctx.session, ctx.run.id, family="client", words="DEMANDE")
    assert (received.unread, received.channel) == (True, "phone")
    assert said(ctx.session, "message.received")[0]["customer"] == "CLI-0001"


def test_a_play_sends_a_message_from_plain_data(ctx: Context) -> None:
    asked: Message = MessageFactory()
    details = {
        "to": "customer:CLI-0001",
        "subject": "Re",
        "body": "Oui.",
        "answers": asked.reference,
    }
    sent = perform(ctx, "send_message", None, details)
    assert sent.answers == asked.reference


@pytest.mark.parametrize(
    ("key", "family"),
    [("carrier:TRA-01", "logistique"), ("bank", "banque"), ("director", None), ("supplier:", None)],
)
def test_a_key_tells_the_family(key: str, family: str | None) -> None:
    assert family_of(key) == family
