"""The trainer's word: on one finding, and on a criterion across runs."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.evaluation.judgement.parameters import FILE, read_parameters
from sandbox.evaluation.judgement.rollup import Level
from sandbox.evaluation.report import Verdict
from sandbox.training.judging.progress import progress_of
from sandbox.training.judging.queries import stream_of
from tests.factories.world import World

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def path(run: Run) -> str:
    return f"/formateur/parties/{run.id}/jugement"


@pytest.fixture
def decisions(world: World) -> str:
    return f"/formateur/apprenants/{world.learner.id}/decisions"


def test_a_person_replaces_the_machine_with_a_reason(
    trainer: FlaskClient, path: str, finding: str
) -> None:
    word = {"finding": finding, "outcome": "met", "reason": "Vu sur papier."}
    assert trainer.post(f"{path}/constat", data={**word, "reason": ""}).status_code == 422
    assert trainer.post(f"{path}/constat", data=word).status_code == 303
    assert "Revu par un formateur (la machine disait « Manqué »)" in trainer.get(path).text


def seen(session: Session, world: World, code: str):
    own = progress_of(session, world.learner, read_parameters())
    return next(one for one in own if one.code == code)


def test_an_override_comes_before_the_roll_up(
    trainer: FlaskClient, session: Session, path: str, world: World, finding: str
) -> None:
    code = finding.partition("/")[0]
    before = seen(session, world, code)
    word = {"finding": finding, "outcome": "no_occasion", "reason": "Panne de courant."}
    trainer.post(f"{path}/constat", data=word)
    after = seen(session, world, code)
    assert before.runs[0].verdict == Verdict.MISSED
    assert after.proposal.opportunities == before.proposal.opportunities - 1


def test_a_comment_is_read_by_the_learner(
    trainer: FlaskClient, client: FlaskClient, path: str, run: Run
) -> None:
    trainer.post(f"{path}/commentaire", data={"criterion": "CP1.1", "reason": "Pensez au stock."})
    for step, data in (("se-situer", {}), ("questions", {"what": "a", "why": "b", "next": "c"})):
        client.post(f"/parties/{run.id}/debriefing/{step}", data=data)
    assert "Pensez au stock." in client.get(f"/parties/{run.id}/debriefing/constats").text


def test_the_machine_proposes_and_the_trainer_decides(
    trainer: FlaskClient, session: Session, decisions: str, run: Run
) -> None:
    text = trainer.get(decisions).text
    assert "Non observé" in text
    word = {"criterion": "CP4.1", "level": "acquired"}
    assert trainer.post(decisions, data=word).status_code == 422
    assert trainer.post(decisions, data={**word, "reason": "Vu en atelier."}).status_code == 303
    decided = stream_of(session, run.id).entries[-1]
    assert decided.data == {"level": "acquired", "proposed": "not_observed", "runs": [run.id]}
    assert "Vu en atelier." in trainer.get(decisions).text


def test_agreeing_with_the_machine_needs_no_reason(trainer: FlaskClient, decisions: str, run: Run):
    word = {"criterion": "CP4.2", "level": "not_observed"}
    assert trainer.post(decisions, data=word).status_code == 303
    assert trainer.post(decisions, data={**word, "level": "perfect"}).status_code == 422
    assert trainer.post(decisions, data={**word, "criterion": "CP9.9"}).status_code == 422


def test_a_decision_says_when_the_proposal_has_moved_since(
    trainer: FlaskClient, session: Session, decisions: str, world: World, run: Run
) -> None:
    trainer.post(decisions, data={"criterion": "CP4.1", "level": "not_observed"})
    decided = seen(session, world, "CP4.1")
    assert decided.decided == Level.NOT_OBSERVED
    assert not decided.is_stale
    figures = replace(read_parameters(), opportunities=1)
    loose = next(p for p in progress_of(session, world.learner, figures) if p.code == "CP4.1")
    assert loose.is_stale


def test_somebody_who_played_nothing_has_nothing_to_decide(
    trainer: FlaskClient, session: Session, world: World, decisions: str
) -> None:
    session.get_one(Run, world.run.id).owner_id = None
    answer = trainer.post(decisions, data={"criterion": "CP4.1", "level": "not_observed"})
    assert answer.status_code == 422


def test_a_centre_puts_its_figures_in_the_instance(
    trainer: FlaskClient, app: Flask, decisions: str, run: Run
) -> None:
    own = Path(app.instance_path) / "evaluation.yaml"
    text = FILE.read_text(encoding="utf-8").replace("opportunities: 3", "opportunities: 7")
    own.write_text(text, encoding="utf-8")
    read_parameters.cache_clear()
    assert "7 occasions au moins" in trainer.get(decisions).text
    own.unlink()
    read_parameters.cache_clear()


@pytest.mark.parametrize("page", ["path", "decisions"])
def test_the_screens_keep_within_the_budget(
    trainer: FlaskClient, run: Run, page: str, request: pytest.FixtureRequest, count_sql: Counting
) -> None:
    address = request.getfixturevalue(page)
    with count_sql() as seen:
        assert trainer.get(address).status_code == 200
    assert len(seen) <= 12
