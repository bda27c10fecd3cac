"""Incidents of data protection: an old prospect, a recent one, an erasure asked by who owes."""

import json
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.context import TRAINER, open_context
from sandbox.crm.models import Contact, Customer, Message
from sandbox.crm.privacy import PrivacyRequest
from sandbox.crm.retention import expired
from sandbox.journal.use_cases import perform
from tests.simulation.stories import Desk


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session, scenario="impayes")


def strikes(desk: Desk, name: str) -> Any:
    """The trainer lets it happen; the message that came of it."""
    context = open_context(desk.session, desk.run.id, TRAINER)
    perform(context, "inject_incident", None, {"incident": name})
    desk.session.commit()
    return desk.last(Message)


def reactions(desk: Desk) -> list[str]:
    told = [json.loads(entry.payload) for entry in desk.entries("incident.answered")]
    return [one["worth"] for one in told]


def test_an_old_prospect_is_on_the_list_and_goes(desk: Desk) -> None:
    mail = strikes(desk, "prospect-ancien")
    assert "Atelier des Trois Rives" in mail.subject
    (listed,) = expired(desk.session, desk.run)
    desk.do("erase_prospect", listed.customer.reference)
    assert expired(desk.session, desk.run) == []
    assert reactions(desk) == ["accepted"]


def test_a_recent_prospect_is_not_and_erasing_it_is_a_mistake(desk: Desk) -> None:
    strikes(desk, "prospect-recent")
    assert expired(desk.session, desk.run) == []
    desk.do("erase_prospect", desk.last(Customer).reference)
    assert reactions(desk) == ["wrong"]


def test_an_erasure_asked_by_who_owes_keeps_the_invoice(desk: Desk) -> None:
    mail = strikes(desk, "demande-effacement")
    customer = desk.session.get_one(Customer, (desk.run.id, mail.customer_id))
    theirs = (Contact.run_id == desk.run.id, Contact.customer_id == customer.id)
    person = desk.session.scalars(select(Contact).where(*theirs).order_by(Contact.id)).first()
    assert person is not None
    details = {"contact": person.id, "right": "erasure"}
    asked = desk.do("open_privacy_request", customer.reference, **details)
    desk.do("answer_privacy_request", asked.reference)
    assert "claims" in desk.last(PrivacyRequest).kept
    assert reactions(desk) == ["accepted", "accepted"]
