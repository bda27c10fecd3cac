"""A real server on its own database, and a real browser in front of it."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask_migrate import upgrade
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from sandbox import create_app
from sandbox.training.demo import make_demo
from tests.conftest import not_run

WHAT_WAS_FORBIDDEN = "Refused to"


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


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Address of a server with the demo class, on a database of its own."""
    monkeypatch.setenv("COMPTOIR_INSTANCE", str(tmp_path))
    app = create_app(
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path / 'browser.db'}", OUTBOX_THREAD=False
    )
    with app.app_context():
        upgrade()
        make_demo(app)
    waitress = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=waitress.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{waitress.effective_port}"
    waitress.close()
    thread.join(timeout=5)


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page that fails the test when a script breaks or the CSP forbids something."""
    context = browser.new_context(
        base_url=server, locale="fr-FR", viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda message: problems.append(message.text)
        if WHAT_WAS_FORBIDDEN in message.text
        else None,
    )
    yield page
    context.close()
    assert problems == []
