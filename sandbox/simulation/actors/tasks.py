"""Colleagues who were entrusted with a task do it by its hour, unless they are away."""

from sandbox.core.context import LEARNER, Context
from sandbox.crm.services import finish_task
from sandbox.crm.tasks import Task, TaskStatus
from sandbox.journal import subscribe
from sandbox.journal.payloads import TaskCreated
from sandbox.simulation.actors.speaking import soon
from sandbox.simulation.engine import happens
from sandbox.simulation.scene import post_character, scene


@subscribe(TaskCreated)
def be_entrusted(ctx: Context, reference: str, payload: TaskCreated) -> None:
    """A task lands on a colleague's desk."""
    if scene(ctx) is not None and payload.post != LEARNER:
        bounds = post_character(ctx, payload.post).hears_in
        soon(ctx, bounds, "post_does_task", payload.post, reference)


@happens("post_does_task")
def do_task(ctx: Context, subject: str) -> None:
    """Done, if it still is to be done and somebody sits there."""
    task = ctx.find(Task, subject)
    colleague = ctx.setting.colleague(task.post)
    away = colleague is None or colleague.is_away(ctx.now())
    if task.status == TaskStatus.OPEN and not away:
        finish_task(ctx.acting_as(task.post), task)
