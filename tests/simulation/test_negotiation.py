"""Negotiation in rounds: limits drawn once, softened by the turns, the manner, the hour."""

import json
from typing import Any

import pytest
from sqlalchemy.orm import Session

from sandbox.crm.models import Message
from sandbox.crm.offers import Offer, offer_label, read_offer
from sandbox.simulation.negotiation import (
    ROUNDS,
    Verdict,
    customer_verdict,
    held_to,
    supplier_verdict,
)
from tests.simulation.stories import Desk

LUMEN = "customer:CLI-0001"


def test_a_customer_asks_less_at_each_turn_and_stops_at_its_limit() -> None:
    asked = [customer_verdict("discount", 600, 5000, 0, turn).asked for turn in range(1, ROUNDS)]
    assert asked == [500, 400]
    assert customer_verdict("discount", 600, 5000, 299, ROUNDS) == Verdict("refused")
    assert customer_verdict("discount", 600, 5000, 300, ROUNDS) == Verdict("agreed")


def test_a_supplier_gives_more_at_each_turn_and_no_more_than_it_can() -> None:
    assert supplier_verdict("discount", 300, 300, 1) == Verdict("countered", 100)
    assert supplier_verdict("discount", 300, 200, 2) == Verdict("agreed")
    assert supplier_verdict("discount", 300, 400, ROUNDS) == Verdict("refused")


@pytest.mark.parametrize(
    ("loyalty", "by_phone", "late", "part"),
    [
        (80, False, False, 5000),
        (60, False, False, 6500),
        (30, False, False, 8500),
        (60, True, False, 5500),
        (60, False, True, 8000),
        (30, False, True, 10000),
    ],
)
def test_how_much_a_customer_holds_to(loyalty: int, by_phone: bool, late: bool, part: int) -> None:
    assert held_to(loyalty, by_phone=by_phone, late=late) == part


@pytest.mark.parametrize(
    ("proposal", "offer", "label"),
    [
        ("discount:550", Offer("discount", 550), "Une remise : 5,5 %"),
        ("credit:12000", Offer("credit", 12000), "Faire un avoir : 120,00 €"),
        ("plan:3", Offer("plan", 3), "Un règlement en plusieurs fois : 3 fois"),
        ("credit", Offer("credit"), "Faire un avoir"),
        ("later_date:2026-11-26", Offer("later_date"), "Livrer tout à une autre date : 26/11/2026"),
        ("discount:-5", Offer("discount"), "Une remise"),
        ("CLI-0001", Offer("CLI-0001"), ""),
        (None, Offer(""), ""),
    ],
)
def test_a_proposal_is_read_and_told(proposal: str | None, offer: Offer, label: str) -> None:
    assert read_offer(proposal) == offer
    assert offer_label(proposal).replace("\xa0", " ") == label


def proposed(desk: Desk, about: str, proposal: str, to: str = LUMEN, **said: str) -> None:
    desk.do(
        "send_message",
        to=to,
        subject="Offre",
        body="Voici.",
        about=about,
        proposal=proposal,
        **said,
    )


def answers(desk: Desk) -> list[dict[str, Any]]:
    return [json.loads(entry.payload) for entry in desk.entries("offer.answered")]


def counters(desk: Desk) -> Message:
    found: Message = (
        desk.session.query(Message)
        .filter(Message.run_id == desk.run.id, Message.outgoing.is_(False))
        .filter(Message.proposal.is_not(None))
        .order_by(Message.id.desc())
        .first()
    )
    return found


def test_a_customer_counters_and_takes_its_own_figure(session: Session) -> None:
    desk = Desk(session)
    quote = desk.send_quote("CLI-0003", "MOB-009", 4)
    key = "customer:CLI-0003"
    proposed(desk, quote.reference, "discount:25", to=key)
    desk.wait("2026-11-02T17:30")
    (first,) = answers(desk)
    assert (first["outcome"], first["turn"]) == ("countered", 1)
    message = counters(desk)
    assert message.proposal == f"discount:{first['asked']}"
    assert offer_label(message.proposal).split(" : ")[1] in message.body
    desk.do("accept_counter", message.reference)
    desk.wait("2026-11-03T17:30")
    assert answers(desk)[-1]["outcome"] == "agreed"


def test_a_customer_who_is_given_too_little_three_times_says_no(session: Session) -> None:
    desk = Desk(session)
    quote = desk.send_quote("CLI-0003", "MOB-009", 4)
    for day in (2, 3, 4):
        proposed(desk, quote.reference, "discount:25", to="customer:CLI-0003")
        desk.wait(f"2026-11-0{day}T17:30")
    assert [each["outcome"] for each in answers(desk)] == ["countered", "countered", "refused"]


def test_the_same_moves_are_answered_alike_and_another_seed_wishes_otherwise(
    session: Session,
) -> None:
    asked = []
    for seed in (1, 1, 2, 3, 4):
        desk = Desk(session, seed=seed)
        quote = desk.send_quote("CLI-0003", "MOB-009", 4)
        proposed(desk, quote.reference, "credit:100", to="customer:CLI-0003")
        desk.wait("2026-11-02T17:30")
        asked.append(answers(desk)[0]["asked"])
    assert asked[0] == asked[1]
    assert len(set(asked)) > 1


def test_a_supplier_is_asked_for_a_gesture(session: Session) -> None:
    desk = Desk(session)
    lines = [{"product": "MOB-002", "quantity": 6}]
    order = desk.do("send_purchase_order", supplier="FOU-0002", lines=lines)
    proposed(desk, order.reference, "discount:900", to="supplier:FOU-0002")
    desk.wait("2026-11-03T17:30")
    (first,) = answers(desk)
    assert (first["outcome"], first["other"]) == ("countered", "supplier:FOU-0002")
    desk.do("accept_counter", counters(desk).reference)
    desk.wait("2026-11-04T17:30")
    assert answers(desk)[-1]["outcome"] == "agreed"
