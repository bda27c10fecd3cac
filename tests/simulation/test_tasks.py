"""A colleague who was entrusted with a task does it."""

from sqlalchemy.orm import Session

from tests.simulation.stories import Desk


def test_a_colleague_finishes_what_was_entrusted_to_them(session: Session) -> None:
    desk = Desk(session)
    due = "2026-11-04T17:00:00+01:00"
    desk.do("create_task", text="Compter le MOB-001", post="shipping", due_at=due)
    desk.wait("2026-11-03T12:00")
    (done,) = desk.entries("task.finished")
    assert done.post == "shipping"


def test_a_task_of_ones_own_waits_for_oneself(session: Session) -> None:
    desk = Desk(session)
    desk.do("create_task", text="Rappeler", due_at="2026-11-04T17:00:00+01:00")
    desk.wait("2026-11-03T12:00")
    assert desk.entries("task.finished") == []
