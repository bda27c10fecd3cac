"""What the diary shows, ready for its template."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from sandbox.core.context import LEARNER
from sandbox.core.setting import Setting
from sandbox.crm.diary import DiaryDate, dates_between
from sandbox.crm.labels import TASK_ICONS
from sandbox.crm.tasks import Task, TaskStatus, tasks_between, tasks_left

DAY, WEEK = "jour", "semaine"


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as the diary draws it."""

    task: Task
    icon: str
    who: str
    late: bool
    open: bool


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day: its tasks by hour, and the dates of documents that fall on it."""

    on: date
    tasks: list[TaskLine]
    dates: list[tuple[DiaryDate, str]]


def diary_page(
    session: Session, run_id: int, setting: Setting, now: datetime, day: date, view: str
) -> dict[str, Any]:
    """Values of the diary: a day, or the week (from Monday) that it belongs to."""
    first, count = (day - timedelta(days=day.weekday()), 7) if view == WEEK else (day, 1)
    after = first + timedelta(days=count)
    tasks = [_line(t, setting, now) for t in tasks_between(session, run_id, first, after)]
    dates = [(d, _link(d)) for d in dates_between(session, run_id, first, after)]
    days = [first + timedelta(days=n) for n in range(count)]
    late = tasks_left(session, run_id, min(first, now.date()))
    return {
        "days": [_day(on, tasks, dates) for on in days],
        "late": [_line(t, setting, now) for t in late],
        "view": WEEK if view == WEEK else DAY,
        "day": day,
        "today": now.date(),
        "before": first - timedelta(days=count),
        "after": after,
    }


def _day(on: date, tasks: list[TaskLine], dates: list[tuple[DiaryDate, str]]) -> DiaryDay:
    of_day = [line for line in tasks if line.task.due_at.date() == on]
    return DiaryDay(on, of_day, [pair for pair in dates if pair[0].on == on])


def _line(task: Task, setting: Setting, now: datetime) -> TaskLine:
    colleague = setting.colleague(task.post)
    who = "" if task.post == LEARNER or colleague is None else colleague.name
    still = task.status == TaskStatus.OPEN
    return TaskLine(task, TASK_ICONS[task.kind], who, task.overdue(now), still)


def _link(found: DiaryDate) -> str:
    name = found.endpoint.partition(".")[2]
    values: dict[str, Any] = {f"{name}_id": found.row_id}
    return url_for(found.endpoint, **values)
