"""A list is filtered, the filter kept by a name, the list grouped with its subtotals."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, at_her_post


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")


def test_a_filter_is_kept_and_a_list_grouped(awa: Desk) -> None:
    awa.go("Factures")
    awa.main.get_by_label("Échues", exact=True).check(force=True)
    expect(awa.page).to_have_url(re.compile("state=overdue"))
    shown = awa.main.locator(".count-line").inner_text()
    awa.main.get_by_text("Garder ce filtre").click()
    awa.type("Nom du filtre", "Mes retards")
    awa.press("Garder")
    awa.go("Factures")
    awa.link("Mes retards")
    expect(awa.main.locator(".count-line")).to_have_text(shown)
    awa.link("client")
    awa.sees("Total")
