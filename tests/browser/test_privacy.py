"""Somebody asks by mail what is held on them: noted, answered within the month, exported."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, at_her_post


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")
