"""The trainer's screens, the demonstration class, and what is released of a report."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort, Role
from sandbox.accounts.passwords import matches
from sandbox.core.run import Mode, Run, RunStatus
from sandbox.journal.recording import verify
from sandbox.training.commands import own_address, warm_up
from sandbox.training.demo import COHORT, PEOPLE
from tests.conftest import sign_in
from tests.factories.world import World

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def trainer(app: Flask, session: Session, world: World) -> FlaskClient:
    client = app.test_client()
    client.test_session = session
    return sign_in(client, world.trainer)


@pytest.fixture
def demo(app: Flask, session: Session) -> FlaskClient:
    assert app.test_cli_runner().invoke(args=["demo"]).exit_code == 0
    client = app.test_client()
    client.test_session = session
    return sign_in(client, session.scalars(select(Account).filter_by(login="formateur")).one())


def runs(session: Session, status: RunStatus) -> list[Run]:
    return list(session.scalars(select(Run).where(Run.status == status).order_by(Run.id)))


def test_the_wall_shows_the_class_within_the_budget(
    trainer: FlaskClient, count_sql: Counting
) -> None:
    with count_sql() as seen:
        text = trainer.get("/formateur").text
    assert "Apprenante" in text
    assert "encore commencé" in text
    assert len(seen) <= 12


def test_the_home_of_a_trainer_is_the_class(trainer: FlaskClient) -> None:
    assert trainer.get("/").location == "/formateur"


def test_a_learner_gets_a_code_shown_once(
    trainer: FlaskClient, session: Session, world: World
) -> None:
    path = f"/formateur/classes/{world.learner.cohort_id}/apprenants"
    card = trainer.post(path, data={"name": "Zoé", "login": "zoe"}).text
    account = session.scalars(select(Account).filter_by(login="zoe")).one()
    code = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){2}", card)
    assert code is not None
    assert matches(account.password_hash, code[0])
    assert account.cohort_id == world.learner.cohort_id


def test_a_login_is_given_once(trainer: FlaskClient, world: World) -> None:
    path = f"/formateur/classes/{world.learner.cohort_id}/apprenants"
    answer = trainer.post(path, data={"name": "Double", "login": "apprenante"})
    assert answer.status_code == 422
    assert "déjà pris" in answer.text


def test_a_new_code_ends_open_sessions(
    trainer: FlaskClient, client: FlaskClient, world: World
) -> None:
    assert client.get("/compte").status_code == 200
    trainer.post(f"/formateur/apprenants/{world.learner.id}/code")
    assert client.get("/compte").status_code == 303


def test_a_class_is_opened_under_a_new_name(
    trainer: FlaskClient, session: Session, world: World
) -> None:
    trainer.post("/formateur/classes", data={"name": "Promotion 2027"})
    cohort = session.scalars(select(Cohort).filter_by(name="Promotion 2027")).one()
    assert cohort.trainer_id == world.trainer.id
    assert trainer.post("/formateur/classes", data={"name": "Promotion 2027"}).status_code == 422


def test_the_demonstration_is_made_once(app: Flask, session: Session, demo: FlaskClient) -> None:
    again = app.test_cli_runner().invoke(args=["demo"])
    assert again.exit_code == 0
    assert len(session.scalars(select(Account)).all()) == len(PEOPLE)
    played = runs(session, RunStatus.OPEN)
    assert len(played) == 4
    assert {run.seed for run in played} == {1}
    assert [verify(session, run) for run in played] == [None] * 4


def test_the_demonstration_class_is_on_the_wall(demo: FlaskClient) -> None:
    text = demo.get("/formateur").text
    assert COHORT in text
    assert "Premiers pas" in text


def test_beginning_again_closes_the_old_run_and_opens_a_fresh_one(
    demo: FlaskClient, session: Session
) -> None:
    old = runs(session, RunStatus.OPEN)[0]
    demo.post(f"/formateur/parties/{old.id}/recommencer")
    fresh = runs(session, RunStatus.OPEN)[-1]
    assert session.get_one(Run, old.id).status == RunStatus.CLOSED
    assert (fresh.owner_id, fresh.digest, fresh.seed) == (old.owner_id, old.digest, 2)


def test_a_run_is_given_in_the_mode_chosen(demo: FlaskClient, session: Session) -> None:
    learner = session.scalars(select(Account).filter_by(login="apprenant1")).one()
    path = f"/formateur/apprenants/{learner.id}/parties"
    demo.post(path, data={"scenario": "premiers-pas", "mode": "evaluation"})
    assert runs(session, RunStatus.OPEN)[-1].mode == Mode.ASSESSMENT
    assert demo.post(path, data={"scenario": "../secret"}).status_code == 422
    assert "Premiers pas" in demo.get(f"/formateur/apprenants/{learner.id}").text


def test_in_assessment_the_report_waits_for_the_trainer(
    client: FlaskClient, trainer: FlaskClient, session: Session, world: World
) -> None:
    run = session.merge(world.run)
    run.mode = Mode.ASSESSMENT
    session.commit()
    assert "viendra à la fin" in client.get(f"/parties/{run.id}/bilan").text
    assert "viendra à la fin" not in trainer.get(f"/parties/{run.id}/bilan").text
    trainer.post(f"/formateur/parties/{run.id}/clore")
    assert "viendra à la fin" in client.get(f"/parties/{run.id}/bilan").text
    trainer.post(f"/formateur/parties/{run.id}/jugement/publier")
    assert "Commencer le débriefing" in client.get(f"/parties/{run.id}/bilan").text
    client.post(f"/parties/{run.id}/debriefing/se-situer", data={})
    assert "Commencer le débriefing" not in client.get(f"/parties/{run.id}/bilan").text


def test_a_rule_has_its_page(client: FlaskClient, world: World) -> None:
    base = f"/parties/{world.run.id}/bilan/regles"
    text = client.get(f"{base}/CP4.1/encours-avant-commande").text
    assert all(heading in text for heading in ("Pourquoi", "Mesure", "Conseil"))
    assert client.get(f"{base}/CP9.9/rien").status_code == 404


def test_a_learners_home_gives_the_brief(client: FlaskClient, session: Session) -> None:
    text = client.get("/").text
    assert "Une petite entreprise." in text
    assert "Prendre mon poste" in text


def test_somebody_without_a_run_is_told_to_wait(app: Flask, session: Session) -> None:
    account = Account(login="n", name="N", role=Role.JUROR, password_hash="!", session_key="n")
    session.add(account)
    session.commit()
    assert "Aucune partie ne vous attend" in sign_in(app.test_client(), account).get("/").text


def test_the_server_warms_up_and_knows_its_address(app: Flask) -> None:
    warm_up(app)
    assert own_address()
