"""What foreign customers write is in English, whatever the occasion."""

import pytest
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.context import open_context
from sandbox.crm.models import Customer
from sandbox.simulation.actors.speaking import customer_says
from sandbox.simulation.files import read_dialogues
from sandbox.simulation.world import fresh_run

FIGURES = {"date": "12/11/2026", "amount": "5 %", "order": "PO-77"}
DIALOGUES = read_dialogues(SCENARIOS)
ENGLISH = sorted(name.partition(".")[2] for name in DIALOGUES if name.startswith("customer_en."))


def test_the_occasions_of_the_english_dialogues_are_those_of_the_french_ones() -> None:
    french = {name.partition(".")[2] for name in DIALOGUES if name.startswith("customer.")}
    assert set(ENGLISH) <= french
    assert {"counters_offer", "accepts_offer", "agrees_date", "orders"} <= set(ENGLISH)


@pytest.mark.parametrize(("reference", "hello"), [("CLI-0012", "Hello"), ("CLI-0001", "Bonjour")])
def test_each_writes_its_own_language(session: Session, reference: str, hello: str) -> None:
    run = fresh_run(session, "premiers-pas", seed=1)
    session.commit()
    ctx = open_context(session, run.id)
    buyer = ctx.find(Customer, reference)
    said = customer_says(ctx, buyer, "counters_offer", topic="negotiation", about="DE-1", **FIGURES)
    assert said.body.startswith(hello)
    assert "5 %" in said.body
