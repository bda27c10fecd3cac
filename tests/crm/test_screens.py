"""The room's screens: looking writes nothing, acts are told, refusals keep what was typed."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.run import Mode
from sandbox.crm.models import Message
from sandbox.journal.models import Move
from tests.conftest import sign_in
from tests.crm.journal import said
from tests.factories.world import World

Counter = Callable[[], AbstractContextManager[list[str]]]
HTMX = {"HX-Request": "true"}


def moves(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Move)) or 0


@pytest.mark.parametrize(
    "path",
    [
        "/messages",
        "/messages?boite=envoyes",
        "/messages?famille=banque",
        "/messages?q=bureaux",
        "/messages/nouveau?a=customer:CLI-0001&sujet=delay&dossier=CDE-2026-000001",
        "/messages/prevenir?poste=purchasing&client=CLI-0001",
        "/messages/non-lus?n=0",
        "/clients",
        "/clients?q=lumen&type=business&sort=-limit&page=1",
        "/clients/nouveau",
    ],
)
def test_looking_writes_nothing(
    client: FlaskClient,
    session: Session,
    base: str,
    enquiry: Message,
    path: str,
    count_sql: Counter,
) -> None:
    with count_sql() as statements:
        assert client.get(base + path).status_code == 200
    assert len(statements) <= 12, statements
    assert moves(session) == 0
    assert not [text for text in statements if not text.lstrip().startswith("SELECT")]


def test_a_message_shown_by_its_address_stays_unread(
    client: FlaskClient, session: Session, base: str, enquiry: Message, count_sql: Counter
) -> None:
    with count_sql() as statements:
        text = client.get(f"{base}/messages/{enquiry.id}").text
    assert "Marquer comme lu" in text
    assert "Établir un devis" in text
    assert "DE-2026-000001" in text
    assert len(statements) <= 12, statements
    assert said(session, "message.read") == []


def test_reading_marks_and_goes_back_to_the_message(
    client: FlaskClient, session: Session, base: str, enquiry: Message
) -> None:
    answer = client.post(f"{base}/messages/{enquiry.id}/lire?famille=client")
    assert answer.status_code == 303
    assert answer.location.endswith(f"/messages/{enquiry.id}?famille=client")
    client.post(f"{base}/messages/{enquiry.id}/lire")
    assert len(said(session, "message.read")) == 1
    assert moves(session) == 1


def test_a_click_swaps_the_pane_and_the_counter(
    client: FlaskClient,
    session: Session,
    world: World,
    base: str,
    enquiry: Message,
    count_sql: Counter,
) -> None:
    world.run.mode = Mode.TRAINING
    session.commit()
    with count_sql() as statements:
        answer = client.post(f"{base}/messages/{enquiry.id}/lire", headers=HTMX)
    assert "<html" not in answer.text
    assert 'id="unread" hx-swap-oob="true" hidden' in answer.text
    assert "Marquer comme lu" not in answer.text
    assert len(statements) <= 16, statements


def test_in_discovery_a_click_brings_the_whole_page(
    client: FlaskClient, base: str, enquiry: Message
) -> None:
    answer = client.post(f"{base}/messages/{enquiry.id}/lire", headers=HTMX)
    assert answer.headers["HX-Redirect"] == f"{base}/messages/{enquiry.id}"


def test_the_counter_speaks_only_when_it_changed(
    client: FlaskClient, base: str, enquiry: Message
) -> None:
    assert client.get(f"{base}/messages/non-lus?n=1").status_code == 204
    assert "1" in client.get(f"{base}/messages/non-lus?n=0").text


def reply(**fields: str) -> dict[str, str]:
    return {"subject": "Re: Quatre bureaux", "body": "Voici.", "topic": "quote"} | fields


def test_an_answer_leaves_with_its_proposal(
    client: FlaskClient, session: Session, base: str, enquiry: Message
) -> None:
    typed = reply(proposal="later_date", proposal_on="2026-11-18")
    answer = client.post(f"{base}/messages/{enquiry.id}/repondre", data=typed)
    assert answer.status_code == 303
    (sent,) = said(session, "message.sent")
    assert (sent["proposal"], sent["answers"]) == ("later_date:2026-11-18", enquiry.reference)
    assert "Votre réponse" in client.get(answer.location).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"body": "  "}, "Le message est vide"),
        ({"proposal": "later_date"}, "Indiquez la date que vous proposez"),
        ({"subject": "", "body": "Un long texte"}, "À remplir"),
    ],
)
def test_a_refused_answer_keeps_what_was_typed(
    client: FlaskClient,
    session: Session,
    base: str,
    enquiry: Message,
    typed: dict[str, str],
    sentence: str,
) -> None:
    answer = client.post(f"{base}/messages/{enquiry.id}/repondre", data=reply(**typed))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert typed.get("body", "Voici.").strip() in answer.text
    assert said(session, "message.sent") == []


def test_a_message_of_ones_own_leaves(client: FlaskClient, session: Session, base: str) -> None:
    answer = client.post(
        f"{base}/messages/nouveau", data=reply(to="customer:CLI-0001", about="CDE-2026-000004")
    )
    assert answer.location.endswith("/messages?boite=envoyes")
    assert said(session, "message.sent")[0]["about"] == "CDE-2026-000004"
    assert "Atelier Lumen" in client.get(answer.location).text


def test_a_message_to_nobody_is_refused(client: FlaskClient, base: str) -> None:
    answer = client.post(f"{base}/messages/nouveau", data=reply(to="customer:CLI-7777"))
    assert answer.status_code == 422
    assert "Voici." in answer.text
    assert "Not a valid choice" not in answer.text


def test_a_colleague_is_told(client: FlaskClient, session: Session, base: str) -> None:
    typed = {
        "post": "purchasing",
        "topic": "stock",
        "customer": "CLI-0001",
        "about": "",
        "body": "Rupture.",
        "stake": "1 250,50",
    }
    assert client.post(f"{base}/messages/prevenir", data=typed).status_code == 303
    (told,) = said(session, "colleague.alerted")
    assert (told["stake"], told["customer"], told["about"]) == (125050, "CLI-0001", None)


def test_a_stake_is_an_amount(client: FlaskClient, base: str) -> None:
    typed = {
        "post": "purchasing",
        "topic": "stock",
        "customer": "",
        "body": "Rupture.",
        "stake": "beaucoup",
    }
    answer = client.post(f"{base}/messages/prevenir", data=typed)
    assert answer.status_code == 422
    assert "est pas un montant" in answer.text


def test_a_trainer_looks_without_touching(
    client: FlaskClient, base: str, world: World, enquiry: Message
) -> None:
    sign_in(client, world.trainer)
    text = client.get(f"{base}/messages/{enquiry.id}").text
    assert "Marquer comme lu" not in text
    assert "Envoyer" not in text.replace("Envoyés", "")
    assert client.post(f"{base}/messages/{enquiry.id}/lire").status_code == 403


@pytest.mark.parametrize("path", ["/messages/99999", "/clients/99999"])
def test_what_is_not_there_is_said(client: FlaskClient, base: str, path: str) -> None:
    answer = client.get(base + path)
    assert answer.status_code == 404
    assert "introuvable" in answer.text
