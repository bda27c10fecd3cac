"""The stream beside the journal: chained, append-only, read as it stands."""

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.run import Run
from sandbox.evaluation.model import Outcome
from sandbox.training.assessment import report_of
from sandbox.training.judging import services
from sandbox.training.judging.errors import (
    NothingContested,
    NothingRated,
    NothingWritten,
    ReasonWanted,
    UnknownCriterion,
    UnknownFinding,
    UnknownLevel,
)
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.queries import stream_of
from sandbox.training.judging.stream import Note, append, break_in
from sandbox.training.queries import entries_on
from tests.factories.world import World
from tests.training.judging.conftest import QUESTIONS, by_trainer, said


@pytest.fixture
def filled(session: Session, world: World) -> Run:
    services.rate_oneself(session, world.run.id, said(world), {"CP4.1": "met"})
    services.answer_questions(session, world.run.id, said(world), QUESTIONS)
    services.commit_to(session, world.run.id, said(world), " Regarder l'encours. ")
    session.commit()
    return world.run


def test_everything_said_is_chained(session: Session, filled: Run) -> None:
    entries = stream_of(session, filled.id).entries
    assert [entry.seq for entry in entries] == list(range(1, 25))
    assert break_in(filled, entries) is None
    assert entries[-1].reason == "Regarder l'encours."
    assert entries[0].at == "2026-11-23T09:30:00+00:00"


def test_a_changed_word_breaks_the_chain(session: Session, filled: Run) -> None:
    entries = stream_of(session, filled.id).entries
    session.expunge_all()
    entries[2].reason = "Autre chose"
    assert "n° 3" in (break_in(filled, entries) or "")
    assert "n° 1" in (break_in(filled, entries[1:]) or "")


@pytest.mark.parametrize(
    "act",
    [
        update(JudgementEntry).values(reason="autre"),
        delete(JudgementEntry),
        insert(JudgementEntry).values(
            seq=99, at="", author_id=1, kind="comment", key="", content="", reason="", hash=""
        ),
    ],
    ids=["update", "delete", "gap"],
)
def test_the_database_refuses_to_rewrite_it(session: Session, filled: Run, act) -> None:
    act = act.values(run_id=filled.id) if act.is_insert else act
    with pytest.raises(DBAPIError, match="judgement entries"):
        session.execute(act)
    session.rollback()


def test_a_run_marked_for_purge_lets_it_go(session: Session, filled: Run) -> None:
    session.execute(update(Run).where(Run.id == filled.id).values(status="purged"))
    session.execute(delete(JudgementEntry).where(JudgementEntry.run_id == filled.id))
    assert stream_of(session, filled.id).entries == []


def test_the_last_word_stands(session: Session, world: World) -> None:
    for level in ("met", "missed"):
        services.rate_oneself(session, world.run.id, said(world), {"CP4.1": level})
    assert stream_of(session, world.run.id).self_ratings["CP4.1"] == "missed"
    assert stream_of(session, world.run.id).self_ratings["CP1.1"] == "unknown"


def test_a_contest_waits_until_a_trainer_speaks(
    ctx: Context, world: World, run: Run, finding: str
) -> None:
    session, report = ctx.session, report_of(run, entries_on(ctx.session, run.id))
    services.contest(session, run.id, said(world), report, finding=finding, sentence="Non.")
    stream = stream_of(session, run.id)
    assert stream.outcomes() == {finding: Outcome.CONTESTED}
    services.answer(session, run.id, by_trainer(world), stream, finding=finding, sentence="Si.")
    assert stream_of(session, run.id).outcomes() == {}


def test_an_override_wins_until_contested_again(
    ctx: Context, world: World, run: Run, finding: str
) -> None:
    session, report = ctx.session, report_of(run, entries_on(ctx.session, run.id))
    services.override(
        session, run.id, by_trainer(world), report, finding=finding, outcome="met", reason="Vu."
    )
    assert stream_of(session, run.id).outcomes() == {finding: Outcome.MET}
    services.contest(session, run.id, said(world), report, finding=finding, sentence="Mais…")
    assert stream_of(session, run.id).pending() == [finding]


def test_ratings_are_the_learners_once_released(session: Session, world: World) -> None:
    rate = {"text": "MSG-000001", "levels": {"tone": 2}}
    services.rate_text(session, world.run.id, by_trainer(world), **rate)
    assert stream_of(session, world.run.id).marks(released_only=True) == []
    services.release_texts(session, world.run.id, by_trainer(world))
    services.rate_text(session, world.run.id, by_trainer(world), **rate)
    stream = stream_of(session, world.run.id)
    assert (len(stream.marks(released_only=True)), len(stream.marks())) == (1, 2)


def test_a_release_keeps_where_the_journal_stood(ctx: Context, world: World, run: Run) -> None:
    services.release_report(ctx.session, run.id, by_trainer(world))
    release = stream_of(ctx.session, run.id).release()
    assert release is not None
    assert release.data == {"entries": run.entry_seq, "head": run.head_hash}


def test_what_cannot_be_said(ctx: Context, world: World, run: Run, finding: str) -> None:
    session, who = ctx.session, by_trainer(world)
    report, stream = report_of(run, entries_on(session, run.id)), stream_of(session, run.id)
    with pytest.raises(UnknownLevel):
        services.rate_oneself(session, run.id, who, {"CP4.1": "genius"})
    with pytest.raises(NothingWritten):
        services.answer_questions(session, run.id, who, {**QUESTIONS, "why": " "})
    with pytest.raises(UnknownFinding):
        services.contest(session, run.id, who, report, finding="x@y#1", sentence="Non.")
    with pytest.raises(NothingContested):
        services.answer(session, run.id, who, stream, finding=finding, sentence="Si.")
    with pytest.raises(UnknownCriterion):
        services.comment(session, run.id, who, criterion="CP9.9", sentence="Oui.")
    with pytest.raises(NothingRated):
        services.rate_text(session, run.id, who, text="MSG-1", levels={"beauty": 3})
    with pytest.raises(UnknownLevel):
        services.rate_text(session, run.id, who, text="MSG-1", levels={"tone": 4})


@pytest.mark.parametrize(
    ("outcome", "reason", "error"),
    [("met", " ", ReasonWanted), ("contested", "Vu.", UnknownLevel), ("", "Vu.", UnknownLevel)],
)
def test_an_override_takes_an_outcome_and_a_reason(
    ctx: Context, world: World, run: Run, finding: str, outcome: str, reason: str, error
) -> None:
    report = report_of(run, entries_on(ctx.session, run.id))
    with pytest.raises(error):
        services.override(
            ctx.session,
            run.id,
            by_trainer(world),
            report,
            finding=finding,
            outcome=outcome,
            reason=reason,
        )


def test_several_things_are_said_in_few_statements(
    session: Session, world: World, count_sql
) -> None:
    with count_sql() as seen:
        append(session, world.run.id, said(world), *(Note(Kind.COMMENT, str(n)) for n in range(20)))
    assert len(seen) <= 4
