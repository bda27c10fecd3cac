"""Whatever is typed in an address or a form, the answer is a sentence, never an incident."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from tests.conftest import sign_in
from tests.factories import billing
from tests.factories.erp import QuoteFactory
from tests.factories.world import World

HUGE = "99999999999999999999"
LIST_WORDS = (
    "q page sort state type famille boite n classe article du au kind folder jour demande client "
    "product needed_for about ref a dossier sujet poste"
).split()
FIELDS = (
    "customer name login reason quantity product wanted_on leaves_on new_on promised_on until "
    "amount invoice method carrier level channel subject body topic to about post facts kind order_id "
    "lines-0-product lines-0-quantity lines-0-unit_price lines-0-discount carriage validity_days "
    "requested_on enquiry next back theme folder recipients note number document delivery place "
    "incoterm packaging cause text arrival siren siret email terms street postcode town country "
    "scenario mode answer proposal proposed_on current new credit_limit discount password "
    "parcel-0-packaging parcel-0-MOB-001 drop_line received-1 unit_price expected_on counted-1"
).split()
NASTY = {
    "huge": HUGE,
    "beyond 32 bits": "4294967296",
    "negative": "-99999999999999999999",
    "endless digits": "9" * 5000,
    "zero byte": "a\x00b",
    "control": "a\x01\x0bb",
    "newline": "/x\r\nSet-Cookie: a=b",
    "long": "é" * 100_000,
    "year one": "0001-01-01",
    "last year": "9999-12-31",
    "last moment": "9999-12-31T23:59:59+00:00",
    "arabic digits": "٣٤",
    "exponent": "1e400",
    "superscript": "²",
    "wildcards": "%_\\'\";--",
}
IDS = (HUGE, "2147483648", "9223372036854775808")
FINE = {200, 204, 302, 303, 403, 404, 422}


@pytest.fixture
def desk(app: Flask, session: Session, world: World, ctx: Context) -> FlaskClient:
    """The learner's browser, in a run with a little of everything."""
    billing.invoiced(ctx, world)
    QuoteFactory(customer=world.customer, lines=[(world.desk, 1)])
    session.commit()
    client = app.test_client()
    client.test_session = session
    return client


def addresses(app: Flask, world: World, method: str, row: str = "1") -> Iterator[str]:
    """Addresses of a method, with this id for every row (the run's own is right)."""
    for rule in app.url_map.iter_rules():
        if method in (rule.methods or ()) and rule.endpoint not in {"accounts.sign_out"}:
            yield _path(rule.rule, world, row)


def _path(rule: str, world: World, row: str) -> str:
    path = rule.replace("<int:run_id>", str(world.run.id)).replace("<path:", "<")
    path = path.replace("<level>", "reminder_1").replace("<reference>", "X").replace("<code>", "Y")
    parts = [row if part.startswith("<") else part for part in path.split("/")]
    return "/".join(parts).replace("<int:document_id>.pdf", row)


def broken(client: FlaskClient, asked: Iterator[tuple[str, str, dict]]) -> list[str]:
    found = []
    for method, path, values in asked:
        answer = client.open(path, method=method, **values)
        if answer.status_code not in FINE:
            found.append(f"{answer.status_code} {method} {path[:70]}")
    return found


@pytest.mark.parametrize("row", IDS)
def test_ids_beyond_what_a_column_holds_are_not_found(
    app: Flask, world: World, desk: FlaskClient, row: str
) -> None:
    sign_in(desk, world.learner)
    for method in ("GET", "POST"):
        asked = ((method, path, {}) for path in addresses(app, world, method, row))
        assert broken(desk, asked) == []


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY)
def test_lists_asked_for_nonsense_still_answer(
    app: Flask, world: World, desk: FlaskClient, value: str
) -> None:
    query = {"query_string": dict.fromkeys(LIST_WORDS, value[:2000])}
    for account in (world.learner, world.trainer):
        sign_in(desk, account)
        asked = (("GET", path, query) for path in addresses(app, world, "GET"))
        assert broken(desk, asked) == []


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY)
def test_forms_filled_with_nonsense_are_refused_with_a_sentence(
    app: Flask, world: World, desk: FlaskClient, value: str
) -> None:
    form = {"data": dict.fromkeys(FIELDS, value[:2000])}
    found = []
    for account in (world.learner, world.trainer):
        for path in list(addresses(app, world, "POST")):
            for row in ("1", "24"):
                sign_in(desk, account)
                there = path.replace("/1/", f"/{row}/") if "/parties/" not in path else path
                found += broken(desk, iter([("POST", there, form)]))
    assert sorted(set(found)) == []
