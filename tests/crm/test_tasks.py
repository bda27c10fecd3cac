"""Tasks and the diary: noted, entrusted, finished, late."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm import services
from sandbox.crm.errors import EmptyTask, TaskClosed, TaskInThePast, UnknownPost
from sandbox.crm.queries import pulse
from sandbox.crm.tasks import Task, TaskKind
from tests.crm.journal import said
from tests.factories.world import World

Counter = Callable[[], AbstractContextManager[list[str]]]


def noted(ctx: Context, hours: int = 1, **details: object) -> Task:
    due_at = ctx.now() + timedelta(hours=hours)
    return services.create_task(ctx, **{"text": "Rappeler le client", "due_at": due_at} | details)


def test_a_task_says_who_does_what_by_when(ctx: Context, world: World) -> None:
    task = noted(ctx, kind=TaskKind.CALL_BACK, customer=world.customer, about="DE-2026-000001")
    (entry,) = said(ctx.session, "task.created")
    assert task.reference == f"TCH-{task.id:06d}"
    assert (entry["post"], entry["customer"], entry["words"]) == ("learner", "CLI-0001", 3)


def test_a_task_is_finished_once(ctx: Context) -> None:
    task = services.finish_task(ctx, noted(ctx))
    assert said(ctx.session, "task.finished")[0]["late"] is False
    with pytest.raises(TaskClosed):
        services.drop_task(ctx, task)


def test_a_task_past_its_hour_is_counted_until_it_is_done(ctx: Context) -> None:
    task = noted(ctx)
    ctx.run.clock += timedelta(hours=2)
    ctx.session.flush()
    assert pulse(ctx.session, ctx.run).overdue == 1
    services.finish_task(ctx, task)
    assert pulse(ctx.session, ctx.run).overdue == 0
    assert said(ctx.session, "task.finished")[0]["late"] is True


def test_a_task_given_up_leaves_its_trace(ctx: Context) -> None:
    services.drop_task(ctx, noted(ctx, post="director"))
    assert said(ctx.session, "task.dropped")[0]["post"] == "director"


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        ({"text": " "}, EmptyTask),
        ({"hours": -1}, TaskInThePast),
        ({"post": "astronaute"}, UnknownPost),
    ],
)
def test_what_is_no_task_is_refused(
    ctx: Context, details: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        noted(ctx, **details)  # type: ignore[arg-type]


def test_the_diary_takes_a_task_and_shows_it(
    client: FlaskClient, session: Session, base: str, world: World, count_sql: Counter
) -> None:
    typed = {
        "text": "Préparer la visite",
        "kind": "appointment",
        "post": "learner",
        "due_at": "2026-11-03T10:00",
        "customer": "CLI-0001",
    }
    answer = client.post(f"{base}/agenda", data=typed)
    assert answer.status_code == 303
    with count_sql() as statements:
        shown = client.get(f"{base}/agenda?jour=2026-11-05&vue=semaine").text
    assert "Préparer la visite" in shown
    assert len(statements) <= 12, statements
    task = session.query(Task).one()
    assert client.post(f"{base}/agenda/{task.id}/faite").status_code == 303
    assert len(said(session, "task.finished")) == 1


def test_a_past_hour_is_refused_beside_the_field(client: FlaskClient, base: str) -> None:
    typed = {"text": "Trop tard", "kind": "to_do", "post": "learner", "due_at": "2020-01-06T10:00"}
    typed["customer"] = ""
    answer = client.post(f"{base}/agenda", data=typed)
    assert answer.status_code == 422
    assert "déjà passée" in answer.text
    assert 'value="Trop tard"' in answer.text


def test_what_is_to_be_done_is_read_on_the_record(
    client: FlaskClient, ctx: Context, base: str, world: World
) -> None:
    noted(ctx, text="Vérifier le SIRET", customer=world.customer)
    ctx.session.commit()
    assert "Vérifier le SIRET" in client.get(f"{base}/clients/{world.customer.id}").text
