"""Two clicks at once: one act, one number, one chain."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.context import Context
from sandbox.core.database import writing
from sandbox.core.run import Run, RunStatus, SettingVersion
from sandbox.erp.models import Invoice, Payment, Quote
from sandbox.erp.services import paying
from sandbox.extensions import db
from sandbox.journal.models import JournalEntry
from sandbox.journal.recording import verify
from sandbox.simulation.world import fresh_run
from tests.conftest import sign_in
from tests.factories import billing
from tests.factories.billing import BankLineFactory, InvoiceFactory
from tests.factories.erp import QuoteFactory
from tests.factories.world import World

CLICKS = 4


def at_once(act: Callable[[int], int]) -> list[int]:
    """What comes of the same act done by several threads at the same moment, in order."""
    start, found = threading.Barrier(CLICKS), [0] * CLICKS

    def one(n: int) -> None:
        start.wait()
        found[n] = act(n)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(CLICKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(found)


@pytest.fixture
def click(app: Flask, session: Session, world: World) -> Callable[..., list[int]]:
    """Post the same form several times at once, as the learner; the statuses that come back."""

    def clicking(path: str, **form: object) -> list[int]:
        session.commit()
        browsers = [sign_in(app.test_client(), world.learner) for _ in range(CLICKS)]
        there = f"/parties/{world.run.id}{path}"
        return at_once(lambda n: browsers[n].post(there, data=form).status_code)

    return clicking


def whole(session: Session, world: World, verb: str) -> int:
    """How many entries of this verb the journal holds, its chain being whole."""
    session.expire_all()
    run = session.get_one(Run, world.run.id)
    assert verify(session, run) is None
    mine = (JournalEntry.run_id == run.id, JournalEntry.verb == verb)
    return session.scalar(select(func.count()).where(*mine)) or 0


ONE = [303, 422, 422, 422]


def test_a_quote_sent_twice_at_once_leaves_once(
    session: Session, world: World, ctx: Context, click: Callable[..., list[int]]
) -> None:
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1)])
    assert click(f"/devis/{quote.id}/envoyer") == ONE
    assert whole(session, world, "quote.sent") == 1
    assert session.get_one(Quote, (world.run.id, quote.id)).reference == "DE-2026-000001"


def test_an_invoice_issued_twice_at_once_exists_once(
    session: Session, world: World, ctx: Context, click: Callable[..., list[int]]
) -> None:
    delivery = billing.shipped(ctx, world)
    assert click(f"/expeditions/{delivery.id}/facturer") == ONE
    assert whole(session, world, "invoice.issued") == 1
    issued = select(Invoice.reference).where(Invoice.run_id == world.run.id)
    assert session.scalars(issued).all() == ["FA-2026-000001"]


def test_a_bank_line_recorded_twice_at_once_is_one_payment(
    session: Session, world: World, ctx: Context, click: Callable[..., list[int]]
) -> None:
    line = BankLineFactory(amount=30252)
    form = {"customer": world.customer.reference, "method": "transfer"}
    InvoiceFactory(customer=world.customer, product=world.desk)
    assert click(f"/reglements/banque/{line.id}", **form) == ONE
    assert whole(session, world, "payment.recorded") == 1
    assert session.scalar(select(func.count()).select_from(Payment)) == 1


def test_a_payment_reconciled_twice_at_once_settles_once(
    session: Session, world: World, ctx: Context, click: Callable[..., list[int]]
) -> None:
    invoice = InvoiceFactory(customer=world.customer, product=world.desk)
    line = BankLineFactory(amount=30252)
    payment = paying.record_payment(ctx, line, customer=world.customer)
    assert click(f"/reglements/{payment.id}/lettrer", invoice=invoice.id) == ONE
    assert whole(session, world, "payment.reconciled") == 1
    assert session.get_one(Invoice, (world.run.id, invoice.id)).balance == 0


def test_different_acts_at_once_take_numbers_without_a_gap(
    app: Flask, session: Session, world: World, ctx: Context
) -> None:
    quotes = [QuoteFactory(customer=world.customer, lines=[(world.desk, 1)]) for _ in range(CLICKS)]
    session.commit()
    browsers = [sign_in(app.test_client(), world.learner) for _ in quotes]
    paths = [f"/parties/{world.run.id}/devis/{quote.id}/envoyer" for quote in quotes]
    assert at_once(lambda n: browsers[n].post(paths[n]).status_code) == [303] * CLICKS
    assert whole(session, world, "quote.sent") == CLICKS
    sent = session.scalars(select(Quote.reference).order_by(Quote.reference)).all()
    assert sent == [f"DE-2026-{n:06}" for n in range(1, CLICKS + 1)]


def test_a_scenario_opened_for_the_first_time_by_several_at_once_is_written_once(
    app: Flask, session: Session, world: World
) -> None:
    def first_open(n: int) -> int:
        with app.app_context(), Session(db.engine) as own, writing(own):
            fresh_run(own, "premiers-pas", seed=n, folder=Path(SCENARIOS))
            own.commit()
        return 1

    assert at_once(first_open) == [1] * CLICKS
    named = SettingVersion.scenario == "premiers-pas"
    assert session.scalar(select(func.count()).where(named)) == 1
    templates = select(func.count()).where(Run.status == RunStatus.TEMPLATE)
    assert session.scalar(templates) == 1


def test_after_an_incident_in_the_middle_of_an_act_nothing_is_kept_and_others_act(
    session: Session,
    world: World,
    ctx: Context,
    click: Callable[..., list[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1)])
    with monkeypatch.context() as patched:
        patched.setattr("sandbox.journal.use_cases.write_entries", _fall)
        assert click(f"/devis/{quote.id}/envoyer") == [500] * CLICKS
    assert whole(session, world, "quote.sent") == 0
    assert session.get_one(Quote, (world.run.id, quote.id)).reference == quote.reference
    assert click(f"/devis/{quote.id}/envoyer") == ONE


def _fall(_ctx: Context) -> None:
    raise RuntimeError("the floor gives way")
