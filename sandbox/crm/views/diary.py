"""The diary: what is to be done, and when."""

from datetime import date, datetime
from typing import Any

from flask import request, url_for

from sandbox.core.calendar import tomorrow_opening
from sandbox.core.context import LEARNER
from sandbox.crm import queries, services
from sandbox.crm.diary_showing import DAY, diary_page
from sandbox.crm.forms import TaskForm, beside
from sandbox.crm.tasks import Task
from sandbox.crm.views.base import bp, current_setting, named, plays
from sandbox.web import Answer, acting, done, page, run, session


def _task_form(**values: Any) -> TaskForm:
    form = TaskForm(**values)
    people = current_setting().colleagues
    form.post.choices = {LEARNER: "Moi"} | {p.post: f"{p.name}, {p.title}" for p in people}
    names = queries.customer_names(session(), run().id)
    form.customer.choices = {"": "Aucun en particulier"} | dict(names)
    return form


def _shown(form: TaskForm, status: int = 200) -> Answer:
    today = run().clock.date()
    day = request.args.get("jour", today, type=date.fromisoformat)
    view = request.args.get("vue", DAY)
    shown = diary_page(session(), run().id, current_setting(), run().clock, day, view)
    return page("crm/diary.html", form=form, plays=plays(), status=status, **shown)


@bp.get("/agenda")
def diary() -> Answer:
    """Tasks and dates of a day or a week; the address may fill the form."""
    fields = {"text": "objet", "customer": "client", "about": "dossier", "post": "poste"}
    given = {name: request.args[word] for name, word in fields.items() if word in request.args}
    return _shown(_task_form(due_at=_tomorrow(run().clock), **given))


def _tomorrow(now: datetime) -> datetime:
    return tomorrow_opening(now).replace(tzinfo=None)


@bp.post("/agenda")
def create_task() -> Answer:
    """Note something to do."""
    form = _task_form()
    if form.validate():
        with beside(form):
            with acting() as ctx:
                customer = named(ctx, form.customer.data)
                task = services.create_task(ctx, customer=customer, **form.details())
            return done("Tâche notée.", _day_of(task))
    return _shown(form, status=422)


@bp.post("/agenda/<int:task_id>/faite")
def finish_task(task_id: int) -> Answer:
    """Tick a task off."""
    with acting() as ctx:
        task = services.finish_task(ctx, ctx.get(Task, task_id))
    return done("Tâche faite.", _day_of(task))


@bp.post("/agenda/<int:task_id>/abandon")
def drop_task(task_id: int) -> Answer:
    """Give a task up."""
    with acting() as ctx:
        task = services.drop_task(ctx, ctx.get(Task, task_id))
    return done("Tâche abandonnée.", _day_of(task))


def _day_of(task: Task) -> str:
    return url_for(".diary", jour=task.due_at.date().isoformat())
