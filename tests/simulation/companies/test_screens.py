"""With a hundred and twenty customers and a year of papers, lists stay light and come by pages."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.simulation.world import fresh_run
from tests.conftest import World, sign_in

Counting = Callable[[], AbstractContextManager[list[str]]]
BUDGET, MOST_ROWS = 12, 60
LISTS = ("clients", "devis", "commandes", "factures", "relances", "reglements", "stock", "agenda")


@pytest.fixture
def browser(app: Flask, session: Session, world: World) -> tuple[FlaskClient, int]:
    session.add(world.learner)
    run = fresh_run(session, "velo-atelier", seed=1, owner_id=world.learner.id)
    session.commit()
    client = app.test_client()
    client.test_session = session
    return sign_in(client, world.learner), run.id


def test_lists_of_a_whole_company_stay_light(
    browser: tuple[FlaskClient, int], count_sql: Counting
) -> None:
    client, run = browser
    client.get(f"/parties/{run}/clients")
    for name in LISTS:
        with count_sql() as statements:
            answer = client.get(f"/parties/{run}/{name}")
        assert answer.status_code == 200, name
        assert len(statements) <= BUDGET, (name, statements)
        assert answer.text.count("<tr") <= MOST_ROWS, name


def test_the_hundred_and_twenty_customers_come_by_pages(
    browser: tuple[FlaskClient, int],
) -> None:
    client, run = browser
    first = client.get(f"/parties/{run}/clients").text
    second = client.get(f"/parties/{run}/clients?page=2").text
    assert "120\u00a0clients" in first
    names = [set(re.findall(r"CLI-\d{4}", page)) for page in (first, second)]
    assert len(names[0]) == len(names[1]) == 25
    assert not names[0] & names[1]


def test_what_is_made_to_order_is_not_said_to_be_missing(
    browser: tuple[FlaskClient, int],
) -> None:
    client, run = browser
    page = client.get(f"/parties/{run}/stock").text
    assert page.count("À la commande") == 2
