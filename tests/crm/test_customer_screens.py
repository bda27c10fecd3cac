"""Customers' screens: what is missing is shown, what is wrong is said beside the field."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.identifiers import make_siren
from sandbox.crm.models import Customer
from tests.crm.journal import said
from tests.factories.crm import CustomerFactory
from tests.factories.world import World

Counter = Callable[[], AbstractContextManager[list[str]]]
KEPT = (
    "name",
    "siren",
    "siret",
    "vat_number",
    "platform_address",
    "street",
    "postcode",
    "town",
    "country",
    "email",
    "terms",
)


def test_the_record_tells_what_to_complete(
    client: FlaskClient, ctx: Context, base: str, count_sql: Counter
) -> None:
    customer: Customer = CustomerFactory()
    with count_sql() as statements:
        text = client.get(f"{base}/clients/{customer.id}").text
    assert "À compléter" in text
    assert "Facturation électronique" in text
    assert "Ouvrir l’historique" in text
    assert len(statements) <= 12, statements


def test_the_history_opens_by_a_gesture(
    client: FlaskClient, session: Session, base: str, world: World
) -> None:
    answer = client.post(f"{base}/clients/{world.customer.id}/historique")
    assert answer.status_code == 303
    assert said(session, "history.consulted") == [{"customer": "CLI-0001"}]
    assert "Ouvrir l’historique" not in client.get(answer.location).text


def test_a_customer_is_opened(client: FlaskClient, session: Session, base: str) -> None:
    typed = {"name": "Librairie du Port", "business": "1", "country": "FR", "terms": "net_30"}
    answer = client.post(f"{base}/clients/nouveau", data=typed)
    assert answer.status_code == 303
    assert "siren" in said(session, "customer.created")[0]["missing"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"siren": "123"}, "n&#39;est pas un SIREN"),
        ({"siret": "12345678901234"}, "n&#39;est pas un SIRET"),
        ({"vat_number": "FR00123456789"}, "n&#39;est pas un numéro de TVA"),
        ({"name": ""}, "Indiquez le nom"),
        ({"email": "sans arobase"}, "Une adresse comme"),
    ],
)
def test_a_wrong_record_is_refused_beside_the_field(
    client: FlaskClient, session: Session, base: str, typed: dict[str, str], sentence: str
) -> None:
    form = {
        "name": "Librairie du Port",
        "business": "1",
        "country": "FR",
        "terms": "net_30",
        "town": "Vannes",
    }
    answer = client.post(f"{base}/clients/nouveau", data=form | typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="Vannes"' in answer.text
    assert said(session, "customer.created") == []


def test_a_record_opens_as_it_was_kept(client: FlaskClient, base: str, world: World) -> None:
    shown = client.get(f"{base}/clients/{world.newcomer.id}/modifier").text
    assert f'value="{world.newcomer.siren}"' in shown
    assert re.search(r'<input checked [^>]*name="business"[^>]*value="1"', shown)


def test_a_record_is_completed(
    client: FlaskClient, session: Session, base: str, world: World
) -> None:
    kept = {name: getattr(world.newcomer, name) for name in KEPT}
    path = f"{base}/clients/{world.newcomer.id}/modifier"
    answer = client.post(path, data=kept | {"business": "1", "phone": "02 61 91 00 14"})
    assert answer.status_code == 303
    assert said(session, "customer.updated") == [
        {"changed": ["phone"], "missing": [], "cautions": []}
    ]


def test_a_wrong_completion_leaves_the_record_as_it_was(
    client: FlaskClient, session: Session, base: str, world: World
) -> None:
    typed = {
        "name": "Studio Pivoine",
        "business": "1",
        "siren": make_siren("00012345"),
        "country": "FR",
        "terms": "net_30",
    }
    answer = client.post(f"{base}/clients/{world.newcomer.id}/modifier", data=typed)
    assert answer.status_code == 422
    assert "Atelier Lumen (CLI-0001)" in answer.text
