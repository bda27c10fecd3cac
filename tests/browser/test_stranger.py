"""Whose run it is: a stranger is turned away, the trainer looks on, and can start it afresh."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import LEARNER, NEXT, TRAINER, Desk

OTHER = ("apprenant2", "comptoir-2")


@pytest.fixture
def at_work(page: Page) -> Desk:
    """A learner who has begun her run."""
    desk = Desk(page)
    desk.sign_in(*LEARNER)
    desk.take_post()
    desk.read("Bienvenue à bord")
    return desk


def test_another_learner_is_refused(at_work: Desk, window: Callable[..., Page]) -> None:
    stranger = Desk(window())
    stranger.sign_in(*OTHER)
    answer = stranger.page.goto(at_work.page.url)
    assert answer is not None
    assert answer.status == 403
    expect(stranger.page.locator("main")).not_to_contain_text("Bienvenue à bord")
    expect(stranger.page.locator("main")).to_contain_text("pas la vôtre")


def test_a_trainer_looks_on_without_touching(at_work: Desk, window: Callable[..., Page]) -> None:
    trainer = Desk(window())
    trainer.sign_in(*TRAINER)
    trainer.link("Regarder", trainer.main.locator("li", has_text="Awa Diallo"))
    expect(trainer.page.locator(".banner")).to_contain_text("sans pouvoir y agir")
    expect(trainer.page.get_by_role("button", name="Avancer")).to_have_count(0)
    trainer.main.locator("a.mail", has_text="Quatre bureaux").click()
    trainer.sees("livrés à l'atelier avant le 20 novembre")
    for gesture in ("Marquer comme lu", "Établir un devis", "Envoyer"):
        expect(trainer.main.get_by_role("button", name=gesture, exact=True)).to_have_count(0)
    at_work.go("Messages")
    expect(at_work.main.locator("a.mail.unread", has_text="Quatre bureaux")).to_have_count(1)


def test_a_trainer_starts_a_run_afresh(at_work: Desk, window: Callable[..., Page]) -> None:
    at_work.advance(NEXT)
    trainer = Desk(window())
    trainer.sign_in(*TRAINER)
    trainer.link("Awa Diallo")
    trainer.confirm("Recommencer")
    trainer.is_told("Partie neuve ouverte")
    at_work.page.reload()
    expect(at_work.page.locator(".banner")).to_contain_text("Partie terminée")
    at_work.page.locator(".side .brand").click()
    at_work.sees("Premiers pas")
    at_work.take_post()
    expect(at_work.clock).to_contain_text("8:30")
    expect(at_work.main.locator("a.mail.unread")).to_have_count(2)
