"""One key searches, creates, goes from row to row; none acts while one types; all can be cut."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, at_her_post


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")


def test_keys_of_a_list(awa: Desk) -> None:
    awa.go("Clients")
    keys, panel = awa.page.keyboard, awa.page.locator("#keys")
    keys.press("?")
    expect(panel).to_be_visible()
    keys.press("Escape")
    expect(panel).to_be_hidden()
    rows = awa.main.locator("#result tbody th a")
    keys.press("j")
    expect(rows.nth(0)).to_be_focused()
    keys.press("j")
    expect(rows.nth(1)).to_be_focused()
    keys.press("k")
    expect(rows.nth(0)).to_be_focused()
    keys.press("/")
    search = awa.page.get_by_role("searchbox")
    expect(search).to_be_focused()
    keys.type("nj")
    expect(search).to_have_value("nj")


def test_new_then_back_to_the_list_and_keys_cut(awa: Desk) -> None:
    awa.go("Clients")
    awa.page.locator("h1").click()
    awa.page.keyboard.press("n")
    awa.is_on("Nouveau client")
    awa.page.locator("h1").click()
    awa.page.keyboard.press("l")
    awa.is_on("Clients")
    awa.page.keyboard.press("?")
    awa.page.get_by_label("Raccourcis d’une seule touche actifs").uncheck()
    awa.page.keyboard.press("Escape")
    awa.page.keyboard.press("n")
    awa.page.reload()
    awa.page.locator("h1").click()
    awa.page.keyboard.press("n")
    awa.is_on("Clients")
