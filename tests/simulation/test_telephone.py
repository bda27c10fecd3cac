"""The telephone: it rings, is answered or missed; what is said counts like what is written."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.calendar import paris
from sandbox.crm.calls import Call, CallState
from sandbox.crm.errors import LineBusy, NoSuchReply, NotRinging, ReplyNeedsDate
from sandbox.crm.models import Message
from sandbox.simulation.world import fresh_run
from tests.conftest import World, sign_in
from tests.simulation.stories import Desk


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session, scenario="decouverte-du-poste")


def rung(desk: Desk) -> Any:
    """A call that rings: the customer has our quote."""
    desk.send_quote("CLI-0001", "MOB-002", 4)
    assert desk.do("advance_clock", until=paris(2026, 11, 2, 12, 0)) is False
    return desk.last(Call)


def taken(desk: Desk) -> Any:
    return desk.do("answer_call", rung(desk).reference)


def test_the_clock_stops_when_the_telephone_rings(desk: Desk) -> None:
    call = rung(desk)
    assert call.state == CallState.RINGING
    assert desk.run.clock == call.began_at


def test_nobody_answers_and_a_voice_message_is_left(desk: Desk) -> None:
    rung(desk)
    desk.wait("2026-11-02T10:15")
    assert desk.last(Call).state == CallState.MISSED
    left = desk.last(Message)
    assert (left.channel, left.sender_key) == ("phone", "customer:CLI-0001")
    with pytest.raises(NotRinging):
        desk.do("answer_call", desk.last(Call).reference)


def test_a_reply_leads_on_takes_time_and_changes_the_mood(desk: Desk) -> None:
    call = taken(desk)
    before = desk.run.clock
    call = desk.do("choose_reply", call.reference, choice="promettre")
    assert (desk.run.clock - before).seconds == 120
    assert (call.state, call.mood) == (CallState.ENDED, 1)


def test_what_is_announced_on_the_telephone_is_proof(desk: Desk) -> None:
    call = taken(desk)
    desk.do("choose_reply", call.reference, choice="proposer", on="2026-11-18")
    sent = json.loads(desk.entries("message.sent")[-1].payload)
    assert (sent["channel"], sent["proposal"]) == ("phone", "later_date:2026-11-18")
    desk.wait("2026-11-02T17:00")
    received = [json.loads(e.payload)["topic"] for e in desk.entries("message.received")]
    assert "date_agreed" in received


def test_a_promise_to_look_tells_nothing(desk: Desk) -> None:
    desk.do("choose_reply", taken(desk).reference, choice="verifier")
    assert desk.last(Call).state == CallState.ENDED
    assert not desk.entries("message.sent")


def test_a_reply_that_is_not_offered_or_lacks_its_date_is_refused(desk: Desk) -> None:
    call = taken(desk)
    with pytest.raises(NoSuchReply):
        desk.do("choose_reply", call.reference, choice="chanter")
    with pytest.raises(ReplyNeedsDate):
        desk.do("choose_reply", call.reference, choice="proposer")


def test_notes_are_kept_with_the_call(desk: Desk) -> None:
    call = taken(desk)
    desk.do("note_call", call.reference, text="Il lui faut tout pour le 18.")
    assert desk.do("hang_up", call.reference).notes == "Il lui faut tout pour le 18."


def test_a_debtor_is_rung_and_promises(session: Session) -> None:
    desk = Desk(session)
    call = desk.do("place_call", to="customer:CLI-0009", about="FA-2026-000008", topic="payment")
    desk.do("choose_reply", call.reference, choice="presenter")
    desk.do("choose_reply", call.reference, choice="date")
    assert json.loads(desk.entries("dunning.sent")[-1].payload)["channel"] == "phone"
    assert desk.entries("payment.promised")


def test_a_foreigner_answers_in_english(desk: Desk) -> None:
    call = desk.do("place_call", to="customer:CLI-0012")
    assert call.dialogue == "called_customer_en"


def test_one_conversation_at_a_time(desk: Desk) -> None:
    desk.do("place_call", to="supplier:FOU-0001")
    with pytest.raises(LineBusy):
        desk.do("place_call", to="carrier:TRA-01")


@pytest.fixture
def browser(app: Flask, session: Session, world: World) -> FlaskClient:
    session.add(world.learner)
    played = fresh_run(session, "decouverte-du-poste", seed=1, owner_id=world.learner.id)
    session.commit()
    client = app.test_client()
    client.test_session = session
    client.environ_base["SCRIPT_RUN"] = str(played.id)
    return sign_in(client, world.learner)


def at(browser: FlaskClient, path: str) -> str:
    return f"/parties/{browser.environ_base['SCRIPT_RUN']}{path}"


def test_a_call_is_placed_answered_and_ended_on_screen(browser: FlaskClient) -> None:
    page = browser.post(at(browser, "/appels"), data={"to": "carrier:TRA-01", "topic": "delivery"})
    assert page.status_code == 303
    shown = browser.get(page.location).text
    assert "exploitation, j&#39;écoute" in shown
    said = browser.post(f"{page.location}/dire", data={"choice": "ou"})
    assert said.status_code == 303
    assert "Appel terminé" in browser.get(page.location).text


def test_its_screens_stay_within_twelve_statements(
    browser: FlaskClient, count_sql: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    placed = browser.post(at(browser, "/appels"), data={"to": "carrier:TRA-01", "topic": "other"})
    for path in (at(browser, "/appels"), placed.location, at(browser, "/messages")):
        with count_sql() as seen:
            assert browser.get(path).status_code == 200
        assert len(seen) <= 12


def test_the_bubble_appears_without_reloading(browser: FlaskClient, session: Session) -> None:
    run_id = int(browser.environ_base["SCRIPT_RUN"])
    quiet = browser.get(at(browser, "/messages/non-lus?n=3"))
    session.add(
        Call(
            run_id=run_id,
            id=99_999,
            reference="APP-099999",
            state=CallState.RINGING,
            other_key="customer:CLI-0001",
            other_name="Inès Carlier",
            topic="delivery",
            began_at=paris(2026, 11, 2, 8, 30),
        )
    )
    session.commit()
    loud = browser.get(at(browser, "/messages/non-lus?n=3"))
    assert "Inès Carlier" not in quiet.text
    assert "Le téléphone sonne" in loud.text
    assert browser.get(at(browser, "/appels/99999")).status_code == 200
