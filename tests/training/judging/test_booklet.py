"""The booklet: frozen when released, never changed by what is decided later."""

import hashlib
import io
import json

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Role
from sandbox.core.context import Context
from sandbox.core.run import Run
from sandbox.crm.models import Message
from sandbox.training.judging import services
from sandbox.training.judging.booklet import booklet_of
from sandbox.training.judging.queries import stream_of
from tests.conftest import sign_in
from tests.documents.reading import pages
from tests.factories.world import World, make_account
from tests.training.judging.conftest import by_trainer

SIMULATED = "Données simulées : ne remplace pas la période en entreprise"


@pytest.fixture
def base(world: World) -> str:
    return f"/formateur/apprenants/{world.learner.id}"


def decide(trainer: FlaskClient, base: str, reason: str) -> None:
    word = {"criterion": "CP4.1", "level": "acquired", "reason": reason}
    assert trainer.post(f"{base}/decisions", data=word).status_code == 303


@pytest.fixture
def released(
    trainer: FlaskClient, base: str, run: Run, letter: Message, ctx: Context, world: World
):
    """A decision with a reason, an observation, a text read; then released."""
    who = by_trainer(world)
    services.observe(ctx.session, run.id, who, criterion="CP4.1", sentence="Vérifie à voix haute.")
    services.rate_text(
        ctx.session, run.id, who, text=letter.reference, levels={"tone": 3}, sentence="Clair."
    )
    ctx.session.commit()
    decide(trainer, base, "=Vu en atelier.")
    assert trainer.post(f"{base}/livret").status_code == 303
    return f"{base}/livret/1"


def test_nothing_is_released_without_a_decision(trainer: FlaskClient, base: str, run: Run) -> None:
    assert trainer.get(f"{base}/livret").status_code == 200
    answer = trainer.post(f"{base}/livret")
    assert answer.status_code == 422
    assert "Décidez d&#39;abord" in answer.text


def test_the_pdf_says_it_all_on_pages_that_say_simulated(
    trainer: FlaskClient, released: str, run: Run, world: World
) -> None:
    answer = trainer.get(f"{released}.pdf")
    assert answer.content_type == "application/pdf"
    sheets = pages(answer.data)
    assert all(SIMULATED in sheet for sheet in sheets)
    text = " ".join(sheets)
    for said in (
        world.learner.name,
        world.trainer.name,
        run.digest[:8],
        str(run.seed),
        "CP3.5",
        "=Vu en atelier.",
        "Vérifie à voix haute.",
        "Ton : très satisfaisant",
        "LE FORMATEUR",
        "L’APPRENANT",
    ):
        assert said in text


def test_a_later_decision_changes_nothing_of_what_was_released(
    trainer: FlaskClient, base: str, released: str
) -> None:
    before = [trainer.get(f"{released}.{kind}").data for kind in ("pdf", "json")]
    decide(trainer, base, "Finalement, très sûr.")
    assert [trainer.get(f"{released}.{kind}").data for kind in ("pdf", "json")] == before
    trainer.post(f"{base}/livret")
    again = json.loads(trainer.get(f"{base}/livret/2.json").data)
    assert "Finalement, très sûr." in {one["reason"] for one in again["criteria"]}
    assert "Version 2" in trainer.get(f"{base}/livret").text


def test_the_fingerprint_stands_in_the_chain_and_tells_a_change(
    trainer: FlaskClient, session: Session, base: str, released: str, run: Run, world: World
) -> None:
    found = booklet_of(session, world.learner.id, 1)
    chained = stream_of(session, run.id).release("booklet")
    assert chained.data["sha256"] == hashlib.sha256(found.content.encode()).hexdigest()
    assert chained.data["pdf"] == hashlib.sha256(found.pdf).hexdigest()
    assert "Intact" in trainer.get(f"{base}/livret").text
    found.content = found.content.replace("atelier", "rêve")
    session.commit()
    assert "Altéré" in trainer.get(f"{base}/livret").text


def test_the_workbook_runs_nothing(trainer: FlaskClient, released: str) -> None:
    book = load_workbook(io.BytesIO(trainer.get(f"{released}.xlsx").data))
    rows = list(book["Critères"].iter_rows(values_only=True))
    assert any("'=Vu en atelier." in row for row in rows)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)
    assert trainer.get(f"{released}.docx").status_code == 404


def test_a_learner_reads_their_own_and_nobody_elses(
    app: Flask, session: Session, client: FlaskClient, released: str, world: World
) -> None:
    assert "Version 1" in client.get("/mon-livret").text
    assert client.get("/mon-livret/1.pdf").data.startswith(b"%PDF")
    assert client.get(f"{released}.pdf").status_code == 403
    other = make_account(session, "autre", Role.LEARNER)
    session.commit()
    theirs = sign_in(app.test_client(), other)
    assert "Rien encore" in theirs.get("/mon-livret").text
    assert theirs.get("/mon-livret/1.pdf").status_code == 404


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEARNER])
def test_a_stranger_neither_reads_nor_releases(
    app: Flask, session: Session, base: str, released: str, role: Role
) -> None:
    other: Account = make_account(session, "voisine", role)
    session.commit()
    client = sign_in(app.test_client(), other)
    assert client.get(f"{base}/livret").status_code == 403
    assert client.post(f"{base}/livret").status_code == 403
    assert client.get(f"{released}.json").status_code == 403
