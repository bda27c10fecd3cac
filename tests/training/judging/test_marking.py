"""The marking queue: texts written by hand, without names, twenty at a time."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.accounts.models import Cohort
from sandbox.core.context import Context
from sandbox.crm.models import Message
from sandbox.crm.services import send_message
from sandbox.training.judging import marking
from sandbox.training.judging.marking import pairs_by_item, queue_of
from sandbox.training.judging.queries import stream_of, text_of, texts_of
from tests.factories.world import World

GRID = {"tone": "2", "register": "3", "listening": "1", "reason": "Clair."}


@pytest.fixture
def address(letter: Message) -> str:
    return f"/formateur/corrections/{letter.run_id}/{letter.id}"


def cohort_of(world: World, session: Session) -> Cohort:
    return session.get_one(Cohort, world.learner.cohort_id)


def test_the_queue_holds_free_texts_and_no_name(
    trainer: FlaskClient, world: World, letter: Message
) -> None:
    text = trainer.get("/formateur/corrections").text
    assert "Votre date" in text
    assert world.learner.name not in text
    assert "1\u00a0texte à lire" in text


def test_a_letter_that_an_act_sends_is_not_a_text(
    session: Session, ctx: Context, letter: Message
) -> None:
    row = session.merge(letter)
    assert text_of(session, row.run_id, row.id) is not None
    auto = Message(
        **{c.key: getattr(row, c.key) for c in Message.__table__.columns if c.key != "id"}
    )
    auto.reference = "MSG-999999"
    auto.id = 999999
    session.add(auto)
    session.flush()
    assert text_of(session, row.run_id, 999999) is None


def test_a_text_comes_with_aids_and_no_mark(trainer: FlaskClient, address: str) -> None:
    text = trainer.get(address).text
    assert "18 novembre" in text
    assert "jamais une note" in text
    assert "Anglais (B1)" not in text


def test_english_is_asked_of_an_english_exchange(trainer: FlaskClient, ctx: Context) -> None:
    body = "Dear Sir, thank you for your order. We will deliver on 4 November. Kind regards"
    sent = send_message(ctx, to="customer:CLI-0001", subject="Order", body=body)
    assert "Anglais (B1)" in trainer.get(f"/formateur/corrections/{sent.run_id}/{sent.id}").text


def test_rating_leads_to_the_next_text(
    trainer: FlaskClient, ctx: Context, address: str, session: Session, world: World
) -> None:
    second = send_message(ctx, to="customer:CLI-0001", subject="Suite", body="Bonjour, merci.")
    answer, cohort = trainer.post(address, data=GRID), str(world.learner.cohort_id)
    assert answer.location.endswith(f"/{second.id}")
    assert trainer.post(answer.location, data=GRID).location.endswith(
        "corrections?classe=" + cohort
    )
    said = stream_of(session, second.run_id).entries[0]
    assert said.data == {"tone": 2, "register": 3, "listening": 1}


def test_a_grid_without_a_level_is_refused(trainer: FlaskClient, address: str) -> None:
    assert trainer.post(address, data={"tone": "", "reason": "Bof."}).status_code == 422
    assert trainer.post(address, data={"tone": "9"}).status_code == 422
    assert trainer.get(address + "99").status_code == 404


def test_the_learner_reads_what_is_published_and_not_before(
    trainer: FlaskClient, client: FlaskClient, world: World, address: str
) -> None:
    base = f"/parties/{world.run.id}/debriefing"
    client.post(f"{base}/se-situer", data={})
    client.post(f"{base}/questions", data={"what": "a", "why": "b", "next": "c"})
    trainer.post(address, data=GRID)
    assert "Clair." not in client.get(f"{base}/constats").text
    trainer.post(f"/formateur/classes/{world.learner.cohort_id}/corrections/publier")
    text = client.get(f"{base}/constats").text
    assert "Clair." in text
    assert "Ton : satisfaisant" in text


def test_two_readers_do_not_see_each_other(
    trainer: FlaskClient, administrator: FlaskClient, session: Session, address: str, world: World
) -> None:
    trainer.post(address, data=GRID)
    assert "Clair." not in administrator.get(address).text
    administrator.post(address, data={**GRID, "tone": "3"})
    pairs = pairs_by_item([stream_of(session, world.run.id)])
    assert pairs["tone"] == [(2, 3)]
    assert pairs["register"] == [(3, 3)]
    assert pairs["english"] == []


def test_nothing_is_said_of_one_text_read_twice(
    trainer: FlaskClient, administrator: FlaskClient, address: str
) -> None:
    trainer.post(address, data=GRID)
    administrator.post(address, data=GRID)
    text = trainer.get("/formateur/accord").text
    assert "Moins de 30 textes : rien n’est dit." in text
    assert "1,00" not in text


def test_thirty_texts_speak(
    trainer: FlaskClient, administrator: FlaskClient, ctx: Context, world: World
) -> None:
    for number in range(30):
        sent = send_message(ctx, to="customer:CLI-0001", subject=str(number), body="Bonjour.")
        path = f"/formateur/corrections/{sent.run_id}/{sent.id}"
        for reader in (trainer, administrator):
            reader.post(path, data={"tone": str(number % 3)})
    text = trainer.get("/formateur/accord").text
    assert text.count("1,00") == 6
    assert text.count("rien n’est dit") == 3


def test_the_queue_goes_by_twenties(
    session: Session, ctx: Context, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "BATCH", 2)
    for number in range(3):
        send_message(ctx, to="customer:CLI-0001", subject=str(number), body="Bonjour.")
    ctx.session.commit()
    queue = queue_of(session, cohort_of(world, session), world.trainer.id)
    assert (len(queue.batch), queue.to_rate) == (2, 3)
    assert len(texts_of(session, cohort_of(world, session))) == 3


def test_the_screens_keep_within_the_budget(trainer: FlaskClient, address: str, count_sql) -> None:
    for path in ("/formateur/corrections", address, "/formateur/accord"):
        with count_sql() as seen:
            assert trainer.get(path).status_code == 200
        assert len(seen) <= 12
    with count_sql() as seen:
        trainer.post(address, data=GRID)
    assert len(seen) <= 12
