"""Whatever is typed in an address or a form, the answer is a sentence, never an incident."""

from collections.abc import Iterable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.intake import NotOfOurTime, Unreadable, local_path
from tests.conftest import sign_in
from tests.factories import billing
from tests.factories.billing import BankLineFactory
from tests.factories.erp import OrderFactory, QuoteFactory
from tests.factories.world import World

WORDS = (  # noqa: SIM905 - a table of words reads better so
    "q page sort state type famille boite n classe article du au kind folder jour "
    "demande client product needed_for about ref a dossier sujet poste _external "
    "_scheme _anchor endpoint run_id"
).split()
FIELDS = (  # noqa: SIM905 - a table of words reads better so
    "customer name login reason quantity product wanted_on leaves_on new_on "
    "promised_on until amount invoice method carrier level channel subject body topic "
    "to about post facts kind lines-0-product lines-0-quantity lines-0-unit_price "
    "lines-0-discount carriage validity_days requested_on enquiry folder recipients "
    "note number document delivery place order_id incoterm packaging cause text "
    "arrival siren siret email terms street postcode town country scenario mode "
    "pace moment at when incident runs sender move hint on number granted comment "
    "p-quantity p-product p-days p-customer waits stop open file "
    "answer proposal proposed_on credit_limit discount parcel-0-packaging "
    "parcel-0-MOB-001 drop_line unit_price expected_on kept finding criterion"
).split()
NASTY = {
    "beyond any column": "99999999999999999999",
    "endless": "9" * 5000,
    "odd digits": "²",
}
# Well formed, and as large or as far away as can be written.
EXTREME = {
    **dict.fromkeys(FIELDS, "999999999"),
    **{name: "2199-12-31" for name in FIELDS if name.endswith("_on")},
    **dict.fromkeys(("unit_price", "lines-0-unit_price", "amount", "carriage"), "999999999999"),
    "customer": "CLI-0001",
    "carrier": "TRA-01",
    "method": "transfer",
    "channel": "email",
    **dict.fromkeys(("product", "lines-0-product"), "MOB-001"),
    "lines-0-discount": "0",
    "validity_days": "365",
    "until": "2199-12-31T23:59",
}
IDS = ("99999999999999999999",)
FINE = {200, 204, 302, 303, 403, 404, 422}
LEAVES = {"accounts.sign_out", "accounts.sign_out_everywhere", "accounts.change_password"}


@pytest.fixture
def rows(app: Flask, session: Session, world: World, ctx: Context) -> dict[str, int]:
    """Ids for addresses, in a run with a little of everything."""
    bill = billing.invoiced(ctx, world)
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1)])
    order = OrderFactory(customer=world.customer, lines=[(world.desk, 1)])
    line = BankLineFactory(amount=30252)
    session.commit()
    return {
        "run_id": world.run.id,
        "invoice_id": bill.id,
        "delivery_id": bill.delivery_id,
        "quote_id": quote.id,
        "order_id": order.id,
        "line_id": line.id,
        "customer_id": world.customer.id,
        "product_id": world.desk.id,
        "supplier_id": world.supplier.id,
        "learner_id": world.learner.id,
        "cohort_id": world.learner.cohort_id or 0,
        "played_id": world.run.id,
    }


@pytest.fixture
def desk(app: Flask, rows: dict[str, int], world: World) -> FlaskClient:
    """The learner's browser."""
    return sign_in(app.test_client(), world.learner)


@pytest.fixture
def office(app: Flask, rows: dict[str, int], world: World) -> FlaskClient:
    """The trainer's browser."""
    return sign_in(app.test_client(), world.trainer)


def paths(app: Flask, method: str, rows: dict[str, int], *, in_run: bool) -> Iterator[str]:
    """Addresses of a method, in a run or out of any."""
    for rule in app.url_map.iter_rules():
        inside = "run_id" in rule.arguments
        if method in (rule.methods or ()) and inside == in_run and rule.endpoint not in LEAVES:
            path = rule.rule.replace("<int:", "<").replace("<path:", "<")
            for name in rule.arguments:
                path = path.replace(f"<{name}>", str(rows.get(name, 1)))
            yield path


def broken(client: FlaskClient, method: str, asked: Iterable[str], **values: object) -> list[str]:
    """Addresses that answer by an incident."""
    answers = ((path, client.open(path, method=method, **values)) for path in asked)
    return [f"{a.status_code} {p[:70]}" for p, a in answers if a.status_code not in FINE]


@pytest.mark.parametrize("row", IDS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_ids_beyond_what_a_column_holds_are_not_found(
    app: Flask, rows: dict[str, int], desk: FlaskClient, method: str, row: str
) -> None:
    beyond = {name: row for name in rows if name != "run_id"}  # type: ignore[dict-item]
    asked = paths(app, method, {"run_id": rows["run_id"], **beyond}, in_run=True)  # type: ignore[dict-item]
    assert broken(desk, method, asked) == []
    assert desk.get(f"/parties/{row}/devis").status_code == 404


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY)
def test_lists_asked_for_nonsense_still_answer(
    app: Flask, rows: dict[str, int], desk: FlaskClient, office: FlaskClient, value: str
) -> None:
    query = dict.fromkeys(WORDS, value[:1000])
    for client, in_run in ((desk, True), (office, False)):
        asked = paths(app, "GET", rows, in_run=in_run)
        assert broken(client, "GET", asked, query_string=query) == []


@pytest.mark.parametrize(
    "form",
    [*(dict.fromkeys(FIELDS, value) for value in NASTY.values()), EXTREME],
    ids=[*NASTY, "extreme"],
)
def test_forms_filled_with_nonsense_are_refused_with_a_sentence(
    app: Flask, rows: dict[str, int], desk: FlaskClient, office: FlaskClient, form: dict[str, str]
) -> None:
    for client, in_run in ((desk, True), (office, False)):
        asked = list(paths(app, "POST", rows, in_run=in_run))
        assert broken(client, "POST", asked, data=form) == []


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "\x0b", "\ud800"], ids=ascii)
def test_characters_that_nobody_types_are_refused_in_french(
    rows: dict[str, int], desk: FlaskClient, text: str
) -> None:
    for answer in (
        desk.post("/connexion", data={"login": text.encode("utf-8", "surrogatepass")}),
        desk.get("/aide", query_string={"q": text.encode("utf-8", "surrogatepass")}),
    ):
        assert answer.status_code in ({200, 422} if text == "\ud800" else {422})
    assert str(Unreadable()) in desk.post("/theme", data={"theme": "a\x00"}).text.replace(
        "&#39;", "'"
    )


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9999-12-31T23:59"])
def test_dates_of_another_time_are_refused_in_french(
    rows: dict[str, int], desk: FlaskClient, day: str
) -> None:
    answer = desk.post(f"/parties/{rows['run_id']}/avancer", data={"until": day})
    assert answer.status_code == 422
    assert day[:10] in answer.text
    assert day[:10] in str(NotOfOurTime(day=day[:10]))


def test_bytes_that_are_no_text_in_an_address_break_nothing(
    rows: dict[str, int], desk: FlaskClient
) -> None:
    for path in ("messages/1/lire", "messages"):
        for method in ("GET", "POST"):
            there = f"/parties/{rows['run_id']}/{path}?q=%ff%fe&boite=%c3%28"
            assert broken(desk, method, [there]) == []


@pytest.mark.parametrize("odd", ["//x.example", "/\\x", "http://[", "/a\r\nb", "https:x", "x", ""])
def test_addresses_that_are_not_of_this_site_lead_home(odd: str) -> None:
    assert local_path(odd) == "/"
