"""From a rejection to a new invoice: credit note, corrected record, new number, deposited."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.erp.models import CreditNote, DeliveryNote, Invoice, Order
from sandbox.erp.queries.platform import events_of
from tests.simulation.stories import Desk

Opened = Callable[[str], Desk]
PLAY_IT = "    CLI-0006: {{invoices: {answer}, invoice_reason: {reason}, reacts_in: [1 h, 1 h]}}\n"


@pytest.fixture
def opened(session: Session, tmp_path: Path) -> Opened:
    """A run of « premiers-pas » where something was changed in the files."""

    def opening(traits: str = "", **files: str) -> Desk:
        folder = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
        scenario = folder / "premiers-pas.yaml"
        text = scenario.read_text("utf-8").replace("    CLI-0007:\n", f"{traits}    CLI-0007:\n", 1)
        scenario.write_text(text.replace("changes:\n", f"changes:\n{files.get('changes', '')}", 1))
        return Desk(session, folder=folder)

    return opening


def invoice_ormes(desk: Desk) -> Invoice:
    """The order of the Clinique des Ormes, shipped and invoiced on the first morning."""
    desk.wait("2026-11-02T10:45")
    order = desk.last(Order)
    desk.do("confirm_order", order.reference)
    delivery = desk.do("prepare_delivery", order.reference)
    desk.do("choose_carrier", delivery.reference, carrier="TRA-01")
    desk.do("ship", delivery.reference)
    return desk.do("issue_invoice", delivery.reference)


def codes(desk: Desk, invoice: Invoice) -> list[int]:
    return [e.code for e in events_of(desk.session, desk.run.id, invoice.id)]


CLOSED = """  directory:
    - {address: "000167015", closes_on: 2026-10-01}
    - {address: "000167015_COMPTA", platform: Plateforme Sirocco, opens_on: 2026-10-01}
"""


def test_a_rejected_invoice_is_cancelled_corrected_and_issued_anew(opened: Opened) -> None:
    desk = opened(changes=CLOSED)
    first = invoice_ormes(desk)
    desk.do("advance_by", minutes=61)
    assert codes(desk, first) == [213]
    rejected = json.loads(desk.entries("invoice.rejected")[-1].payload)
    assert rejected == {"customer": "CLI-0006", "reason": "REJ_ADR"}
    desk.do("issue_credit_note", first.reference, reason="Rejet REJ_ADR de la plateforme")
    assert desk.last(CreditNote).internal
    desk.do("update_customer", "CLI-0006", platform_address="000167015_COMPTA")
    second = desk.do("issue_invoice", desk.last(DeliveryNote).reference)
    assert second.reference > first.reference
    desk.do("advance_by", minutes=95)
    assert codes(desk, second) == [200, 201, 202, 203]
    assert desk.last(Invoice).platform_status == "deposited"


def test_issuing_anew_without_correcting_is_rejected_again(opened: Opened) -> None:
    desk = opened(changes=CLOSED)
    first = invoice_ormes(desk)
    desk.do("advance_by", minutes=61)
    desk.do("issue_credit_note", first.reference, reason="Rejet de la plateforme")
    second = desk.do("issue_invoice", desk.last(DeliveryNote).reference)
    desk.do("advance_by", minutes=61)
    assert codes(desk, second) == [213]


@pytest.mark.parametrize(
    ("answer", "reason", "code"),
    [
        ("approves_part", "QTE_ERR", 206),
        ("disputes", "PU_ERR", 207),
        ("refuses", "TX_TVA_ERR", 210),
    ],
)
def test_a_customer_answers_as_its_character_says_and_writes(
    opened: Opened, answer: str, reason: str, code: int
) -> None:
    desk = opened(PLAY_IT.format(answer=answer, reason=reason))
    invoice = invoice_ormes(desk)
    desk.do("advance_by", minutes=420)
    assert codes(desk, invoice) == [200, 201, 202, 203, code]
    told = [e for e in desk.entries("message.received") if e.post == "customer:CLI-0006"]
    assert json.loads(told[-1].payload)["topic"] == "invoice"


def test_a_suspended_invoice_is_approved_once_the_delivery_note_is_joined(opened: Opened) -> None:
    desk = opened(PLAY_IT.format(answer="suspends", reason="JUSTIF_ABS"))
    invoice = invoice_ormes(desk)
    desk.do("advance_by", minutes=420)
    delivery = desk.last(DeliveryNote)
    order = desk.session.get_one(Order, (desk.run.id, delivery.order_id))
    desk.do("complete_invoice", invoice.reference, document=order.reference)
    desk.do("advance_by", minutes=61)
    desk.do("complete_invoice", invoice.reference, document=delivery.reference)
    desk.do("advance_by", minutes=61)
    assert codes(desk, invoice)[4:] == [208, 209, 208, 209, 205]


def test_what_was_disputed_is_approved_in_the_next_invoice(opened: Opened) -> None:
    desk = opened(PLAY_IT.format(answer="disputes", reason="PU_ERR"))
    first = invoice_ormes(desk)
    desk.do("advance_by", minutes=420)
    desk.do("issue_credit_note", first.reference, reason="Prix contesté")
    second = desk.do("issue_invoice", desk.last(DeliveryNote).reference)
    desk.do("advance_by", minutes=420)
    assert codes(desk, second) == [200, 201, 202, 203, 205]


def test_a_customer_who_approves_tells_when_it_pays(opened: Opened) -> None:
    desk = opened("    CLI-0006: {invoices: approves, pays_late: 2 j}\n")
    invoice = invoice_ormes(desk)
    desk.wait("2027-01-05T18:00")
    assert codes(desk, invoice) == [200, 201, 202, 203, 205, 211]


def test_nobody_pays_an_invoice_that_never_arrived(opened: Opened) -> None:
    desk = opened(changes=CLOSED)
    invoice = invoice_ormes(desk)
    desk.wait("2027-01-20T18:00")
    paid = [e for e in desk.entries("bank.credited") if '"CLI-0006"' in e.payload]
    assert (codes(desk, invoice), paid) == ([213], [])
