"""What was opened last: in the person's own session, run by run, and in no database."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.crm.models import Customer
from sandbox.journal.models import JournalEntry, Move
from sandbox.training.recent import MOST, RUNS, opened_in, remembered
from sandbox.training.search import seen
from tests.training.classes import ClassAtWork


def test_the_latest_is_first_and_counts_once() -> None:
    opened = remembered(None, 7, "quote", 1)
    for row_id in (2, 3, 1):
        opened = remembered(opened, 7, "quote", row_id)
    assert opened_in(opened, 7) == [("quote", 1), ("quote", 3), ("quote", 2)]
    assert opened_in(opened, 8) == opened_in(None, 7) == []


def test_only_so_much_is_remembered() -> None:
    opened = None
    for run_id in range(1, RUNS + 3):
        for row_id in range(1, MOST + 4):
            opened = remembered(opened, run_id, "invoice", row_id)
    assert opened is not None
    assert list(opened) == [str(run_id) for run_id in range(3, RUNS + 3)]
    assert {len(rows) for rows in opened.values()} == {MOST}
    assert opened_in(opened, RUNS + 2)[0] == ("invoice", MOST + 3)


def customers(session: Session, run: Run) -> list[Customer]:
    query = select(Customer).where(Customer.run_id == run.id).order_by(Customer.id)
    return list(session.scalars(query.limit(2)))


def recents(client: FlaskClient, run: Run) -> str:
    return client.get(f"/parties/{run.id}/recents").text.partition("<main")[2]


def test_what_is_opened_comes_back_to_its_reader_alone(
    discovering: ClassAtWork, session: Session, app: Flask
) -> None:
    run, learner = discovering.runs()[0], discovering.browser("apprenant1")
    first, second = customers(session, run)
    count = select(func.count())
    before = [session.scalar(count.select_from(table)) for table in (Move, JournalEntry)]
    assert "Rien d’ouvert" in recents(learner, run)
    for customer in (first, second):
        assert learner.get(f"/parties/{run.id}/clients/{customer.id}").status_code == 200
    assert learner.get(f"/parties/{run.id}/clients/999999").status_code == 404
    shown = recents(learner, run)
    assert -1 < shown.index(second.reference) < shown.index(first.reference)
    palette = learner.get(f"/parties/{run.id}/palette?q=").text
    assert palette.index(second.reference) < palette.index("Messages")
    assert second.reference not in learner.get(f"/parties/{run.id}/palette?q=agenda").text
    fragment = learner.get(f"/parties/{run.id}/recents", headers={"HX-Request": "true"}).text
    assert second.reference in fragment
    assert "<html" not in fragment
    assert "Rien d’ouvert" in recents(discovering.trainer, run)
    after = [session.scalar(count.select_from(table)) for table in (Move, JournalEntry)]
    assert after == before

    learner.post("/deconnexion")
    assert "Rien d’ouvert" in recents(discovering.browser("apprenant1"), run)


def test_rows_that_are_gone_and_kinds_that_are_not_known_are_left_out(
    discovering: ClassAtWork, session: Session
) -> None:
    run = discovering.runs()[0]
    known = customers(session, run)[0]
    rows = [("customer", 999_999), ("payment", 1), ("customer", known.id)]
    assert [hit.reference for hit in seen(session, run.id, rows)] == [known.reference]
    assert seen(session, run.id, []) == []
