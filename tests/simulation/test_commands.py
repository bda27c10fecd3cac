"""Commands of those who write scenarios and plays, and the button that moves the clock."""

import json
import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.simulation.files import names, read_scenario
from sandbox.simulation.sheets import preview
from sandbox.simulation.world import fresh_run
from tests.conftest import World, sign_in

PLAYS = SCENARIOS / "plays" / "premiers-pas"


@pytest.fixture
def folder(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    monkeypatch.setitem(app.config, "SCENARIOS", copy)
    return copy


def run(app: Flask, *words: object) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=[str(word) for word in words])
    return result.exit_code, result.output


def test_check_says_that_all_is_in_order(app: Flask, folder: Path) -> None:
    code, said = run(app, "scenario", "check")
    assert code == 0
    assert "tout est en ordre" in said
    for file in (
        *("companies/hevea.yaml", "companies/cardan/customers.yaml"),
        *("dialogues/post.yaml", "plays/premiers-pas/modele.yaml"),
    ):
        assert run(app, "scenario", "check", folder / file)[0] == 0


def test_check_tells_every_mistake(app: Flask, folder: Path) -> None:
    file = folder / "premiers-pas.yaml"
    file.write_text(file.read_text("utf-8").replace("mode: decouverte", "mode: facile"), "utf-8")
    code, said = run(app, "scenario", "check", file)
    assert code == 1
    assert said.startswith("scenarios/premiers-pas.yaml, ligne 6, clé « mode » : ")


def test_new_makes_a_scenario_that_is_in_order(app: Flask, folder: Path) -> None:
    assert run(app, "scenario", "new", "essai")[0] == 0
    assert run(app, "scenario", "check", folder / "essai.yaml")[0] == 0
    assert run(app, "scenario", "new", "essai")[0] == 1
    assert run(app, "scenario", "new", "../dehors")[0] == 1


def test_schema_names_what_may_be_written(app: Flask) -> None:
    code, said = run(app, "scenario", "schema")
    scenario = json.loads(said)["scenario"]
    assert code == 0
    assert "from" in scenario["properties"]["story"]["items"]["properties"]["message"]["properties"]
    assert "starts_at" in scenario["required"]


def test_play_keeps_its_promises_and_says_so_in_json(app: Flask) -> None:
    code, said = run(app, "play", PLAYS / "refuse-apres-direction.yaml", "--json")
    answer = json.loads(said)
    assert code == 0
    assert (answer["format"], answer["scenario"], answer["seed"]) == (1, "premiers-pas", 42)
    assert set(answer["journal"]) == {"entries", "head_hash"}
    assert answer["criteria"]["CP4.1"]["verdict"] == "met"


def test_play_fails_when_a_promise_is_broken(app: Flask, tmp_path: Path) -> None:
    text = (PLAYS / "refuse-apres-direction.yaml").read_text("utf-8")
    file = tmp_path / "optimiste.yaml"
    file.write_text(text.replace("status: declined", "status: recorded"), "utf-8")
    assert run(app, "play", file)[0] == 1


def test_play_refuses_a_bad_file(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "faux.yaml"
    file.write_text("play: 1\n", "utf-8")
    code, said = run(app, "play", file)
    assert code == 2
    assert "la clé « scenario » manque" in said


@pytest.fixture
def browser(app: Flask, session: Session, world: World) -> FlaskClient:
    session.add(world.learner)
    played = fresh_run(session, "premiers-pas", seed=42, owner_id=world.learner.id)
    session.commit()
    client = app.test_client()
    client.test_session = session
    client.environ_base["SCRIPT_RUN"] = str(played.id)
    return sign_in(client, world.learner)


def advance(browser: FlaskClient, until: str) -> tuple[int, list[tuple[str, str]]]:
    run_id = browser.environ_base["SCRIPT_RUN"]
    answer = browser.post(f"/parties/{run_id}/avancer", data={"until": until})
    with browser.session_transaction() as cookie:
        return answer.status_code, cookie.get("_flashes", [])


@pytest.mark.parametrize(
    ("until", "news"),
    [
        ("next", "Nouveau : 1 message."),
        ("hour", "Nouveau : 1 message."),
        ("tomorrow", "Nouveau : 3 messages, 1 commande, 1 ligne de banque."),
        ("2026-11-02T08:40", "Rien de nouveau."),
    ],
)
def test_advancing_says_what_is_new(browser: FlaskClient, until: str, news: str) -> None:
    status, flashes = advance(browser, until)
    assert status == 303
    assert [text.replace("\u00a0", " ") for _, text in flashes] == [news]


@pytest.mark.parametrize("until", ["bientôt", "2026-11-01T08:00"])
def test_an_impossible_moment_is_refused(browser: FlaskClient, until: str) -> None:
    assert advance(browser, until)[0] == 422


def test_check_says_the_share_of_false_alarms(app: Flask, folder: Path) -> None:
    _, said = run(app, "scenario", "check")
    assert "Catalogue. Fausses alertes : 9 sur 35 (26 %)." in said
    assert run(app, "scenario", "check", folder / "incidents" / "annulation.yaml")[0] == 0


def test_preview_tells_the_days_ahead(app: Flask) -> None:
    code, said = run(app, "scenario", "preview", "retard-et-rupture")
    assert code == 0
    assert "## Mardi 3 novembre 2026" in said
    assert "Gardé par le formateur" in said
    assert run(app, "scenario", "preview", "inconnu")[0] == 1


def test_the_brief_and_the_answers_are_printed(app: Flask) -> None:
    _, brief = run(app, "scenario", "print", "impayes")
    _, answers = run(app, "scenario", "print", "impayes", "--corrige")
    assert "Ce qu'on attend de vous" in brief
    assert "Corrigé" not in brief
    assert "### 30. L'échelle des impayés" in answers
    assert "{" not in answers


@pytest.mark.parametrize("name", [n for n in names(SCENARIOS) if n != "premiers-pas"])
def test_a_scenario_has_its_answers_and_a_quarter_of_false_alarms(name: str) -> None:
    scenario = read_scenario(SCENARIOS, name)
    false, total = preview(scenario).alarms
    assert 4 * false >= total
    assert scenario.file.objectives
    assert scenario.file.answers
    assert scenario.file.debrief
    written = {path.stem for path in (SCENARIOS / "plays" / name).glob("*.yaml")}
    assert written >= {"modele", "partielle", "hative", "ne-fait-rien"}
