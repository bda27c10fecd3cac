"""A filter kept by its name: found again on its list, by its owner alone, in no journal."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.context import open_context
from sandbox.core.listing import ANY_TEXT, Listing
from sandbox.crm.services import alert_colleague
from sandbox.journal.models import Move
from sandbox.training.list_tools import LISTINGS
from sandbox.training.saved import LONGEST, MOST, SavedFilter, understood
from sandbox.training.services import step_back
from tests.training.classes import ClassAtWork

NAME = 'Gros d’abord <é> & "co" ; 100 %'


@dataclass(frozen=True)
class Learner:
    """A learner's browser, the trainer's, and the run that they look at."""

    learner: FlaskClient
    trainer: FlaskClient
    run_id: int
    owner_id: int | None


@pytest.fixture
def desk(discovering: ClassAtWork) -> Learner:
    run = discovering.runs()[0]
    learner = discovering.browser("apprenant1")
    return Learner(learner, discovering.trainer, run.id, run.owner_id)


def keep(desk: Learner, label: str, query: str, name: str = "devis") -> int:
    answer = desk.learner.post(
        f"/parties/{desk.run_id}/listes/{name}/filtres", data={"label": label, "query": query}
    )
    return answer.status_code


def kept(session: Session) -> list[SavedFilter]:
    session.expire_all()
    return list(session.scalars(select(SavedFilter).order_by(SavedFilter.id)))


def test_a_filter_is_kept_found_again_renamed_and_removed(desk: Learner, session: Session) -> None:
    lists = f"/parties/{desk.run_id}"
    before = session.scalar(select(func.count()).select_from(Move))
    asked = "state=sent&sort=-total"
    assert "Garder ce filtre" in desk.learner.get(f"{lists}/devis?{asked}").text
    assert keep(desk, f"  {NAME}  ", asked) == 303
    (mine,) = kept(session)
    assert (mine.label, mine.asked) == (NAME, {"state": "sent", "sort": "-total"})
    shown = desk.learner.get(f"{lists}/devis").text
    assert "Gros d’abord &lt;é&gt; &amp; &#34;co&#34; ; 100 %" in shown
    assert "devis?state=sent&amp;sort=-total" in shown
    assert "Renommer ou retirer" in desk.learner.get(f"{lists}/devis?{asked}").text
    assert "Gros d’abord" not in desk.learner.get(f"{lists}/factures").text

    change = f"{lists}/listes/filtres/{mine.id}"
    assert desk.learner.post(change, data={"label": "Envoyés"}).status_code == 303
    assert kept(session)[0].label == "Envoyés"
    assert desk.learner.post(change, data={"remove": "1"}).status_code == 303
    assert kept(session) == []
    assert desk.learner.post(change, data={"remove": "1"}).status_code == 404
    assert session.scalar(select(func.count()).select_from(Move)) == before


def test_what_cannot_be_kept_is_said(desk: Learner, session: Session) -> None:
    for label, query, said in (
        ("", "state=sent", "nom de 1 à"),
        ("   ", "state=sent", "nom de 1 à"),
        ("x" * (LONGEST + 1), "state=sent", "nom de 1 à"),
        ("Tout", "", "Rien à garder"),
        ("Tout", "page=3&csrf=1", "Rien à garder"),
        ("Faux", "state=zzz&sort=couleur", "Rien à garder"),
        ("Long", "q=" + "x" * 600, "trop longue"),
    ):
        answer = desk.learner.post(
            f"/parties/{desk.run_id}/listes/devis/filtres", data={"label": label, "query": query}
        )
        assert (answer.status_code, said in answer.text) == (422, True), label
    assert kept(session) == []


def test_a_name_serves_once_a_list_and_names_are_few(desk: Learner, session: Session) -> None:
    assert keep(desk, "Été", "q=a") == 303
    assert keep(desk, "éTÉ", "q=b") == 422
    assert keep(desk, "Été", "q=b", "factures") == 303
    for number in range(MOST - 1):
        assert keep(desk, f"n° {number}", f"q={number}") == 303
    assert keep(desk, "De trop", "q=z") == 422
    assert len(kept(session)) == MOST + 1


def test_a_filter_is_its_owner_s_alone(desk: Learner, session: Session) -> None:
    keep(desk, "À moi", "q=lumen")
    address = f"/parties/{desk.run_id}"
    over_the_shoulder = desk.trainer.get(f"{address}/devis?q=x").text
    assert "À moi" not in over_the_shoulder
    assert "Garder ce filtre" not in over_the_shoulder
    (mine,) = kept(session)
    change = f"{address}/listes/filtres/{mine.id}"
    assert desk.trainer.post(change, data={"remove": "1"}).status_code == 403
    assert len(kept(session)) == 1


def test_a_grouping_is_kept_and_leads_to_the_groups(desk: Learner) -> None:
    keep(desk, "Par mois", "state=open&par=mois&sort=-gross", "factures")
    shown = desk.learner.get(f"/parties/{desk.run_id}/factures").text
    assert "listes/factures?state=open&amp;par=mois" in shown


def test_a_filter_that_went_away_is_said_and_the_rest_applies(
    desk: Learner, session: Session
) -> None:
    owner, run_id = desk.owner_id, desk.run_id
    old = {"listing": "devis", "label": "Ancien", "query": "q=lumen&sort=couleur&state=perdu"}
    session.add(SavedFilter(run_id=run_id, account_id=owner, **old))
    session.commit()
    answer = desk.learner.get(f"/parties/{run_id}/devis")
    assert answer.status_code == 200
    assert 'devis?q=lumen"' in answer.text
    assert "n’existe plus (sort = couleur, state = perdu) : le reste s’applique" in answer.text


def test_what_was_kept_follows_the_run_that_takes_over(desk: Learner, session: Session) -> None:
    keep(desk, "Lumen", "q=lumen")
    alert_colleague(
        open_context(session, desk.run_id), post="warehouse", topic="stock", body="Un oubli ?"
    )
    fresh = step_back(session, desk.run_id)
    session.commit()
    assert [one.run_id for one in kept(session)] == [fresh.id]


def test_every_list_leads_to_its_screen_and_knows_its_filters(app: Flask) -> None:
    for name, listing in LISTINGS.items():
        if listing.asks or listing.groupings:
            assert listing.screen in app.view_functions, name


def test_what_a_list_understands() -> None:
    listing = Listing("X", (), lambda _: (), asks={"q": ANY_TEXT, "state": {"a"}}, sorts={"ref"})
    asked = {"q": "é", "state": "b", "sort": "-ref", "par": "mois", "other": "1"}
    known, gone = understood(listing, asked)
    assert known == {"q": "é", "sort": "-ref"}
    assert gone == ["state = b", "par = mois", "other = 1"]
