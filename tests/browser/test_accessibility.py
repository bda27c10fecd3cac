"""Every screen, for those who use a screen reader, a keyboard, or a telephone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from flask import Flask
from playwright.sync_api import Browser, CDPSession, Page, expect

from sandbox.accounts.services import by_login
from sandbox.extensions import db
from tests.browser.conftest import DESKTOP, Watched, application, at_work, copy_of, serving
from tests.browser.desk import LEARNER, TRAINER, Desk
from tests.walk import Screen, played_run, screens

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
PHONE = {"width": 390, "height": 844}
# Files, fragments and addresses that lead elsewhere.
NOT_PAGES = {
    "accounts.sign_in",
    "crm.unread",
    "documents.by_reference",
    "documents.pdf",
    "training.go",
    "training.palette",
    "training.wall_news",
}
# The words of a page do not change with its colours, nor its colours with its width.
EVERYTHING: dict[str, Any] = {}
COLOURS = {"runOnly": ["color-contrast"]}
WIDTH = {
    "runOnly": [
        "aria-hidden-focus",
        "button-name",
        "label",
        "link-name",
        "nested-interactive",
        "scrollable-region-focusable",
        "target-size",
    ]
}
Evaluate = Callable[[str], Any]


@pytest.fixture(scope="module")
def played(demo_class: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    """A server where a learner has played the model play, and every screen of it."""
    app = application(copy_of(demo_class, tmp_path_factory.mktemp("played")))
    with at_work(app):
        every = _played(app)
    with serving(app) as address:
        yield address, every


def _played(app: Flask) -> list[Screen]:
    session = db.session()
    owner = by_login(session, LEARNER[0])
    assert owner is not None
    run = played_run(session, owner)
    return [each for each in screens(app, session, run) if each.endpoint not in NOT_PAGES]


@pytest.fixture
def watched(browser: Browser, played: tuple[str, Any]) -> Iterator[Watched]:
    windows = Watched(browser, played[0])
    yield windows
    windows.close()


@pytest.fixture
def awa(watched: Watched) -> Desk:
    # Colours are read at once: nothing may be on its way from one to another.
    desk = Desk(watched.window(reduced_motion="reduce"))
    desk.sign_in(*LEARNER)
    return desk


class Inspector:
    """Reads pages with axe, and keeps what is serious."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: list[str] = []
        # The policy of the pages forbids injected scripts; the debugger is above it.
        self.debugger: CDPSession = page.context.new_cdp_session(page)

    def evaluate(self, expression: str) -> Any:
        """What an expression comes to in the page, once its promise is kept."""
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        return self.debugger.send("Runtime.evaluate", asked)["result"].get("value")

    def run(self, where: str, options: dict[str, Any]) -> None:
        """Look for serious faults in the page as it is now."""
        options = options | {"resultTypes": ["violations"]}
        asked = f"axe.run(document, {options!r})".replace("True", "true").replace("False", "false")
        for fault in self.evaluate(f"{asked}.then(found => found.violations)"):
            if fault["impact"] in ("serious", "critical"):
                parts = [node["target"][0] for node in fault["nodes"][:4]]
                why = fault["nodes"][0]["failureSummary"].splitlines()[-1].strip()
                self.found.append(f"{where} : {fault['id']} {parts} {why}")

    def inspect(self, where: str) -> None:
        """A page in light and dark on a desk, then on a telephone."""
        self.evaluate(AXE + ";0")
        self.run(where, EVERYTHING)
        with self._dark():
            self.run(f"{where} (sombre)", COLOURS)
        self.page.set_viewport_size(PHONE)
        self.run(f"{where} (390)", WIDTH)
        if self.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.found.append(f"{where} (390) : déborde")
        self.page.set_viewport_size(DESKTOP)

    @contextmanager
    def _dark(self) -> Iterator[None]:
        self.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
        yield
        self.evaluate("document.documentElement.dataset.bsTheme = 'light'")


def visit(desk: Desk, every: list[Screen]) -> list[str]:
    """Serious faults of these pages."""
    inspector = Inspector(desk.page)
    for screen in every:
        answer = desk.page.goto(screen.address, wait_until="load")
        assert answer is not None
        assert answer.ok, screen
        if "text/html" in answer.headers["content-type"]:
            inspector.inspect(screen.endpoint)
    return inspector.found


def test_no_page_of_a_learner_is_at_fault(awa: Desk, played: tuple[str, Any]) -> None:
    theirs = [each for each in played[1] if not each.address.startswith("/formateur")]
    found = visit(awa, theirs)
    assert found == [], "\n".join(found)


def test_no_page_of_a_trainer_is_at_fault(watched: Watched, played: tuple[str, Any]) -> None:
    trainer = Desk(watched.window(reduced_motion="reduce"))
    trainer.sign_in(*TRAINER)
    report = [each for each in played[1] if each.endpoint in ("training.report", "erp.order")]
    theirs = [each for each in played[1] if each.address.startswith("/formateur")]
    found = visit(trainer, theirs + report)
    assert found == [], "\n".join(found)


def test_the_door_and_the_refusals_are_not_at_fault(watched: Watched) -> None:
    desk = Desk(watched.window(reduced_motion="reduce"))
    inspector = Inspector(desk.page)
    desk.page.goto("/connexion")
    inspector.inspect("la porte")
    desk.type("Identifiant", "personne")
    desk.press("Se connecter")
    inspector.inspect("la porte, refusée")
    desk.sign_in(*LEARNER)
    for address in ("/nulle-part", "/formateur", "/parties/999999/messages"):
        desk.page.goto(address)
        inspector.inspect(address)
    assert inspector.found == [], "\n".join(inspector.found)


def test_the_palette_goes_anywhere_by_the_keyboard(awa: Desk) -> None:
    awa.take_post()
    awa.page.keyboard.press("Control+k")
    box = awa.page.get_by_role("combobox")
    expect(box).to_be_focused()
    awa.page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    awa.page.keyboard.press("Control+k")
    box.press_sequentially("pivoine")
    expect(awa.page.get_by_role("option", selected=True)).to_contain_text("Studio Pivoine")
    awa.page.keyboard.press("Enter")
    awa.sees("Studio Pivoine", "Saint-Malo")


def reach(page: Page, name: str, patience: int = 60) -> None:
    """Tab from the top of the page until a control has the focus."""
    wanted = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first
    for _ in range(patience):
        page.keyboard.press("Tab")
        if wanted.evaluate("control => control === document.activeElement"):
            return
    raise AssertionError(f"« {name} » n'est pas atteint au clavier")


@pytest.mark.parametrize(
    ("entry", "action"),
    [
        ("Messages", "Écrire"),
        ("Devis", "Nouveau devis"),
        ("Achats", "Nouvelle commande fournisseur"),
        ("Règlements", "Consulter la banque"),
        ("Relances", "Consulter la balance âgée"),
    ],
)
def test_main_actions_are_reached_by_the_keyboard(awa: Desk, entry: str, action: str) -> None:
    awa.take_post()
    awa.go(entry)
    awa.page.keyboard.press("Tab")
    expect(awa.page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    reach(awa.page, action)


def test_escape_leaves_a_question_unanswered(awa: Desk) -> None:
    awa.take_post()
    awa.open("Factures", "FA-2026-000013")
    awa.press("Annuler par un avoir")
    question = awa.page.get_by_role("dialog")
    expect(question).to_be_visible()
    awa.page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(awa.page.get_by_role("button", name="Annuler par un avoir").first).to_be_focused()
