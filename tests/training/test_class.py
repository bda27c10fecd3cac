"""A class before the lesson: lists, cards, the door, scenarios read then given."""

import io
import re

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Role
from sandbox.accounts.passwords import matches
from sandbox.accounts.roster import login_for
from sandbox.accounts.throttle import throttle
from sandbox.core.run import Mode
from sandbox.core.workbooks import Table, to_csv, to_xlsx
from tests.training.classes import ClassAtWork

HEADINGS = ("Nom", "Prénom", "Identifiant")


def send(team: ClassAtWork, content: bytes, name: str = "classe.csv") -> object:
    return team.trainer.post(f"{team.base}/liste", data={"file": (io.BytesIO(content), name)})


def people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Account)) or 0


@pytest.mark.parametrize("write", [to_csv, to_xlsx])
def test_a_list_is_read_line_by_line_before_anything_is_written(
    damaged: ClassAtWork, session: Session, write: object
) -> None:
    before = people(session)
    table = Table("Classe", HEADINGS, [("Étoile", "Anaïs", ""), ("Petit", "Luc", "luc")])
    answer = send(damaged, write(table))  # type: ignore[operator]
    assert answer.status_code == 200
    assert "Anaïs Étoile" in answer.text
    assert "anais.etoile" in answer.text
    assert people(session) == before


def test_each_mistake_is_told_on_its_line_and_nothing_is_half_written(
    damaged: ClassAtWork, session: Session
) -> None:
    before = people(session)
    rows = [("Un", "A", "même"), ("Deux", "B", "apprenant1"), ("Trois", "C", "x.y"), ("", "", "z2")]
    answer = send(damaged, to_csv(Table("Classe", HEADINGS, rows)))
    assert answer.status_code == 422
    assert "lignes à corriger" in answer.text
    for reason in ("sans accent", "« apprenant1 » est déjà pris", "Le nom manque"):
        assert reason in answer.text
    typed = {"number": ["2", "3"], "name": ["A Un", "B Deux"], "login": ["a.un", "apprenant1"]}
    assert damaged.trainer.post(f"{damaged.base}/liste/creer", data=typed).status_code == 422
    assert people(session) == before


def test_corrected_lines_are_sent_again_and_cards_come_out(
    damaged: ClassAtWork, session: Session
) -> None:
    typed = {"number": ["2", "3"], "name": ["Ana Un", ""], "login": ["ana.un", ""]}
    cards = damaged.trainer.post(f"{damaged.base}/liste/creer", data=typed).text
    account = session.scalars(select(Account).filter_by(login="ana.un")).one()
    code = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){2}", cards)
    assert code is not None
    assert matches(account.password_hash, code[0])
    assert (account.cohort_id, account.role) == (damaged.cohort.id, Role.LEARNER)


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"Nom;Identifiant\r\n"])
def test_a_file_that_holds_nobody_is_refused_with_a_sentence(
    damaged: ClassAtWork, content: bytes
) -> None:
    answer = send(damaged, content)
    assert answer.status_code == 422
    assert "Liste non lue" in answer.text


def test_two_people_of_one_name_get_two_logins(damaged: ClassAtWork) -> None:
    rows = [("Awa Diallo",), ("Awa Diallo",)]
    text = send(damaged, to_csv(Table("Classe", ("Nom",), rows))).text
    assert 'value="awa.diallo"' in text
    assert 'value="awa.diallo2"' in text
    assert login_for("Œuvre D'Hïver") == "oeuvre.d.hiver"


def test_cards_are_printed_for_all_with_new_codes(damaged: ClassAtWork) -> None:
    cards = damaged.trainer.post(f"{damaged.base}/cartes").text
    assert len(set(re.findall(r"[a-z2-9]{4}(?:-[a-z2-9]{4}){2}", cards))) == 4


def opened(team: ClassAtWork, session: Session) -> str:
    team.trainer.post(f"{team.base}/porte", data={"open": "1"})
    session.refresh(team.cohort)
    return team.cohort.join_code or ""


def came_in(app: Flask, session: Session, code: str, **other: str) -> tuple[FlaskClient, object]:
    client = app.test_client()
    client.test_session = session
    typed = {"code": code, "name": "Zoé", "login": "zoe", "new": "une phrase à moi"} | other
    return client, client.post("/rejoindre", data=typed)


def test_a_learner_joins_by_the_code_on_the_board(
    damaged: ClassAtWork, app: Flask, session: Session
) -> None:
    code = opened(damaged, session)
    client, answer = came_in(app, session, code.upper().replace("-", " "))
    assert answer.location == "/"
    assert "Aucune partie" in client.get("/").text
    account = session.scalars(select(Account).filter_by(login="zoe")).one()
    assert (account.cohort_id, account.role) == (damaged.cohort.id, Role.LEARNER)
    _, again = came_in(app, session, code)
    assert again.status_code == 422
    assert "déjà pris" in again.text


def test_a_closed_door_lets_nobody_in(damaged: ClassAtWork, app: Flask, session: Session) -> None:
    code = opened(damaged, session)
    damaged.trainer.post(f"{damaged.base}/porte")
    for tried in (code, "", "abcd-efgh"):
        assert came_in(app, session, tried)[1].status_code == 422
    assert session.scalar(select(Account).filter_by(login="zoe")) is None


def test_trying_codes_is_slowed_down(damaged: ClassAtWork, app: Flask, session: Session) -> None:
    throttle.reset()
    try:
        for _ in range(40):
            came_in(app, session, "abcd-efgh")
        assert "Trop d&#39;essais" in came_in(app, session, opened(damaged, session))[1].text
    finally:
        throttle.reset()


def test_a_scenario_is_read_before_it_is_given(damaged: ClassAtWork) -> None:
    page = damaged.trainer.get("/formateur/scenarios/livraison-abimee").text
    for told in ("Marchandise abîmée à notre quai", "9:30", "Fausses alertes : 2 sur 6", "CP2.1"):
        assert told in page
    assert "Ce qu’on attend" in damaged.trainer.get("/formateur/scenarios/impayes/consigne").text
    sheet = damaged.trainer.get("/formateur/scenarios/livraison-abimee/corrige").text
    assert "Bonne réaction" in sheet
    assert damaged.trainer.get("/formateur/scenarios/..%2Fsecret").status_code == 404


@pytest.mark.parametrize("sheet", ["", "/corrige", "/consigne"])
def test_no_learner_ever_sees_the_answers(damaged: ClassAtWork, sheet: str) -> None:
    learner = damaged.browser("apprenant1")
    assert learner.get(f"/formateur/scenarios/livraison-abimee{sheet}").status_code == 403


def test_a_scenario_given_to_the_class_waits_for_the_signal(damaged: ClassAtWork) -> None:
    form = {"scenario": "impayes", "mode": "evaluation", "waits": "1"}
    damaged.trainer.post(f"{damaged.base}/parties", data=form)
    fresh = [run for run in damaged.open_runs() if run.scenario == "impayes"]
    assert [(run.paused, run.seed, run.mode) for run in fresh] == [(True, 1, "evaluation")] * 4
    damaged.trainer.post(f"{damaged.base}/parties", data=form)
    assert len([run for run in damaged.open_runs() if run.scenario == "impayes"]) == 4
    damaged.trainer.post(f"{damaged.base}/pause")
    assert not any(run.paused for run in damaged.open_runs())


def test_an_assessment_begun_again_has_the_same_luck(damaged: ClassAtWork) -> None:
    form = {"scenario": "impayes", "mode": Mode.ASSESSMENT.value}
    damaged.trainer.post(f"{damaged.base}/parties", data=form)
    first = damaged.open_runs()[-1]
    damaged.trainer.post(f"/formateur/parties/{first.id}/recommencer")
    again = damaged.open_runs()[-1]
    assert (again.seed, again.mode) == (first.seed, Mode.ASSESSMENT)
    assert again.id != first.id


ONLY_HERE = "Cette adresse ne vaut que sur ce poste"


def test_an_address_that_only_this_machine_knows_is_said_to_be_so(
    damaged: ClassAtWork, session: Session
) -> None:
    opened(damaged, session)
    assert ONLY_HERE in damaged.trainer.get(damaged.base).text
    assert ONLY_HERE in damaged.trainer.post(f"{damaged.base}/cartes").text


@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1:8000", True), ("192.168.1.20", False)])
def test_the_address_of_the_room_is_left_in_peace(app: Flask, host: str, warned: bool) -> None:
    with app.test_request_context(base_url=f"http://{host}"):
        assert (ONLY_HERE in render_template("training/_only_here.html")) is warned
