"""The three modes: discovery helps and lets one try again, the others do not."""

import json
import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.config import ROOT
from sandbox.core.context import open_context
from sandbox.core.run import Mode, Run
from sandbox.crm.services import alert_colleague
from sandbox.journal.models import JournalEntry
from sandbox.shell import NAVIGATION
from sandbox.training import guide
from sandbox.training.hints import HINTS, NoHintHere, NoMoreHint, ask_hint
from sandbox.training.services import NothingToTakeBack, OnlyInDiscovery, step_back
from tests.training.classes import ClassAtWork

HTMX = {"HX-Request": "true"}


def test_every_next_act_has_its_hints() -> None:
    kinds = {*guide._ADVICE, *(hint for _, hint, _ in guide._CHECKS), "decide", "advance"}
    assert kinds == set(HINTS)
    assert all(text.endswith(".") for levels in HINTS.values() for text in levels)


def test_a_hint_names_only_what_is_written_on_a_screen() -> None:
    screens = (path.read_text("utf-8") for path in (ROOT / "sandbox").rglob("*.html"))
    written = " ".join([*screens, *(label for *_, label in NAVIGATION)]).replace("’", "'")
    named = [name for where, _ in HINTS.values() for name in re.findall("« (.+?) »", where)]
    assert len(named) > 20
    assert [name for name in named if name not in written] == []


def test_asking_for_more_says_again_what_was_said(discovering: ClassAtWork) -> None:
    run, learner = discovering.runs()[0], discovering.browser("apprenant1")
    form = {"hint": "ship", "on": "BL-1"}
    first = learner.post(f"/parties/{run.id}/indice", data=form, headers=HTMX).text
    second = learner.post(f"/parties/{run.id}/indice", data=form, headers=HTMX).text
    assert "En savoir plus" in first
    assert "En savoir plus" not in second
    assert all(text in second.replace("&#39;", "'") for text in HINTS["ship"])


def test_nothing_is_offered_to_take_back_before_the_first_act(discovering: ClassAtWork) -> None:
    run, learner = discovering.runs()[0], discovering.browser("apprenant1")
    home = f"/parties/{run.id}/messages"
    assert "Reprendre mon dernier geste" not in learner.get(home).text
    learner.post(f"/parties/{run.id}/indice", data={"hint": "unread", "on": "MSG-1"})
    assert "Celle-ci se ferme et reste à relire." in learner.get(home).text


def test_a_hint_is_given_by_levels_and_its_cost_recorded(
    discovering: ClassAtWork, session: Session
) -> None:
    run, learner = discovering.runs()[0], discovering.browser("apprenant1")
    before = run.clock
    page = learner.get(f"/parties/{run.id}/messages").text
    assert "Un indice" in page
    form = {"hint": "unread", "on": "MSG-1"}
    first = learner.post(f"/parties/{run.id}/indice", data=form).text
    assert HINTS["unread"][0] in first.replace("&#39;", "'")
    second = learner.post(f"/parties/{run.id}/indice", data=form, headers={"HX-Request": "true"})
    assert "<html" not in second.text
    assert learner.post(f"/parties/{run.id}/indice", data=form).status_code == 422
    found = select(JournalEntry).where(
        JournalEntry.run_id == run.id, JournalEntry.verb == "hint.asked"
    )
    asked = session.scalars(found.order_by(JournalEntry.seq))
    levels = [json.loads(entry.payload)["level"] for entry in asked]
    assert levels == [1, 2]
    assert (discovering.runs()[0].clock - before).total_seconds() == 600
    assert "2" in discovering.trainer.get("/formateur").text.partition("indice")[0][-12:]


@pytest.mark.parametrize("mode", [Mode.TRAINING, Mode.ASSESSMENT])
def test_other_modes_give_no_hint_and_no_second_try(
    damaged: ClassAtWork, session: Session, mode: Mode
) -> None:
    run = damaged.runs()[0]
    run.mode = mode
    session.commit()
    with pytest.raises(NoHintHere):
        ask_hint(open_context(session, run.id), about="unread")
    session.commit()
    with pytest.raises(OnlyInDiscovery):
        step_back(session, run.id)
    learner = damaged.browser("apprenant1")
    assert "Un indice" not in learner.get(f"/parties/{run.id}/messages").text
    assert learner.post(f"/parties/{run.id}/revenir").status_code == 422
    assert learner.post(f"/formateur/parties/{run.id}/recommencer").status_code == 403


def test_nothing_is_known_of_an_act_that_does_not_exist(
    discovering: ClassAtWork, session: Session
) -> None:
    with pytest.raises(NoMoreHint):
        ask_hint(open_context(session, discovering.runs()[0].id), about="voler")


def test_in_discovery_one_tries_again_from_before_the_last_act(
    discovering: ClassAtWork, session: Session
) -> None:
    run, learner = discovering.runs()[0], discovering.browser("apprenant1")
    with pytest.raises(NothingToTakeBack):
        step_back(session, run.id)
    kept = open_context(session, run.id)
    alert_colleague(kept, post="warehouse", topic="stock", body="Un oubli ?")
    session.commit()
    learner.post(f"/parties/{run.id}/avancer", data={"until": "hour"})
    answer = learner.post(f"/parties/{run.id}/revenir")
    fresh = session.scalars(select(Run).where(Run.parent_id == run.id)).one()
    assert answer.location.endswith(f"/parties/{fresh.id}/messages")
    assert (fresh.move_seq, fresh.mode) == (0, Mode.DISCOVERY)
    verbs = session.scalars(select(JournalEntry.verb).where(JournalEntry.run_id == fresh.id)).all()
    assert "colleague.alerted" not in verbs


def test_neither_a_pause_nor_a_closed_run_is_slipped_out_of(
    discovering: ClassAtWork, session: Session
) -> None:
    run, learner = discovering.runs()[0], discovering.browser("apprenant1")
    alert_colleague(open_context(session, run.id), post="warehouse", topic="stock", body="Bonjour.")
    discovering.trainer.post(f"{discovering.base}/pause", data={"stop": "1"})
    for path in ("revenir", "horloge/allure", "indice", "avancer"):
        typed = {"pace": "5", "hint": "unread", "until": "hour"}
        assert learner.post(f"/parties/{run.id}/{path}", data=typed).status_code == 422, path
    discovering.trainer.post(f"{discovering.base}/pause")
    discovering.trainer.post(f"/formateur/parties/{run.id}/clore")
    for path in ("revenir", "horloge/allure"):
        assert learner.post(f"/parties/{run.id}/{path}", data={"pace": "5"}).status_code == 422, (
            path
        )
    back = f"/formateur/parties/{run.id}/reprendre"
    assert discovering.trainer.post(back, data={"move": "0"}).status_code == 422
    assert session.scalar(select(Run).where(Run.parent_id == run.id)) is None
