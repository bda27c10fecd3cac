"""Colleagues, suppliers and customers answer what they are told, by what they are."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.context import open_context
from sandbox.core.context import save_run as save
from sandbox.crm.models import Message
from sandbox.erp.models import Order, Quote
from sandbox.simulation.regard import feel, loyalty_of
from sandbox.supply.models import PurchaseOrder, StockCount, SupplierClaim
from tests.simulation.stories import Desk


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session)


def with_traits(session: Session, tmp_path: Path, traits: str) -> Desk:
    folder = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    file = folder / "premiers-pas.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("    CLI-0003:\n", f"{traits}\n    CLI-0003:\n", 1), "utf-8")
    return Desk(session, folder=folder)


def alert(desk: Desk, post: str, topic: str) -> Message:
    desk.do("alert_colleague", post=post, topic=topic, body="Il se passe quelque chose.")
    desk.do("advance_by", minutes=180)
    found = [e for e in desk.entries("message.received") if e.post == post]
    assert found
    return desk.session.query(Message).filter_by(reference=found[-1].reference).one()


def test_a_colleague_answers_an_alert(desk: Desk) -> None:
    assert "voyez plutôt" not in alert(desk, "purchasing", "stock").body


def test_a_colleague_who_is_not_concerned_says_whom_to_see(desk: Desk) -> None:
    assert "voyez plutôt" in alert(desk, "shipping", "payment").body


def test_the_warehouse_counts_what_really_stands_there(desk: Desk) -> None:
    desk.do("request_count", "MOB-001")
    desk.wait("2026-11-02T13:45")
    count = desk.last(StockCount)
    assert (count.status, count.counted) == ("counted", 64)


def test_a_supplier_makes_good_what_is_missing(desk: Desk) -> None:
    claim = {"product": "MOB-002", "quantity": 1, "nature": "missing", "asks": "delivery"}
    desk.do("claim_from_supplier", "CF-2026-000001", **claim)
    desk.wait("2026-11-03T12:00")
    assert desk.last(SupplierClaim).outcome == "delivery"


def test_a_supplier_does_half_the_way_when_hurried(desk: Desk) -> None:
    desk.do("ask_earlier_date", "CF-2026-000001", wanted_on="2026-11-12")
    desk.wait("2026-11-03T12:00")
    assert str(desk.last(PurchaseOrder).confirmed_on) < "2026-11-24"


def test_a_customer_haggles_once_then_orders(session: Session, tmp_path: Path) -> None:
    traits = "    CLI-0005: {haggles: 4 %, answers_in: [1 h, 2 h], reacts_in: [1 h, 2 h]}"
    desk = with_traits(session, tmp_path, traits)
    quote = desk.send_quote("CLI-0005", "MOB-009", 5)
    desk.wait("2026-11-02T12:00")
    assert desk.last(Quote).status == "sent"
    said = {"to": "customer:CLI-0005", "subject": "Notre offre", "body": "Nous la maintenons."}
    desk.do("send_message", about=quote.reference, proposal="firm", **said)
    desk.wait("2026-11-02T17:00")
    assert desk.last(Quote).status == "accepted"
    assert desk.last(Order).quote_id == quote.id


def test_a_customer_ill_treated_declines(session: Session, tmp_path: Path) -> None:
    desk = with_traits(session, tmp_path, "    CLI-0005: {answers_in: [1 h, 2 h]}")
    desk.send_quote("CLI-0005", "MOB-009", 5)
    ctx = open_context(session, desk.run.id)
    feel(ctx, "customer:CLI-0005", -50)
    save(ctx)
    session.commit()
    desk.wait("2026-11-02T17:00")
    quote = desk.last(Quote)
    assert (quote.status, quote.refusal) == ("declined", "competitor")


@pytest.mark.parametrize(
    ("hours", "reason", "word"), [(1, "stopped", "abandonné"), (240, "timing", "trop tard")]
)
def test_a_customer_says_why_it_declines(
    session: Session, tmp_path: Path, hours: int, reason: str, word: str
) -> None:
    traits = "    CLI-0005: {answers_in: [1 h, 2 h], answer: declines, declines_for: stopped}"
    desk = with_traits(session, tmp_path, traits)
    lines = [{"product": "MOB-009", "quantity": 5}]
    asked = session.scalars(
        select(Message).where(Message.run_id == desk.run.id, Message.topic == "enquiry")
    ).first()
    assert asked is not None
    asked.at = desk.run.clock - timedelta(hours=hours)
    session.commit()
    said = {"customer": "CLI-0005", "lines": lines, "enquiry": asked.reference}
    quote = desk.do("draw_up_quote", **said)
    desk.do("send_quote", quote.reference)
    desk.wait("2026-11-03T17:00")
    assert desk.last(Quote).refusal == reason
    assert any(word in body for body in session.scalars(select(Message.body)))


def test_what_settles_a_claim_depends_on_the_customer(session: Session, tmp_path: Path) -> None:
    desk = with_traits(session, tmp_path, "    CLI-0005: {wants: [credit], reacts_in: [1 h, 1 h]}")
    said = {"to": "customer:CLI-0005", "subject": "x", "body": "y", "about": "FA-2026-000010"}
    desk.do("send_message", proposal="replacement", **said)
    desk.do("send_message", proposal="credit", **said)
    desk.wait("2026-11-02T16:00")
    topics = [json.loads(e.payload)["topic"] for e in desk.entries("message.received")]
    assert [t for t in topics if t.startswith("offer_")] == ["offer_declined", "offer_agreed"]


def test_a_letter_takes_two_days_to_get_there(desk: Desk) -> None:
    said = {"to": "customer:CLI-0001", "subject": "x", "body": "y", "about": "FA-2026-000012"}
    desk.do("send_message", channel="registered", proposal="credit", **said)
    desk.wait("2026-11-03T17:00")
    answers = [e for e in desk.entries("message.received") if "offer_agreed" in e.payload]
    assert not answers
    desk.wait("2026-11-05T17:00")
    assert any("offer_agreed" in e.payload for e in desk.entries("message.received"))


def test_dunning_who_has_paid_costs_regard(desk: Desk) -> None:
    desk.do("send_dunning", "FA-2026-000007", level="call")
    ctx = open_context(desk.session, desk.run.id)
    assert loyalty_of(ctx, "customer:CLI-0004") == 45


def test_a_silent_supplier_wakes_on_the_telephone(session: Session) -> None:
    desk = Desk(session, scenario="retard-et-rupture")
    desk.do("chase_supplier", "CF-2026-000002")
    desk.wait("2026-11-02T17:00")
    assert (
        desk.session.query(PurchaseOrder)
        .filter_by(run_id=desk.run.id, reference="CF-2026-000002")
        .one()
        .confirmed_on
        is None
    )
    desk.do("place_call", to="supplier:FOU-0001", about="CF-2026-000002")
    answered = list(desk.entries("purchase_order.acknowledged"))
    assert [e.reference for e in answered] == ["CF-2026-000002"]
