"""The channels of the services, and the note that hands the desk over."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm import services
from sandbox.crm.errors import EmptyHandover, UnknownPost
from sandbox.crm.handovers import Handover, OpenCase, left_open
from sandbox.crm.models import Message
from tests.crm.journal import said
from tests.factories.crm import MessageFactory

Counter = Callable[[], AbstractContextManager[list[str]]]


def open_desk(ctx: Context) -> Message:
    """A task on an order, and a message to come back to."""
    due_at = ctx.now() + timedelta(hours=2)
    services.create_task(ctx, text="Rappeler", due_at=due_at, about="CDE-2026-000004")
    message: Message = MessageFactory()
    services.flag_message(ctx, message)
    return message


def test_what_is_open_is_told_with_its_next_act(ctx: Context) -> None:
    message = open_desk(ctx)
    assert [about for about, _ in left_open(ctx.session, ctx.run.id)] == [
        "CDE-2026-000004",
        message.reference,
    ]
    cases = (OpenCase("CDE-2026-000004", "Rappeler à 10 h"), OpenCase(" "))
    note = services.write_handover(ctx, post="director", cases=cases, note="Tout est dit.")
    (entry,) = said(ctx.session, "handover.written")
    assert note.cases == [["CDE-2026-000004", "Rappeler à 10 h"]]
    assert (entry["with_next_act"], entry["forgotten"]) == (1, [message.reference])


@pytest.mark.parametrize(
    ("details", "refusal"),
    [({"post": "director"}, EmptyHandover), ({"post": "astronaute", "note": "Oui"}, UnknownPost)],
)
def test_a_note_says_something_to_somebody(
    ctx: Context, details: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.write_handover(ctx, **details)


def test_a_note_is_written_from_its_screen(
    client: FlaskClient, ctx: Context, session: Session, base: str, count_sql: Counter
) -> None:
    open_desk(ctx)
    ctx.session.commit()
    with count_sql() as statements:
        assert 'value="CDE-2026-000004"' in client.get(f"{base}/passation").text
    assert len(statements) <= 12, statements
    assert client.post(f"{base}/passation", data={"post": "director"}).status_code == 422
    typed = {"post": "director", "about": ["CDE-2026-000004", ""], "next_act": ["Appeler", ""]}
    assert client.post(f"{base}/passation", data=typed).status_code == 303
    assert session.query(Handover).one().cases == [["CDE-2026-000004", "Appeler"]]
    assert "Appeler" in client.get(f"{base}/passation").text


def test_a_channel_keeps_the_thread_of_a_case(
    client: FlaskClient, ctx: Context, session: Session, base: str, count_sql: Counter
) -> None:
    MessageFactory(sender_key="director", family="interne", body="Vu.", about="CDE-2026-000004")
    ctx.session.commit()
    at = f"{base}/canaux/director"
    assert client.post(at, data={"body": "", "topic": "delay"}).status_code == 422
    typed = {"body": "Le camion aura deux jours de retard.", "topic": "delay", "about": ""}
    assert client.post(at, data=typed).status_code == 303
    with count_sql() as statements:
        shown = client.get(at).text
    assert len(statements) <= 12, statements
    assert "deux jours de retard" in shown
    assert "Vu." in shown
    assert "deux jours" not in client.get(f"{at}?dossier=CDE-2026-000004").text
    assert client.post(f"{at}/lus").status_code == 303
    assert len(said(session, "message.read")) == 1
    assert said(session, "colleague.alerted")[0]["post"] == "director"
    assert client.get(f"{base}/canaux/astronaute").status_code == 404
