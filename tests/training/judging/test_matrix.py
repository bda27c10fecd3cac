"""The class matrix: where each stands, down to the proof; most missed; two runs side by side."""

import io
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort, Role
from sandbox.core.run import Mode, Run
from sandbox.evaluation.judgement.parameters import read_parameters
from sandbox.training.judging.matrix import matrix_of
from tests.conftest import sign_in
from tests.factories.world import World, make_account
from tests.training.classes import ClassAtWork

Counting = Callable[[], AbstractContextManager[list[str]]]
BUDGET = 12
WHOLE_CLASS = 30


@pytest.fixture
def base(world: World) -> str:
    return f"/formateur/classes/{world.learner.cohort_id}"


@pytest.fixture
def cell(world: World) -> str:
    return f"/formateur/apprenants/{world.learner.id}/criteres"


def test_a_cell_leads_to_the_finding_and_its_proofs(
    trainer: FlaskClient, base: str, cell: str, run: Run, finding: str
) -> None:
    code = finding.partition("/")[0]
    assert f"{cell}/{code}" in trainer.get(f"{base}/matrice").text
    text = trainer.get(f"{cell}/{code}").text
    assert "Manqué" in text
    assert f"/parties/{run.id}/" in text
    assert "Procédure : " in text
    assert trainer.get(f"{cell}/CP9.9").status_code == 404


def test_a_decision_fills_the_cell(
    trainer: FlaskClient, base: str, cell: str, decided: str
) -> None:
    assert "CP4.1 Acquis, décidé" in trainer.get(f"{base}/matrice").text
    assert "Vu en atelier." in trainer.get(f"{cell}/CP4.1").text


@pytest.fixture
def decided(trainer: FlaskClient, world: World, run: Run) -> str:
    word = {"criterion": "CP4.1", "level": "acquired", "reason": "Vu en atelier."}
    trainer.post(f"/formateur/apprenants/{world.learner.id}/decisions", data=word)
    return "CP4.1"


def test_the_most_missed_occasions_name_their_learners(
    trainer: FlaskClient, session: Session, base: str, world: World, finding: str
) -> None:
    cohort = session.get_one(Cohort, world.learner.cohort_id)
    missed = matrix_of(session, cohort, read_parameters()).missed
    own = next(one for one in missed if one.rule == finding.partition("@")[0])
    assert [one.id for one in own.missed_by] == [world.learner.id]
    assert own.had == 1
    assert own.title in trainer.get(f"{base}/matrice").text


def test_the_matrix_leaves_as_a_workbook_that_runs_nothing(
    trainer: FlaskClient, session: Session, base: str, world: World, decided: str
) -> None:
    session.get_one(Account, world.learner.id).name = "=1+1"
    session.commit()
    answer = trainer.get(f"{base}/matrice.xlsx")
    book = load_workbook(io.BytesIO(answer.data))
    names = [cell.value for cell in book.worksheets[0]["A"]]
    assert "'=1+1" in names
    assert book.sheetnames[1:] == ["Détail", "Occasions manquées"]
    assert any("Vu en atelier." in row for row in book["Détail"].iter_rows(values_only=True))


def test_two_runs_are_set_side_by_side(app: Flask, session: Session, damaged: ClassAtWork) -> None:
    first, second, *_ = damaged.numbers
    text = damaged.trainer.get(f"{damaged.base}/comparer?a={first}&b={second}").text
    assert "Critères et constats" in text
    assert damaged.learners[0].name in text
    assert damaged.trainer.get(f"{damaged.base}/comparer").status_code == 200
    assert damaged.trainer.get(f"{damaged.base}/comparer?a={first}&b=99999").status_code == 403


def test_runs_of_two_scenarios_do_not_compare(damaged: ClassAtWork, session: Session) -> None:
    mine = select(Run).where(Run.owner_id == damaged.learners[0].id)
    other = session.scalars(mine.where(Run.scenario != "livraison-abimee")).one()
    address = f"{damaged.base}/comparer?a={damaged.numbers[0]}&b={other.id}"
    assert damaged.trainer.get(address).status_code == 422


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEARNER, Role.JUROR])
def test_nobody_else_sees_the_class(
    app: Flask, session: Session, base: str, cell: str, role: Role
) -> None:
    other = make_account(session, "autre", role)
    session.commit()
    client = sign_in(app.test_client(), other)
    for address in (f"{base}/matrice", f"{base}/matrice.xlsx", f"{base}/comparer", f"{cell}/CP1.1"):
        assert client.get(address).status_code == 403


def test_an_administrator_sees_every_class(administrator: FlaskClient, base: str) -> None:
    assert administrator.get(f"{base}/matrice").status_code == 200


def test_thirty_learners_cost_no_more_statements_than_one(
    trainer: FlaskClient,
    session: Session,
    base: str,
    cell: str,
    run: Run,
    world: World,
    count_sql: Counting,
) -> None:
    for number in range(WHOLE_CLASS - 1):
        learner = make_account(session, f"classe{number}", Role.LEARNER)
        learner.cohort_id = world.learner.cohort_id
        own = {c.key: getattr(run, c.key) for c in Run.__table__.columns if c.key != "id"}
        session.add(Run(**{**own, "owner_id": learner.id, "mode": Mode.TRAINING}))
    session.commit()
    with count_sql() as seen:
        text = trainer.get(f"{base}/matrice").text
    assert len(seen) <= BUDGET
    assert text.count("CP1.1 Non observé, proposé") == WHOLE_CLASS
    started = time.perf_counter()
    trainer.get(f"{base}/matrice")
    assert time.perf_counter() - started < 2
    with count_sql() as seen:
        trainer.get(f"{cell}/CP1.1")
    assert len(seen) <= BUDGET
