"""Use cases of the diary: a task is noted, entrusted, finished, dropped."""

from datetime import datetime

from sandbox.core.context import LEARNER, Context
from sandbox.crm.errors import EmptyTask, TaskClosed, TaskInThePast, UnknownPost
from sandbox.crm.models import Customer
from sandbox.crm.privacy_errors import SensitiveWords
from sandbox.crm.privacy_warning import caution_sensitive
from sandbox.crm.tasks import Task, TaskKind, TaskStatus
from sandbox.journal import record, use_case
from sandbox.journal.payloads import TaskCreated, TaskDropped, TaskFinished


@use_case(
    minutes=1,
    emits=(TaskCreated,),
    refuses=(EmptyTask, TaskInThePast, UnknownPost),
    warns=(SensitiveWords,),
)
def create_task(
    ctx: Context,
    *,
    text: str,
    due_at: datetime,
    post: str = LEARNER,
    kind: TaskKind = TaskKind.TO_DO,
    customer: Customer | None = None,
    about: str | None = None,
) -> Task:
    """Note something to do by a company hour, oneself or by the post that it is entrusted to."""
    if not text.strip():
        raise EmptyTask
    if due_at < ctx.now():
        raise TaskInThePast
    if post != LEARNER and ctx.setting.colleague(post) is None:
        raise UnknownPost(post=post)
    task = Task(
        kind=kind,
        text=text.strip(),
        post=post,
        made_by=ctx.actor,
        made_at=ctx.now(),
        due_at=due_at,
        about=(about or "").strip() or None,
    )
    if customer is not None:
        task.customer_id, task.customer = customer.id, customer
    ctx.add(task)
    task.reference = f"TCH-{task.id:06d}"
    caution_sensitive(ctx, text)
    payload = TaskCreated(
        kind=kind,
        post=post,
        customer=_named(task),
        about=task.about,
        due_at=due_at,
        words=len(text.split()),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, task.reference, payload)
    return task


@use_case(minutes=1, emits=(TaskFinished,), refuses=(TaskClosed,))
def finish_task(ctx: Context, task: Task) -> Task:
    """Tick a task off."""
    late = task.overdue(ctx.now())
    task.close(ctx.now(), TaskStatus.DONE)
    record(ctx, task.reference, TaskFinished(task.kind, task.post, _named(task), task.about, late))
    return task


@use_case(emits=(TaskDropped,), refuses=(TaskClosed,))
def drop_task(ctx: Context, task: Task) -> Task:
    """Give up a task that has lost its reason."""
    task.close(ctx.now(), TaskStatus.DROPPED)
    record(ctx, task.reference, TaskDropped(task.kind, task.post, _named(task), task.about))
    return task


def _named(task: Task) -> str | None:
    # A task of nobody's may come from a flush, its relation never loaded.
    if task.customer_id is None or task.customer is None:
        return None
    return task.customer.reference
