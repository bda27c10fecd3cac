"""Order in the mailbox: folders, labels, flags, reminders, drafts, copies, receipts, papers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.orm import Referable
from sandbox.crm import services
from sandbox.crm.drafts import Draft, drafts_of
from sandbox.crm.errors import (
    DraftClosed,
    LabelTooLong,
    NoReceiptAsked,
    NothingToAccept,
    TaskInThePast,
    TooManyLabels,
    UnknownEnclosure,
)
from sandbox.crm.models import MailFolder, Message
from sandbox.crm.queries import mails, unread_count
from sandbox.crm.tasks import Task
from sandbox.documents.filing.keeping import keep
from sandbox.documents.filing.models import ArchiveItem, Direction
from sandbox.documents.filing.queries import recipients_of
from tests.crm.journal import said
from tests.factories.crm import MessageFactory
from tests.factories.world import World

Counter = Callable[[], AbstractContextManager[list[str]]]
LUMEN = "customer:CLI-0001"


def sent(ctx: Context, **details: object) -> Message:
    return services.send_message(
        ctx, **{"to": LUMEN, "subject": "Bonjour", "body": "Un mot."} | details
    )


def paper(ctx: Context, number: str = "FA-2026-000013", about: str = "") -> ArchiveItem:
    return keep(
        ctx,
        "invoice",
        number,
        direction=Direction.ISSUED,
        partner="customer",
        partner_name="Atelier Lumen",
        about=about,
    )


def test_a_message_put_away_leaves_the_box_and_is_found_there(ctx: Context) -> None:
    message = MessageFactory()
    services.move_message(ctx, message, folder=MailFolder.ARCHIVED)
    assert mails(ctx.session, ctx.run.id) == []
    assert list(mails(ctx.session, ctx.run.id, folder=MailFolder.ARCHIVED)) == [message]
    assert unread_count(ctx.session, ctx.run.id) == 0
    services.move_message(ctx, message, folder=MailFolder.BOX)
    assert list(mails(ctx.session, ctx.run.id)) == [message]
    assert [entry["folder"] for entry in said(ctx.session, "message.moved")] == ["archived", "box"]


def test_putting_a_message_where_it_is_is_no_news(ctx: Context) -> None:
    services.move_message(ctx, MessageFactory(), folder=MailFolder.BOX)
    assert said(ctx.session, "message.moved") == []


def test_labels_are_found_again_whatever_their_case(ctx: Context) -> None:
    message, other = MessageFactory(), MessageFactory()
    services.label_message(ctx, message, labels=("Urgent", " urgent ", "Prix|net", ""))
    services.label_message(ctx, other, labels=("urgentissime",))
    assert message.tags == ("urgent", "prix net")
    assert list(mails(ctx.session, ctx.run.id, label="urgent")) == [message]
    assert list(mails(ctx.session, ctx.run.id, words="PRIX net")) == [message]


@pytest.mark.parametrize(
    ("labels", "refusal"),
    [(tuple("abcdef"), TooManyLabels), (("x" * 25,), LabelTooLong)],
)
def test_labels_stay_few_and_short(
    ctx: Context, labels: tuple[str, ...], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.label_message(ctx, MessageFactory(), labels=labels)


def test_a_reminder_flags_the_message_and_stands_in_the_diary(ctx: Context, world: World) -> None:
    message = MessageFactory(customer=world.customer)
    services.remind_message(ctx, message, at=ctx.now() + timedelta(hours=3))
    task = ctx.session.query(Task).one()
    assert (task.about, task.customer_id) == (message.reference, world.customer.id)
    assert message.subject in task.text
    assert list(mails(ctx.session, ctx.run.id, flagged=True)) == [message]
    with pytest.raises(TaskInThePast):
        services.remind_message(ctx, message, at=ctx.now() - timedelta(hours=3))


def test_a_draft_is_kept_changed_and_sent_once(ctx: Context) -> None:
    draft = services.keep_draft(ctx, to=LUMEN, subject="Offre", body="Bonjour,")
    again = services.keep_draft(ctx, to="nobody", body="Bonjour, voici", draft=draft)
    assert (again is draft, draft.to_key, draft.subject) == (True, "", "")
    assert list(drafts_of(ctx.session, ctx.run.id)) == [draft]
    sent(ctx, draft=draft)
    assert drafts_of(ctx.session, ctx.run.id) == []
    with pytest.raises(DraftClosed):
        sent(ctx, draft=draft)
    with pytest.raises(DraftClosed):
        services.drop_draft(ctx, draft)
    assert len(said(ctx.session, "message.sent")) == 1


def test_a_colleague_in_copy_has_been_told(ctx: Context, world: World) -> None:
    message = sent(ctx, topic="delay", copies=("director", LUMEN, "director"))
    assert [name for _, name in message.copies] == [world.setting.colleague("director").name]
    (copied,) = said(ctx.session, "message.copied")
    (alerted,) = said(ctx.session, "colleague.alerted")
    assert copied["copies"] == ["director"]
    assert (alerted["post"], alerted["topic"], alerted["customer"]) == (
        "director",
        "delay",
        "CLI-0001",
    )


def test_a_receipt_comes_back_once_and_only_if_it_was_asked(ctx: Context) -> None:
    message = sent(ctx, receipt=True)
    services.return_receipt(ctx.acting_as(LUMEN), message)
    assert message.receipt_at == ctx.now()
    for other in (message, sent(ctx)):
        with pytest.raises(NoReceiptAsked):
            services.return_receipt(ctx.acting_as(LUMEN), other)


def test_the_signature_is_that_of_the_company_and_counts_no_words(
    ctx: Context, world: World
) -> None:
    message = sent(ctx, signed=True)
    assert message.body.startswith("Un mot.\n\nService administration des ventes")
    assert world.setting.company.name in message.body
    assert said(ctx.session, "message.sent")[0]["words"] == 2


def test_a_paper_of_the_archive_leaves_with_its_proof(ctx: Context) -> None:
    item = paper(ctx)
    message = sent(ctx, attachments=(item.reference, item.reference))
    assert message.attachments == [[item.id, "Facture FA-2026-000013, Atelier Lumen"]]
    assert said(ctx.session, "message.attached")[0]["documents"] == ["FA-2026-000013"]
    assert recipients_of(ctx.session, ctx.run.id, item.id) == {"customer"}


def test_what_is_not_in_the_archive_cannot_be_joined(ctx: Context) -> None:
    gone: Referable = paper(ctx)
    gone.destroyed_at = ctx.now()  # type: ignore[attr-defined]
    for reference in ("ARC-999999", gone.reference):
        with pytest.raises(UnknownEnclosure):
            sent(ctx, attachments=(reference,))
    assert said(ctx.session, "message.sent") == []


def blank(**typed: str) -> dict[str, str]:
    return {
        "to": LUMEN,
        "subject": "Offre",
        "body": "Bonjour,",
        "topic": "quote",
        "channel": "email",
    } | typed


def test_a_draft_is_left_found_and_sent_from_the_screen(
    client: FlaskClient, session: Session, base: str, count_sql: Counter
) -> None:
    kept = client.post(f"{base}/messages/brouillons", data=blank(body="À finir", channel="999"))
    assert kept.status_code == 303
    draft = session.query(Draft).one()
    with count_sql() as statements:
        assert "À finir" in client.get(f"{base}/messages?boite=brouillons").text
    assert len(statements) <= 12, statements
    with count_sql() as statements:
        shown = client.get(f"{base}/messages/brouillons/{draft.id}").text
    assert len(statements) <= 12, statements
    assert 'value="Offre"' in shown
    typed = blank(brouillon=str(draft.id))
    assert client.post(f"{base}/messages/nouveau", data=typed).status_code == 303
    assert session.query(Message).one().subject == "Offre"
    assert client.get(f"{base}/messages/brouillons/{draft.id}").status_code == 404


def test_an_answer_kept_as_a_draft_still_answers(
    client: FlaskClient, session: Session, base: str, enquiry: Message
) -> None:
    typed = blank(reponse=str(enquiry.id), to="")
    client.post(f"{base}/messages/brouillons", data=typed)
    draft = session.query(Draft).one()
    assert (draft.to_key, draft.answers) == (enquiry.sender_key, enquiry.reference)
    client.post(f"{base}/messages/nouveau", data=blank(brouillon=str(draft.id)))
    assert session.query(Message).filter_by(outgoing=True).one().answers == enquiry.reference


def test_a_message_is_sorted_from_the_screen(
    client: FlaskClient, session: Session, base: str, enquiry: Message, count_sql: Counter
) -> None:
    at = f"{base}/messages/{enquiry.id}"
    client.post(f"{at}/etiquettes", data={"labels": "Urgent, Prix"})
    client.post(f"{at}/drapeau")
    client.post(f"{at}/rappel", data={"at": "2026-11-03T10:00"})
    client.post(f"{at}/ranger", data={"folder": "archived"})
    assert client.post(f"{at}/ranger", data={"folder": "nowhere"}).status_code == 303
    client.post(f"{at}/ranger", data={"folder": "archived"})
    with count_sql() as statements:
        shown = client.get(f"{base}/messages?boite=archives&etiquette=urgent").text
    assert len(statements) <= 12, statements
    assert "Quatre bureaux" in shown
    assert "À suivre" in shown
    assert "Revenir sur" in client.get(f"{base}/agenda?jour=2026-11-03").text
    with count_sql() as statements:
        client.get(at)
    assert len(statements) <= 12, statements


def test_papers_copies_and_receipt_are_ticked_on_the_form(
    client: FlaskClient, ctx: Context, session: Session, base: str
) -> None:
    item = paper(ctx, about="CDE-2026-000004")
    ctx.session.commit()
    assert "FA-2026-000013" in client.get(f"{base}/messages/nouveau").text
    typed = blank(attachments=item.reference, copies="director", receipt="y", signed="y")
    assert client.post(f"{base}/messages/nouveau", data=typed).status_code == 303
    message = session.query(Message).filter_by(family="client").one()
    shown = client.get(f"{base}/messages/{message.id}").text
    for words in ("Facture FA-2026-000013", "Copie :", "Accusé de lecture demandé"):
        assert words in shown


def test_a_figure_is_typed_beside_the_proposal(
    client: FlaskClient, session: Session, base: str, world: World
) -> None:
    at = f"{base}/messages/nouveau"
    for typed in ({"proposal_value": ""}, {"proposal_value": "120"}, {"proposal_value": "cinq"}):
        assert client.post(at, data=blank(proposal="discount", **typed)).status_code == 422
    kept = blank(proposal="discount", proposal_value="5,5 %", about="DE-2026-000001")
    assert client.post(at, data=kept).status_code == 303
    message = session.query(Message).one()
    assert message.proposal == "discount:550"
    assert "Une remise : 5,5" in client.get(f"{base}/messages/{message.id}").text


def test_a_counter_offer_is_taken_from_the_message(
    client: FlaskClient, ctx: Context, session: Session, base: str, world: World
) -> None:
    message = MessageFactory(
        customer_id=world.customer.id, about="DE-2026-000001", proposal="credit:5000"
    )
    ctx.session.commit()
    shown = client.get(f"{base}/messages/{message.id}").text
    assert "Contre-proposition" in shown
    assert client.post(f"{base}/messages/{message.id}/accepter").status_code == 303
    assert session.query(Message).filter_by(outgoing=True).one().proposal == "credit:5000"


def test_nothing_is_accepted_where_nothing_is_proposed(ctx: Context) -> None:
    with pytest.raises(NothingToAccept):
        services.accept_counter(ctx, MessageFactory())
