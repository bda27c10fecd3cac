"""The journal tells what happened, in order, and nobody rewrites it."""

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.journal import record
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import HistoryConsulted, MoveRefused
from sandbox.journal.recording import verify, write_entries


@pytest.fixture
def told(ctx: Context) -> Context:
    """A run with three entries."""
    for reference in ("CLI-0001", "CLI-0002", "CLI-0001"):
        record(ctx, reference, HistoryConsulted(customer=reference))
    write_entries(ctx)
    ctx.session.commit()
    return ctx


def test_entries_are_numbered_without_gap_and_chained(told: Context) -> None:
    entries = told.session.scalars(select(JournalEntry).order_by(JournalEntry.seq)).all()
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert told.run.head_hash == entries[-1].hash
    assert verify(told.session, told.run) is None


def test_the_same_story_has_the_same_hash_on_every_database(told: Context) -> None:
    golden = "8140e7950f8767913e782beeb09727e7bff817dd585741f070f86b123529c2f4"
    assert told.run.head_hash == golden


@pytest.mark.parametrize(
    "rewriting",
    [
        update(JournalEntry).where(JournalEntry.seq == 2).values(post="director"),
        delete(JournalEntry).where(JournalEntry.seq == 2),
    ],
    ids=["update", "delete"],
)
def test_the_database_refuses_to_rewrite_an_entry(told: Context, rewriting: object) -> None:
    with pytest.raises(DBAPIError, match="journal entries"):
        told.session.execute(rewriting)
    told.session.rollback()


def test_the_database_refuses_a_gap(told: Context) -> None:
    entry = told.session.get_one(JournalEntry, (told.run.id, 3))
    values = {column.key: getattr(entry, column.key) for column in JournalEntry.__table__.columns}
    with pytest.raises(DBAPIError, match="no gap"):
        told.session.execute(insert(JournalEntry), [values | {"seq": 5}])
    told.session.rollback()


def test_verification_names_the_entry_that_does_not_fit(told: Context) -> None:
    told.run.seed += 1
    assert verify(told.session, told.run) == "L'entrée n° 1 ne correspond pas à son empreinte."


def test_a_purge_deletes_a_run_marked_for_it(told: Context, session: Session) -> None:
    told.run.status = "purged"
    session.flush()
    session.execute(delete(JournalEntry).where(JournalEntry.run_id == told.run.id))
    assert session.scalars(select(JournalEntry)).all() == []


def test_payloads_carry_no_free_text() -> None:
    assert MoveRefused("send_quote", "EmptyQuote").verb == "move.refused"
