"""A real server on its own database, and a real browser in front of it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright
from waitress.server import create_server

from sandbox import create_app
from sandbox.accounts.services import by_login
from sandbox.config import SCENARIOS
from sandbox.core.database import writing
from sandbox.extensions import db
from sandbox.training.demo import SCENARIO, make_demo
from sandbox.training.services import give_run
from tests.conftest import not_run

HERE = Path(__file__).parent
FORBIDDEN = "CSP:"
# The policy forbids injected scripts; an init script is the browser's own, and tells on the page.
TELL = f"""document.addEventListener("securitypolicyviolation", event =>
  console.error("{FORBIDDEN} " + event.violatedDirective + " " + event.blockedURI));"""
# A refusal (403, 404, 422) is an answer that tests look at; a search stops when its page is left.
EXPECTED = ("Failed to load resource", "htmx:afterRequest", "htmx:sendError", "htmx:sendAbort")
LEARNER = "apprenant1"
DESKTOP = {"width": 1440, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


def chromium() -> str | None:
    """Where a Chromium is on this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    found = (shutil.which(name) for name in names)
    return os.environ.get("COMPTOIR_BROWSER") or next((path for path in found if path), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all."""
    path = chromium()
    if path is None:
        not_run("navigateur : aucun Chromium sur cette machine, les écrans n'ont pas été joués.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


def application(folder: Path) -> Flask:
    """The application as a class meets it, its database in this folder."""
    address = f"sqlite:///{folder / 'comptoir.db'}"
    return create_app(SQLALCHEMY_DATABASE_URI=address, OUTBOX_THREAD=False)


@contextmanager
def at_work(app: Flask) -> Iterator[None]:
    """Within the application, its database left closed."""
    with app.app_context():
        yield
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def demo_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a database with the demonstration class, to be copied."""
    folder = tmp_path_factory.mktemp("demo")
    os.environ["COMPTOIR_INSTANCE"] = str(folder)
    with at_work(application(folder)):
        upgrade()
        with writing(db.session()) as session:
            make_demo(session, SCENARIOS)
            session.commit()
    return folder


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Address where the application answers for a while."""
    waitress = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=waitress.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{waitress.effective_port}"
    waitress.task_dispatcher.shutdown()
    # Closed by the thread that waits on the sockets: closed from here, they would fail under it.
    waitress.trigger.pull_trigger(lambda: waitress.asyncore.close_all(waitress._map))
    thread.join(timeout=5)
    assert not thread.is_alive()
    with at_work(app):
        pass


def copy_of(demo_class: Path, folder: Path) -> Path:
    """This folder, with the demonstration class in it."""
    shutil.copytree(demo_class, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture
def scenario() -> str:
    """Scenario that the first learner plays: a file of stories may say another than the demo's."""
    return SCENARIO


@pytest.fixture
def server(tmp_path: Path, demo_class: Path, scenario: str) -> Iterator[str]:
    """Address of a server with the demonstration class, on a database of its own."""
    app = application(copy_of(demo_class, tmp_path))
    if scenario != SCENARIO:
        with at_work(app), writing(db.session()) as session:
            learner = by_login(session, LEARNER)
            give_run(session, learner, scenario=scenario, folder=SCENARIOS)
            session.commit()
    with serving(app) as address:
        yield address


class Watched:
    """Browser windows whose every problem is kept: broken scripts, things the policy forbids."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.problems: list[str] = []
        self.contexts: list[BrowserContext] = []

    def window(self, **options: object) -> Page:
        """A window of somebody's own, with nothing signed in."""
        wanted = {"base_url": self.address, "locale": "fr-FR", "viewport": DESKTOP} | options
        context = self.browser.new_context(**wanted)
        context.set_default_timeout(8000)
        context.add_init_script(TELL)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.problems.append(f"{page.url} {error}"))
        page.on("console", lambda line: self._heard(page, line.type, line.text))
        page.on("response", self._answered)
        return page

    def _answered(self, answer: Response) -> None:
        # What a page is made of is always there; pages themselves may be refused.
        made_of = answer.request.resource_type not in ("document", "fetch", "xhr")
        if answer.status >= 400 and made_of:
            self.problems.append(f"{answer.status} {answer.url}")

    def _heard(self, page: Page, kind: str, text: str) -> None:
        if kind == "error" and not text.startswith(EXPECTED):
            self.problems.append(f"{page.url} {text}")

    def close(self) -> None:
        """Close all windows, then fail when anything went wrong in any of them."""
        for context in self.contexts:
            context.close()
        assert self.problems == []


@pytest.fixture
def window(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open windows of different people."""
    watched = Watched(browser, server)
    yield watched.window
    watched.close()


@pytest.fixture
def page(window: Callable[..., Page]) -> Page:
    """One window, on a desk."""
    return window()
