"""A hasty run with findings to talk about, a text to read, a trainer and an administrator."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.accounts.models import Role
from sandbox.core.context import Context
from sandbox.core.run import Run
from sandbox.crm.models import Message
from sandbox.crm.services import send_message
from sandbox.erp.services import LineDraft, confirm_order, receive_order
from sandbox.evaluation.judgement.amending import keyed
from sandbox.evaluation.model import Outcome
from sandbox.training.assessment import report_of
from sandbox.training.judging.stream import Said
from sandbox.training.queries import entries_on
from tests.conftest import sign_in
from tests.factories.world import World, make_account

WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
QUESTIONS = {"what": "Une commande.", "why": "Par hâte.", "next": "Je regarderai l'encours."}


def said(world: World) -> Said:
    return Said(world.learner.id, WHEN)


def by_trainer(world: World) -> Said:
    return Said(world.trainer.id, WHEN)


@pytest.fixture
def run(ctx: Context, world: World) -> Run:
    """An order recorded without a look at anything."""
    order = receive_order(
        ctx.acting_as("customer:CLI-0001"),
        customer=world.customer,
        quote=None,
        customer_reference="A1",
        lines=[LineDraft(product="MOB-009", quantity=2)],
        requested_on=None,
    )
    confirm_order(ctx, order)
    ctx.session.commit()
    return ctx.run


@pytest.fixture
def finding(ctx: Context, run: Run) -> str:
    """Key of a finding that was missed."""
    report = report_of(run, entries_on(ctx.session, run.id))
    return next(
        key
        for criterion in report.criteria
        for key, found in keyed(criterion.findings)
        if found.outcome == Outcome.MISSED
    )


@pytest.fixture
def letter(ctx: Context, world: World) -> Message:
    """A text written by hand."""
    body = "Bonjour,\n\nNous vous proposons le 18 novembre.\n\nCordialement"
    sent = send_message(ctx, to="customer:CLI-0001", subject="Votre date", body=body)
    ctx.session.commit()
    return sent


def signed_in(app: Flask, session: Session, account: object) -> FlaskClient:
    client = app.test_client()
    client.test_session = session
    session.commit()
    return sign_in(client, account)


@pytest.fixture
def trainer(app: Flask, session: Session, world: World) -> FlaskClient:
    return signed_in(app, session, world.trainer)


@pytest.fixture
def administrator(app: Flask, session: Session, world: World) -> FlaskClient:
    return signed_in(app, session, make_account(session, "cheffe", Role.ADMINISTRATOR))
