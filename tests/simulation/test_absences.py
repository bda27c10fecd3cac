"""Who is away answers by itself, names who stands in, and does nothing until coming back."""

import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.crm.models import Message
from sandbox.crm.tasks import Task
from sandbox.erp.errors.selling import AlreadyAsked
from sandbox.erp.models import Approval
from sandbox.simulation.files import read_scenario
from sandbox.simulation.reading import BadFiles
from tests.simulation.stories import Desk

AWAY = {"until": "2026-11-04T08:30", "deputy": "sales_rep"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))


def absent(folder: Path, **absences: dict[str, str]) -> Path:
    yaml, file = YAML(), folder / "premiers-pas.yaml"
    yaml.dump({**yaml.load(file.read_text("utf-8")), "absences": absences}, file)
    return folder


def told(desk: Desk, post: str) -> list[str]:
    received = [e for e in desk.entries("message.received") if e.post == post]
    named = {e.reference for e in received}
    rows = desk.session.query(Message).filter(Message.reference.in_(named)).order_by(Message.id)
    return [row.body for row in rows]


def test_an_empty_desk_names_its_deputy_and_the_day_of_return(
    session: Session, folder: Path
) -> None:
    desk = Desk(session, folder=absent(folder, after_sales=AWAY))
    desk.do("alert_colleague", post="after_sales", topic="claim", body="Un bureau fendu.")
    desk.wait("2026-11-02T17:00")
    (answer,) = told(desk, "after_sales")
    assert "04/11/2026" in answer
    assert "Idriss Benhamou" in answer


def test_back_at_the_desk_a_colleague_answers_in_the_words_of_the_post(
    session: Session, folder: Path
) -> None:
    desk = Desk(session, folder=absent(folder, after_sales=AWAY))
    desk.wait("2026-11-04T09:00")
    desk.do("alert_colleague", post="after_sales", topic="claim", body="Un bureau fendu.")
    desk.wait("2026-11-04T17:00")
    assert "gardez les photos" in told(desk, "after_sales")[-1]


def test_a_task_entrusted_to_somebody_away_is_not_done(session: Session, folder: Path) -> None:
    desk = Desk(session, folder=absent(folder, accounting=AWAY))
    due = "2026-11-03T12:00"
    desk.do("create_task", text="Vérifier", due_at=due, post="accounting")
    desk.wait("2026-11-03T17:00")
    assert desk.last(Task).status == "open"


def test_an_approval_waits_for_whoever_is_away(session: Session, folder: Path) -> None:
    desk = Desk(session, folder=absent(folder, director=AWAY))
    lines = [{"product": "MOB-002", "quantity": 4, "discount": 1200}]
    quote = desk.do("draw_up_quote", customer="CLI-0001", lines=lines)
    asked = {"facts": "12 %", "options": "Oui ou non", "recommendation": "Oui"}
    desk.do("request_approval", kind="discount", about=quote.reference, post="director", **asked)
    desk.wait("2026-11-03T17:00")
    assert desk.last(Approval).status == "requested"
    assert "Idriss Benhamou" in told(desk, "director")[-1]
    desk.wait("2026-11-04T17:00")
    assert desk.last(Approval).status == "granted"


def test_whoever_stands_in_answers_in_place_of_the_absent(session: Session, folder: Path) -> None:
    desk = Desk(session, folder=absent(folder, director=AWAY))
    lines = [{"product": "MOB-002", "quantity": 4, "discount": 800}]
    quote = desk.do("draw_up_quote", customer="CLI-0001", lines=lines)
    asked = {"facts": "8 %", "options": "Oui ou non", "recommendation": "Oui"}
    about = {"kind": "discount", "about": quote.reference, **asked}
    desk.do("request_approval", post="director", **about)
    with pytest.raises(AlreadyAsked):
        desk.do("request_approval", post="director", **about)
    desk.do("request_approval", post="sales_rep", **about)
    desk.wait("2026-11-04T17:00")
    first, second = desk.session.query(Approval).order_by(Approval.id)
    assert (first.status, first.post) == ("passed_on", "director")
    assert (second.status, second.post) == ("granted", "sales_rep")
    assert [e.post for e in desk.entries("approval.decided")] == ["sales_rep"]


def test_whoever_is_at_their_desk_is_asked_once(session: Session) -> None:
    desk = Desk(session)
    lines = [{"product": "MOB-002", "quantity": 4, "discount": 800}]
    quote = desk.do("draw_up_quote", customer="CLI-0001", lines=lines)
    about = {"kind": "discount", "about": quote.reference, "facts": "8 %"}
    desk.do("request_approval", post="director", **about)
    with pytest.raises(AlreadyAsked):
        desk.do("request_approval", post="sales_rep", **about)


@pytest.mark.parametrize(
    ("post", "absence", "said"),
    [
        ("astronaute", {"until": "2026-11-04T08:30"}, "astronaute"),
        ("director", {"until": "2026-11-04T08:30", "deputy": "director"}, "remplacer"),
        ("director", {"until": "2026-11-04T08:30", "since": "2026-11-05T08:30"}, "après le départ"),
    ],
)
def test_a_mistaken_absence_is_told_at_its_line(
    folder: Path, post: str, absence: dict[str, str], said: str
) -> None:
    with pytest.raises(BadFiles, match=said):
        read_scenario(absent(folder, **{post: absence}), "premiers-pas")


def test_every_company_has_letters_ready_and_they_name_known_fields() -> None:
    for scenario in ("premiers-pas", "velo-atelier", "emballage-express"):
        templates = read_scenario(SCENARIOS, scenario).setting.templates
        assert {each.code for each in templates} >= {"attente", "retard", "rappel", "delay_en"}
