"""Who did what to a document, and when: its follow-up, and every trace of it a link away."""

from collections.abc import Iterator
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.models import Customer
from sandbox.erp.models import DeliveryNote, Invoice, Order, Quote, Reconciliation
from sandbox.erp.queries.billing import told_of
from sandbox.extensions import db
from tests.conftest import empty, sign_in
from tests.factories.world import make_world
from tests.training.test_exports import Desk
from tests.walk import played_run


@pytest.fixture(scope="module")
def desk(shared_app: Flask) -> Iterator[Desk]:
    with shared_app.app_context(), Session(db.engine, expire_on_commit=False) as session:
        world = make_world(session)
        session.commit()
        run = played_run(session, world.learner)
        yield Desk(sign_in(shared_app.test_client(), world.learner), session, run)
        session.close()
        db.session.remove()
        empty()


def test_every_document_leads_to_all_that_the_journal_says_of_it(desk: Desk) -> None:
    screens = {
        Customer: "clients",
        Quote: "devis",
        Order: "commandes",
        DeliveryNote: "expeditions",
        Invoice: "factures",
    }
    for model, screen in screens.items():
        row = desk.session.scalars(
            select(model).where(model.run_id == desk.run.id).order_by(model.id)
        ).first()
        assert row is not None
        shown = desk.get(f"{screen}/{row.id}").decode()
        assert f"Tout l’historique de {row.reference}</a>" in shown


def test_the_whole_story_of_a_sent_quote_begins_with_its_draft(desk: Desk) -> None:
    sent = desk.session.scalars(
        select(Quote).where(Quote.run_id == desk.run.id, Quote.reference == "DE-2026-000001")
    ).one()
    shown = unescape(desk.get(f"devis/{sent.id}").decode())
    assert f"journal?q={sent.reference}+{sent.alias}" in shown
    whole = desk.get(f"journal?q={sent.reference}+{sent.alias}").decode()
    assert "Devis établi pour" in whole
    assert "Devis envoyé à" in whole


def test_an_invoice_tells_what_its_payments_did(desk: Desk) -> None:
    settled = desk.session.scalars(
        select(Invoice)
        .join(Reconciliation, Reconciliation.invoice_id == Invoice.id)
        .where(Invoice.run_id == desk.run.id, Reconciliation.run_id == desk.run.id)
        .order_by(Invoice.id.desc())
    ).first()
    assert settled is not None
    verbs = [entry.verb for entry in told_of(desk.session, settled)]
    assert "payment.reconciled" in verbs
    assert "lettré un règlement" in desk.get(f"factures/{settled.id}").decode()
