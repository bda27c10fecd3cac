"""The debriefing: oneself first, then the run, the customer, three questions, findings last."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.run import Mode, Run
from sandbox.training.judging import services
from sandbox.training.judging.debriefing import STEPS
from sandbox.training.judging.queries import stream_of
from tests.factories.world import World
from tests.training.judging.conftest import QUESTIONS, said

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def base(run: Run) -> str:
    return f"/parties/{run.id}/debriefing"


def opened(client: FlaskClient, base: str) -> list[str]:
    return [name for name in STEPS if client.get(f"{base}/{name}").status_code == 200]


def go_through(client: FlaskClient, base: str) -> None:
    client.post(f"{base}/se-situer", data={"CP4.1": "met"})
    client.post(f"{base}/questions", data=QUESTIONS)


def test_nothing_is_shown_before_one_has_said_how_one_did(client: FlaskClient, base: str) -> None:
    assert opened(client, base) == ["se-situer"]
    text = client.get(base).text
    assert "comment pensez-vous" in text
    assert "crit-missed" not in text


def test_findings_come_after_the_three_questions(client: FlaskClient, base: str) -> None:
    client.post(f"{base}/se-situer", data={"CP4.1": "met"})
    assert opened(client, base) == ["se-situer", "deroule", "client", "questions"]
    client.post(f"{base}/questions", data=QUESTIONS)
    assert opened(client, base) == list(STEPS)


def test_the_timeline_tells_occasions_without_judging_them(client: FlaskClient, base: str) -> None:
    go_through(client, base)
    before = client.get(f"{base}/deroule").text
    assert 'class="mark missed"' not in before
    assert 'class="mark event"' in before
    assert 'class="mark missed"' in client.get(f"{base}/constats").text


def test_the_gap_with_the_self_rating_is_said(client: FlaskClient, base: str) -> None:
    go_through(client, base)
    text = client.get(f"{base}/constats").text
    assert "Vous vous voyiez plus haut que le constat." in text
    assert "Vous ne saviez pas" in text


def test_a_finding_leads_to_its_moment_its_rule_and_the_procedure(
    client: FlaskClient, base: str, run: Run
) -> None:
    go_through(client, base)
    text = client.get(f"{base}/constats").text
    assert re.search(rf'href="/parties/{run.id}/journal/\d+"[^>]*>Commande enregistrée</a>', text)
    assert "/bilan/regles/CP4.1/" in text
    assert f"/parties/{run.id}/procedures#delais" in text


def test_the_customers_side_shows_letters_and_waits(
    client: FlaskClient, base: str, world: World
) -> None:
    go_through(client, base)
    assert world.customer.name in client.get(f"{base}/client").text


def test_a_finding_is_contested_and_the_answer_is_read(
    client: FlaskClient, trainer: FlaskClient, base: str, run: Run, finding: str
) -> None:
    go_through(client, base)
    client.post(f"{base}/contester", data={"finding": finding, "reason": "Accord oral."})
    assert "En attente de la réponse" in client.get(f"{base}/constats").text
    path = f"/formateur/parties/{run.id}/jugement"
    assert "Accord oral." in trainer.get(path).text
    trainer.post(f"{path}/reponse", data={"finding": finding, "reason": "Pas de trace écrite."})
    text = client.get(f"{base}/constats").text
    assert "Pas de trace écrite." in text
    assert "En attente de la réponse" not in text


def test_one_does_not_contest_what_one_has_not_read(
    client: FlaskClient, base: str, finding: str
) -> None:
    answer = client.post(f"{base}/contester", data={"finding": finding, "reason": "Non."})
    assert answer.status_code == 422


def test_empty_answers_are_refused(client: FlaskClient, base: str) -> None:
    client.post(f"{base}/se-situer", data={})
    assert client.post(f"{base}/questions", data={"what": "x"}).status_code == 422
    assert client.post(f"{base}/engagement", data={"reason": " "}).status_code == 422
    assert client.get(f"{base}/nulle-part").status_code == 404


def test_the_next_debriefing_asks_whether_the_commitment_was_kept(
    client: FlaskClient, session: Session, world: World, base: str
) -> None:
    first = world.run.id
    client.post(f"{base}/engagement", data={"reason": "Regarder l'encours d'abord."})
    fields = {c.key: getattr(world.run, c.key) for c in Run.__table__.columns if c.key != "id"}
    fresh = Run(**{**fields, "head_hash": "", "entry_seq": 0})
    session.add(fresh)
    session.commit()
    path = f"/parties/{fresh.id}/debriefing"
    assert "encours d&#39;abord" in client.get(path).text
    client.post(f"{path}/engagement/tenu", data={"kept": "partly"})
    kept = stream_of(session, fresh.id).entries[-1].data
    assert kept == {"run": first, "seq": 1, "kept": "partly"}


def test_there_is_nothing_to_keep_without_a_commitment(client: FlaskClient, base: str) -> None:
    assert client.post(f"{base}/engagement/tenu", data={"kept": "met"}).status_code == 404


def test_in_assessment_only_the_self_rating_is_open_until_the_release(
    client: FlaskClient, trainer: FlaskClient, session: Session, base: str, run: Run
) -> None:
    session.get_one(Run, run.id).mode = Mode.ASSESSMENT
    go_through(client, base)
    assert opened(client, base) == ["se-situer"]
    assert "Rien avant la publication" in client.get(f"/parties/{run.id}/fin-de-journee").text
    trainer.post(f"/formateur/parties/{run.id}/jugement/publier")
    assert opened(client, base) == list(STEPS)


def test_a_trainer_sees_every_step_and_writes_in_none(trainer: FlaskClient, base: str) -> None:
    assert opened(trainer, base) == list(STEPS)
    assert trainer.post(f"{base}/questions", data=QUESTIONS).status_code == 403


@pytest.mark.parametrize("name", STEPS)
def test_each_step_keeps_within_the_budget(
    client: FlaskClient, session: Session, world: World, base: str, name: str, count_sql: Counting
) -> None:
    services.rate_oneself(session, world.run.id, said(world), {})
    services.answer_questions(session, world.run.id, said(world), QUESTIONS)
    session.commit()
    with count_sql() as seen:
        assert client.get(f"{base}/{name}").status_code == 200
    assert len(seen) <= 12
