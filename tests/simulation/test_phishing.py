"""A trap in the mail: whoever reports it is thanked, whoever clicks pays for it."""

import json

import pytest
from sqlalchemy.orm import Session

from sandbox.crm.errors import AlreadyReported, NoLink, NotReceived
from sandbox.crm.models import Message
from tests.simulation.stories import Desk
from tests.simulation.test_incidents import answered, trainer


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session, scenario="decouverte-du-poste")


@pytest.fixture
def trap(desk: Desk) -> Message:
    trainer(desk, "inject_incident", incident="hameconnage")
    message: Message = desk.session.query(Message).filter_by(sender_key="stranger").one()
    return message


def subjects(desk: Desk) -> set[str]:
    rows = desk.session.query(Message).filter_by(run_id=desk.run.id, outgoing=False)
    return {row.subject for row in rows}


def test_the_trap_lands_without_saying_what_it_is(desk: Desk, trap: Message) -> None:
    assert (trap.fraudulent, bool(trap.link), trap.family) == (True, True, "inconnu")
    received = [e for e in desk.entries("message.received") if e.reference == trap.reference]
    assert "fraud" not in received[0].payload


def test_a_report_puts_the_trap_aside_and_is_thanked(desk: Desk, trap: Message) -> None:
    desk.do("report_suspicious", trap.reference, reason="Adresse inconnue")
    desk.wait("2026-11-03T09:00")
    assert desk.session.get_one(Message, (desk.run.id, trap.id)).folder == "trash"
    assert answered(desk) == [("accepted", 0)]
    assert "Merci de votre signalement" in subjects(desk)


def test_a_click_closes_the_mailbox_of_whoever_clicked(desk: Desk, trap: Message) -> None:
    desk.do("follow_link", trap.reference)
    desk.wait("2026-11-03T09:00")
    assert answered(desk) == [("wrong", 0)]
    assert "Vos accès sont coupés ce matin" in subjects(desk)


def test_an_honest_message_may_be_reported_and_it_is_known(desk: Desk) -> None:
    welcome = desk.session.query(Message).filter_by(run_id=desk.run.id).first()
    desk.do("report_suspicious", welcome.reference)
    assert json.loads(desk.entries("suspicion.reported")[-1].payload)["founded"] is False
    with pytest.raises(AlreadyReported):
        desk.do("report_suspicious", welcome.reference)


def test_what_has_no_link_is_not_clicked_and_ones_own_words_are_not_reported(desk: Desk) -> None:
    welcome = desk.session.query(Message).filter_by(run_id=desk.run.id).first()
    with pytest.raises(NoLink):
        desk.do("follow_link", welcome.reference)
    sent = desk.do("send_message", to="customer:CLI-0001", subject="Bonjour", body="Bonjour.")
    with pytest.raises(NotReceived):
        desk.do("report_suspicious", sent.reference)
