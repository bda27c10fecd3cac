"""From the class to the proof, a decision, the booklet released; its learner opens it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sandbox.accounts.services import by_login
from sandbox.extensions import db
from tests.browser.conftest import Watched, application, at_work, copy_of, serving
from tests.browser.desk import LEARNER, TRAINER, Desk
from tests.walk import played_run


@pytest.fixture
def server(tmp_path: Path, demo_class: Path) -> Iterator[str]:
    """A class in which Awa has played the model play."""
    app = application(copy_of(demo_class, tmp_path))
    with at_work(app):
        owner = by_login(db.session(), LEARNER[0])
        assert owner is not None
        played_run(db.session(), owner)
    with serving(app) as address:
        yield address


@pytest.fixture
def window(browser: Browser, server: str) -> Iterator[Callable[[], Page]]:
    watched = Watched(browser, server)
    yield watched.window
    watched.close()


def test_from_the_class_to_the_proof_to_the_booklet(window: Callable[[], Page]) -> None:
    trainer = Desk(window())
    trainer.sign_in(*TRAINER)
    trainer.go("Ma classe")
    trainer.link("Matrice")
    trainer.sees("Où en est chacun, critère par critère")
    cell = trainer.main.get_by_role("link", name="CP4.1 En cours, proposé").first
    expect(cell).to_be_visible()
    cell.click()
    trainer.sees("Où en est Awa Diallo", "Encours consulté")
    trainer.link("Encours consulté")
    trainer.sees("À cet instant")
    trainer.page.go_back()
    trainer.press("Décider")
    asked = trainer.page.get_by_role("dialog")
    asked.get_by_label("Décision").select_option(label="Acquis")
    asked.get_by_label("Motif").fill("Vu aussi en atelier.")
    trainer.press("Décider", asked)
    trainer.is_told("Décision gardée.")
    trainer.link("Livret")
    trainer.confirm("Publier une version")
    trainer.is_told("Livret publié, version 1")

    awa = Desk(window())
    awa.sign_in(*LEARNER)
    awa.link("Mon livret d’évaluation")
    awa.sees("Version 1", "Intact")
    with awa.page.expect_download() as sent:
        awa.link("PDF")
    assert Path(sent.value.path()).read_bytes().startswith(b"%PDF")
