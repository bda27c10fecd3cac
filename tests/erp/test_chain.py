"""The road of an affair is the same from whichever of its documents it is looked at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.erp.models import DeliveryNote, Invoice, Order, Quote
from sandbox.erp.queries.chain import chain_of
from sandbox.extensions import db
from tests.conftest import empty, sign_in
from tests.factories.world import make_world
from tests.test_screens import listening
from tests.walk import played_run


@dataclass(frozen=True)
class Affair:
    """An affair of the model play that went from its quote to its payment."""

    client: FlaskClient
    session: Session
    run: Run
    quote: Quote
    order: Order
    delivery: DeliveryNote
    invoice: Invoice

    def road(self, screen: str) -> list[tuple[str, str]]:
        """Stages on a document's screen: state, words."""
        text = self.client.get(f"/parties/{self.run.id}/{screen}").text
        strip = text.partition('aria-label="Documents liés"')[2].partition("</nav>")[0]
        items = re.findall(r'<li class="flow-(\w+)"[^>]*>(.*?)</li>', strip, re.DOTALL)
        return [(state, " ".join(re.sub("<[^>]*>", " ", item).split())) for state, item in items]


@pytest.fixture(scope="module")
def affair(shared_app: Flask) -> Iterator[Affair]:
    with shared_app.app_context(), Session(db.engine, expire_on_commit=False) as session:
        world = make_world(session)
        session.commit()
        run = played_run(session, world.learner)
        invoice = session.scalars(
            select(Invoice)
            .join(Order, (Order.run_id == Invoice.run_id) & (Order.id == Invoice.order_id))
            .where(Invoice.run_id == run.id, Order.quote_id.is_not(None))
            .order_by(Invoice.id.desc())
        ).first()
        assert invoice is not None
        order = session.get_one(Order, (run.id, invoice.order_id))
        quote = session.get_one(Quote, (run.id, order.quote_id))
        delivery = session.get_one(DeliveryNote, (run.id, invoice.delivery_id))
        client = sign_in(shared_app.test_client(), world.learner)
        yield Affair(client, session, run, quote, order, delivery, invoice)
        session.close()
        db.session.remove()
        empty()


def test_the_chain_is_one_statement_and_the_same_from_everywhere(affair: Affair) -> None:
    seen = []
    for document in (affair.quote, affair.order, affair.delivery, affair.invoice):
        with listening() as said:
            seen.append(chain_of(affair.session, document))
        assert len(said) == 1
    assert seen[0] == seen[1] == seen[2] == seen[3]
    references = {link.said for link in seen[0]}
    ours = (affair.quote, affair.order, affair.delivery, affair.invoice)
    assert {document.reference for document in ours} <= references


def test_each_screen_says_where_one_is_and_leads_to_the_others(affair: Affair) -> None:
    screens = {
        f"devis/{affair.quote.id}": "Devis",
        f"commandes/{affair.order.id}": "Commande",
        f"expeditions/{affair.delivery.id}": "Livraison",
        f"factures/{affair.invoice.id}": "Facture",
    }
    for screen, label in screens.items():
        road = affair.road(screen)
        assert next(words for state, words in road if state == "here").startswith(label)
        assert sum(state == "here" for state, _ in road) == 1
        told = " ".join(words for _, words in road)
        assert affair.quote.reference in told
        assert affair.invoice.reference in told


def test_what_is_not_there_yet_is_said(affair: Affair) -> None:
    draft = affair.session.scalars(
        select(Quote).where(Quote.run_id == affair.run.id, Quote.reference.startswith("DE-B"))
    ).first()
    assert draft is not None
    road = affair.road(f"devis/{draft.id}")
    assert [state for state, _ in road] == ["here", "todo", "todo", "todo", "todo"]
    assert road[1][1] == "Commande pas encore"
