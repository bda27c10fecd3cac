"""A customer who complained weighs the answer by what was decided, then rates us."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from sandbox.crm.complaints import Complaint
from tests.simulation.stories import Desk

SORRY = "Nos conditions demandent des réserves écrites sous trois jours, ce qui n'a pas été fait."


def answered(session: Session, since: str = "2026-11-02", **answer: Any) -> tuple[Desk, Complaint]:
    desk = Desk(session)
    told = {"nature": "damaged", "asks": "replacement", "text": "Plateau rayé."}
    name = desk.do("open_complaint", "CLI-0001", **told).reference
    desk.do("qualify_complaint", name, nature="damaged", liability="carrier", since=since)
    desk.do("check_complaint", name, documents=["CLI-0001"], finding="Rayures vues.")
    desk.do("answer_complaint", name, **answer)
    desk.wait("2026-11-03T12:00")
    return desk, desk.last(Complaint)


@pytest.mark.parametrize(
    ("since", "answer", "status"),
    [
        ("2026-11-02", {"solution": "replacement", "text": "Nous remplaçons."}, "agreed"),
        ("2026-11-02", {"solution": "partial_credit", "cost": 5000, "text": "Avoir."}, "agreed"),
        ("2026-11-02", {"solution": "refusal", "text": SORRY}, "disagreed"),
        ("2026-10-02", {"solution": "refusal", "text": SORRY}, "agreed"),
    ],
)
def test_the_customer_weighs_what_was_decided(
    session: Session, since: str, answer: dict[str, Any], status: str
) -> None:
    desk, complaint = answered(session, since, **answer)
    assert complaint.status == status
    topic = "offer_agreed" if status == "agreed" else "offer_declined"
    assert any(f'"topic":"{topic}"' in e.payload for e in desk.entries("message.received"))


def test_a_settled_complaint_is_rated(session: Session) -> None:
    desk, complaint = answered(session, solution="replacement", text="Nous remplaçons.")
    desk.do("settle_complaint", complaint.reference, proof="FA-2026-000008")
    desk.wait("2026-11-04T12:00")
    (given,) = desk.entries("satisfaction.given")
    assert '"score":4' in given.payload
