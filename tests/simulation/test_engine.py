"""The clock: it goes forward, things happen in order, and at most so many at once."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from sandbox.core.calendar import paris
from sandbox.core.context import Context, open_context, save_run
from sandbox.core.errors import DomainError
from sandbox.simulation import engine
from tests.simulation.stories import Desk

seen: list[str] = []


@engine.happens("test_noted")
def noted(ctx: Context, subject: str) -> None:
    seen.append(f"{ctx.now():%H:%M} {subject}")


@engine.happens("test_refused")
def refused(ctx: Context, subject: str) -> None:
    ctx.number("FA")
    raise DomainError


@pytest.fixture
def desk(session: Session) -> Desk:
    seen.clear()
    return Desk(session)


def plan(desk: Desk, minutes: int, kind: str = "test_noted", subject: str = "a") -> None:
    ctx = open_context(desk.session, desk.run.id)
    engine.schedule(ctx, ctx.now() + timedelta(minutes=minutes), kind, subject)
    save_run(ctx)
    desk.session.commit()


def test_an_hour_of_work_skips_lunch_and_night(desk: Desk) -> None:
    desk.wait("2026-11-02T12:00")
    desk.do("advance_by", minutes=60)
    assert desk.run.clock == paris(2026, 11, 2, 14, 0)
    desk.do("advance_by", minutes=240)
    assert desk.run.clock == paris(2026, 11, 3, 9, 0)


def test_tomorrow_is_the_next_worked_morning(desk: Desk) -> None:
    desk.wait("2026-11-10T15:00")
    desk.do("advance_to_tomorrow")
    assert desk.run.clock == paris(2026, 11, 12, 8, 30)


def test_time_never_goes_back(desk: Desk) -> None:
    with pytest.raises(engine.NotInThePast):
        desk.wait("2026-11-01T09:00")


def test_equal_times_happen_in_the_order_they_were_planned(desk: Desk) -> None:
    for subject in "bac":
        plan(desk, 5, subject=subject)
    plan(desk, 2, subject="first")
    desk.wait("2026-11-02T08:40")
    assert seen == ["08:32 first", "08:35 b", "08:35 a", "08:35 c"]


def test_what_fell_due_during_an_act_happens_before_it_is_over(desk: Desk) -> None:
    plan(desk, 4)
    desk.do("draw_up_quote", customer="CLI-0001", lines=[])
    assert seen == ["08:40 a"]


def test_what_an_actor_is_refused_leaves_nothing(desk: Desk) -> None:
    before = dict(desk.run.counters)
    plan(desk, 5, "test_refused")
    desk.wait("2026-11-02T08:45")
    assert desk.run.counters == before


def test_too_much_at_once_takes_several_moves(desk: Desk) -> None:
    for _ in range(engine.LIMIT + 1):
        plan(desk, 1)
    assert desk.do("advance_clock", until=paris(2026, 11, 2, 8, 45)) is False
    assert desk.do("advance_clock", until=paris(2026, 11, 2, 8, 45)) is True
    assert len(seen) == engine.LIMIT + 1


def test_nothing_ahead_is_said(desk: Desk) -> None:
    desk.wait("2027-06-01T09:00")
    with pytest.raises(engine.NothingAhead):
        desk.do("advance_to_next_event")


def test_only_known_events_are_planned(desk: Desk) -> None:
    with pytest.raises(ValueError, match="no event"):
        plan(desk, 1, "test_unknown")
