"""What customers, suppliers, carriers, colleagues, the bank and the platform do."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.erp.models import Approval, BankLine, DeliveryNote, Invoice, Order, Quote
from sandbox.supply.models import Arrival, PurchaseOrder
from tests.simulation.stories import Desk


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session)


def topics_from(desk: Desk, sender: str) -> list[str]:
    received = desk.entries("message.received")
    return [json.loads(e.payload)["topic"] for e in received if e.post == sender]


def test_a_customer_rings_then_orders_two_percent_cheaper(desk: Desk) -> None:
    quote = desk.send_quote("CLI-0001", "MOB-002", 4)
    desk.wait("2026-11-04T17:00")
    assert "delivery" in topics_from(desk, "customer:CLI-0001")
    order = desk.last(Order)
    assert order.customer_reference == "ATL-2026-118"
    assert order.quote_id == quote.id
    received = json.loads(desk.entries("order.received")[-1].payload)
    assert received["differences"] == ["price:MOB-002"]


def test_a_customer_falls_in_with_the_quote_when_told_of_a_difference(desk: Desk) -> None:
    desk.send_quote("CLI-0001", "MOB-002", 4)
    desk.wait("2026-11-04T09:00")
    desk.do("raise_differences", desk.last(Order).reference)
    desk.wait("2026-11-04T17:00")
    corrected = desk.entries("order.corrected")
    assert [json.loads(e.payload)["by_agreement"] for e in corrected] == [True]


def test_a_customer_answers_a_proposed_date(desk: Desk) -> None:
    quote = desk.send_quote("CLI-0001", "MOB-002", 4)
    desk.do(
        "send_message",
        to="customer:CLI-0001",
        subject="Livraison",
        body="Le 26 novembre ?",
        about=quote.reference,
        proposal="later_date:2026-11-26",
    )
    desk.wait("2026-11-02T17:00")
    assert "date_agreed" in topics_from(desk, "customer:CLI-0001")
    desk.wait("2026-11-04T17:00")
    assert str(desk.last(Order).requested_on) == "2026-11-26"


def test_two_quotes_for_one_enquiry_make_one_order(desk: Desk) -> None:
    enquiry = desk.entries("message.received")[-1].reference
    for quantity in (5, 4):
        lines = [{"product": "MOB-002", "quantity": quantity}]
        quote = desk.do("draw_up_quote", customer="CLI-0001", enquiry=enquiry, lines=lines)
        desk.do("send_quote", quote.reference)
    desk.wait("2026-11-06T17:00")
    ordered = [e for e in desk.entries("order.received") if '"CLI-0001"' in e.payload]
    assert [json.loads(e.payload)["quote"] for e in ordered] == [quote.reference]


def test_a_silent_customer_answers_when_followed_up(desk: Desk) -> None:
    quote = desk.send_quote("CLI-0008", "MOB-009", 6)
    desk.wait("2026-11-10T09:00")
    assert desk.last(Quote).status == "sent"
    desk.do("follow_up_quote", quote.reference)
    desk.wait("2026-11-10T17:00")
    assert desk.last(Quote).status == "accepted"


def test_a_quote_nobody_answers_expires(desk: Desk) -> None:
    desk.send_quote("CLI-0008", "MOB-009", 6)
    desk.wait("2026-12-03T09:00")
    assert desk.last(Quote).status == "expired"


def ship(desk: Desk, carrier: str) -> DeliveryNote:
    order = desk.last(Order)
    desk.do("confirm_order", order.reference)
    delivery = desk.do("prepare_delivery", order.reference)
    desk.do("choose_carrier", delivery.reference, carrier=carrier)
    return desk.do("ship", delivery.reference)


def test_goods_arrive_when_the_carrier_said(desk: Desk) -> None:
    desk.wait("2026-11-02T10:45")
    ship(desk, "TRA-01")
    desk.wait("2026-11-03T17:00")
    assert desk.last(DeliveryNote).status == "shipped"
    desk.wait("2026-11-04T17:00")
    assert desk.last(DeliveryNote).status == "delivered"


def test_the_platform_takes_in_a_sound_invoice_after_an_hour(desk: Desk) -> None:
    desk.wait("2026-11-02T10:45")
    invoice = desk.do("issue_invoice", ship(desk, "TRA-01").reference)
    desk.do("advance_by", minutes=61)
    assert desk.last(Invoice).platform_status == "deposited"
    assert desk.entries("invoice.deposited")[-1].reference == invoice.reference


def test_the_platform_rejects_an_invoice_to_nowhere(desk: Desk) -> None:
    desk.send_quote("CLI-0007", "MOB-010", 2)
    desk.wait("2026-11-03T08:45")
    while desk.last(Order).status != "received" or desk.last(Order).quote_id is None:
        desk.do("advance_to_next_event")
    desk.do("issue_invoice", ship(desk, "TRA-02").reference)
    desk.do("advance_by", minutes=61)
    assert desk.last(Invoice).platform_status == "rejected"
    assert desk.last(Invoice).platform_reason == "ADR_ERR"


def test_a_demanding_customer_refuses_an_invoice_without_its_order_number(
    session: Session, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    file = folder / "premiers-pas.yaml"
    text = file.read_text("utf-8").replace("      reference: CO-4471\n", "")
    traits = "    CLI-0006: {wants_order_number: true}\n    CLI-0007:\n"
    file.write_text(text.replace("    CLI-0007:\n", traits, 1), "utf-8")
    desk = Desk(session, folder=folder)
    desk.wait("2026-11-02T10:45")
    desk.do("issue_invoice", ship(desk, "TRA-01").reference)
    desk.wait("2026-11-03T17:00")
    assert desk.last(Invoice).platform_status == "refused"


def test_a_caller_promises_and_keeps_the_promise(desk: Desk) -> None:
    desk.do("send_dunning", "FA-2026-000008", level="call")
    promise = desk.entries("payment.promised")[-1]
    assert json.loads(promise.payload)["promised_on"] == "2026-11-09"
    desk.wait("2026-11-09T09:00")
    assert desk.last(BankLine).amount == 129632


def test_somebody_never_pays(desk: Desk) -> None:
    desk.do("send_dunning", "FA-2026-000009", level="call")
    desk.wait("2027-02-01T09:00")
    payers = [json.loads(e.payload)["customer"] for e in desk.entries("bank.credited")]
    assert "CLI-0003" not in payers


def ask_over_limit(desk: Desk, **argued: str) -> Approval:
    desk.wait("2026-11-03T09:05")
    order = desk.last(Order)
    return desk.do("request_approval", kind="over_limit", about=order.reference, **argued)


def test_the_director_grants_what_is_argued(desk: Desk) -> None:
    ask_over_limit(desk, options="Acompte ou accord.", recommendation="Accord.")
    desk.wait("2026-11-03T15:00")
    assert desk.last(Approval).status == "granted"


def test_the_director_sends_back_what_is_not(desk: Desk) -> None:
    ask_over_limit(desk)
    desk.wait("2026-11-03T15:00")
    assert desk.last(Approval).status == "refused"
    assert desk.last(Approval).comment


def test_a_supplier_acknowledges_and_delivers(desk: Desk) -> None:
    lines = [{"product": "MOB-004", "quantity": 42}]
    desk.do("send_purchase_order", supplier="FOU-0002", lines=lines)
    desk.wait("2026-11-04T09:00")
    order = desk.last(PurchaseOrder)
    assert order.status == "acknowledged"
    desk.wait(f"{order.confirmed_on}T17:00")
    assert desk.last(Arrival).announced == {"MOB-004": 42}


def test_a_chased_supplier_answers(desk: Desk) -> None:
    desk.do("chase_supplier", "CF-2026-000001")
    desk.wait("2026-11-03T17:00")
    answers = [e for e in desk.entries("message.received") if e.post == "supplier:FOU-0002"]
    assert len(answers) == 1


def test_a_supplier_puts_off_what_was_promised(desk: Desk) -> None:
    desk.wait("2026-11-26T09:00")
    assert not desk.entries("goods.arrived")
    desk.wait("2026-11-27T09:00")
    assert len(desk.entries("goods.arrived")) == 1


def test_an_episode_does_not_happen_once_it_makes_no_sense(desk: Desk) -> None:
    waited = "2026-11-04T09:05"
    desk.send_quote("CLI-0001", "MOB-002", 4)
    desk.wait(waited)
    assert "quote" not in topics_from(desk, "customer:CLI-0001")
    idle = Desk(desk.session)
    idle.wait(waited)
    assert topics_from(idle, "customer:CLI-0001") == ["enquiry", "quote"]


def test_an_idle_act_shifts_nothing_of_what_the_others_do(session: Session) -> None:
    plain, idle = Desk(session), Desk(session)
    idle.do("consult_bank")
    idle.do("consult_aged_balance")
    for desk in (plain, idle):
        desk.send_quote("CLI-0001", "MOB-002", 4)
        desk.send_quote("CLI-0007", "MOB-010", 2)
        desk.wait("2026-11-20T09:00")
    told = [
        [(e.at, e.post, e.verb, e.reference, e.payload) for e in desk.entries() if e.seq > 1]
        for desk in (plain, idle)
    ]
    assert [t for t in told[1] if t[1] != "learner"] == [t for t in told[0] if t[1] != "learner"]


def test_another_seed_is_another_story(session: Session) -> None:
    desks = [Desk(session, seed=seed) for seed in (1, 2)]
    for desk in desks:
        desk.send_quote("CLI-0001", "MOB-002", 4)
        desk.wait("2026-11-04T17:00")
    first, second = ([e.at for e in desk.entries("order.received")] for desk in desks)
    assert first != second


def test_a_customer_takes_the_discount_that_was_agreed(desk: Desk) -> None:
    lines = [{"product": "MOB-002", "quantity": 4}]
    terms = {"early_payment": 200, "early_payment_days": 10}
    quote = desk.do("draw_up_quote", customer="CLI-0001", lines=lines, terms=terms)
    desk.do("send_quote", quote.reference)
    desk.wait("2026-11-04T17:00")
    order = desk.last(Order)
    desk.do("confirm_order", order.reference, promised_on="2026-11-19")
    note = desk.do("prepare_delivery", order.reference)
    desk.do("choose_carrier", note.reference, carrier="TRA-01")
    desk.do("ship", note.reference)
    invoice = desk.do("issue_invoice", note.reference)
    desk.wait("2026-11-16T12:00")
    line = desk.last(BankLine)
    assert line.label == f"VIR {invoice.reference} ESCOMPTE DEDUIT"
    assert line.amount < invoice.gross
    payment = desk.do("record_payment", line.reference, customer="CLI-0001")
    desk.do("grant_early_payment", payment.reference, invoice=invoice.reference)
    assert desk.last(Invoice).balance == 0
