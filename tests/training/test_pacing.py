"""The clock at a pace of its own: it ages only while somebody is there, and replays without it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.calendar import PARIS
from sandbox.core.context import LEARNER, TRAINER, open_context
from sandbox.core.run import Run
from sandbox.journal.models import Move
from sandbox.simulation.engine import (
    TooFarAhead,
    advance_by,
    advance_clock,
    advance_to_next_event,
)
from sandbox.simulation.replay import replay
from sandbox.training.pacing import STEP, PacedByTrainer, UnknownPace, beat, set_pace
from tests.training.classes import ClassAtWork

NINE = datetime(2026, 9, 7, 9, 0, tzinfo=PARIS)


def let_real_time_pass(session: Session, run: Run, seconds: int, every: int = 4) -> None:
    """A page that polls during some real time."""
    for at in range(0, seconds + 1, every):
        beat(session, run.id, NINE + timedelta(seconds=at))
    session.commit()


@pytest.mark.parametrize(("pace", "minutes"), [(1, 10), (5, 50), (20, 200)])
def test_ten_real_minutes_are_worth_their_pace(
    damaged: ClassAtWork, session: Session, pace: int, minutes: int
) -> None:
    run = damaged.runs()[0]
    before = run.clock
    set_pace(session, run.id, pace, NINE)
    let_real_time_pass(session, run, 600)
    now = session.get_one(Run, run.id).clock
    # Time passes by steps, and the lunch hour of the company is not worked.
    assert timedelta(minutes=minutes - STEP) < now - before <= timedelta(minutes=minutes + 60)


def test_a_closed_laptop_ages_nothing(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    set_pace(session, run.id, 20, NINE)
    let_real_time_pass(session, run, 3600, every=60)
    assert session.get_one(Run, run.id).move_seq == 0


def test_a_paused_run_ages_nothing_either(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    set_pace(session, run.id, 20, NINE)
    run.paused = True
    let_real_time_pass(session, run, 120)
    assert session.get_one(Run, run.id).move_seq == 0


def test_what_the_clock_advances_is_a_move_and_replays_without_real_time(
    damaged: ClassAtWork, session: Session
) -> None:
    run = damaged.runs()[0]
    set_pace(session, run.id, 20, NINE, by_trainer=True)
    let_real_time_pass(session, run, 120)
    set_pace(session, run.id, 5, NINE, by_trainer=True)
    session.commit()
    made = session.execute(select(Move.actor, Move.use_case).where(Move.run_id == run.id)).all()
    assert made
    assert {tuple(row) for row in made} == {(TRAINER, "advance_by")}
    assert replay(session, run).head_hash == session.get_one(Run, run.id).head_hash


def test_two_pages_that_poll_the_same_run_do_not_double_its_time(
    damaged: ClassAtWork, session: Session
) -> None:
    one, two, *_ = damaged.runs()
    for run in (one, two):
        set_pace(session, run.id, 5, NINE)
    let_real_time_pass(session, one, 240, every=4)
    let_real_time_pass(session, two, 240, every=2)
    clocks = [session.get_one(Run, run.id).clock for run in (one, two)]
    assert clocks[0] == clocks[1]


def test_while_the_trainer_drives_nobody_else_does(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    damaged.trainer.post(f"{damaged.base}/allure", data={"pace": "5"})
    learner = damaged.browser("apprenant1")
    answer = learner.post(f"/parties/{run.id}/horloge/allure", data={"pace": "20"})
    assert (answer.status_code, PacedByTrainer.message in answer.text.replace("&#39;", "'")) == (
        422,
        True,
    )
    assert damaged.trainer.post(f"{damaged.base}/battement").status_code == 200
    damaged.trainer.post(f"{damaged.base}/allure", data={"pace": "0"})
    assert learner.post(f"/parties/{run.id}/horloge/allure", data={"pace": "20"}).status_code == 303
    assert "horloge/battement" in learner.get(f"/parties/{run.id}/messages").text
    beaten = learner.post(f"/parties/{run.id}/horloge/battement?n=0")
    assert (beaten.status_code, "/messages/non-lus" in beaten.location) == (303, True)
    with pytest.raises(UnknownPace):
        set_pace(session, run.id, 7, NINE)


def test_nobody_ages_the_company_by_centuries(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    far = datetime(2199, 12, 31, 9, 0, tzinfo=PARIS)
    with pytest.raises(TooFarAhead, match="au plus"):
        advance_clock(open_context(session, run.id), until=far)
    with pytest.raises(TooFarAhead):
        advance_by(open_context(session, run.id), minutes=10**6)
    learner = damaged.browser("apprenant1")
    form = {"until": "moment", "moment": "2199-12-31T09:00"}
    answer = learner.post(f"/parties/{run.id}/avancer", data=form)
    assert (answer.status_code, "trop lointaine" in answer.text) == (422, True)
    session.expire_all()
    assert session.get_one(Run, run.id).clock.year == 2026


def test_the_next_event_may_still_be_asked_for(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    assert advance_to_next_event(open_context(session, run.id, LEARNER))


def test_a_learner_goes_to_a_date(damaged: ClassAtWork) -> None:
    learner, run = damaged.browser("apprenant1"), damaged.runs()[0]
    form = {"until": "moment", "moment": "2026-11-05T09:15"}
    learner.post(f"/parties/{run.id}/avancer", data=form)
    assert f"{damaged.runs()[0].clock:%H:%M}" == "09:15"
