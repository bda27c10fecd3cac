"""The door: who comes in, who does not, and what is never said."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from types import SimpleNamespace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.accounts import passwords, services
from sandbox.accounts.models import Account, Role
from sandbox.accounts.services import create_account
from sandbox.accounts.throttle import FAILURES, Throttle, throttle
from sandbox.accounts.views import local_path
from sandbox.core.calendar import paris

CODE = "un code pour la classe"
TOKEN = re.compile(r'"X-CSRFToken":"[^"]*"|name="csrf_token"[^>]*')
NOW = paris(2026, 11, 2, 9)


@pytest.fixture(autouse=True)
def quiet_door() -> Iterator[None]:
    throttle.reset()
    yield
    throttle.reset()


@pytest.fixture
def awa(session: Session) -> Account:
    account = create_account(
        session, login="awa", name="Awa Diallo", role=Role.LEARNER, password=CODE
    )
    session.commit()
    return account


@pytest.fixture
def door(app: Flask, session: Session, awa: Account) -> FlaskClient:
    client = app.test_client()
    client.test_session = session
    return client


def knock(door: FlaskClient, password: str = CODE, login: str = "awa", **more: str) -> object:
    return door.post("/connexion", data={"login": login, "password": password, **more})


def test_the_right_code_opens_and_leads_where_one_was_going(door: FlaskClient) -> None:
    answer = knock(door, login=" AWA ", next="/aide")
    assert (answer.status_code, answer.location) == (303, "/aide")
    assert "Awa Diallo" in door.get("/aide").text


def test_a_session_works_over_plain_http(door: FlaskClient) -> None:
    cookie = knock(door).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_what_was_in_the_session_before_is_forgotten(door: FlaskClient) -> None:
    with door.session_transaction() as cookie:
        cookie["planted"] = "yes"
    knock(door)
    with door.session_transaction() as cookie:
        assert "planted" not in cookie


def test_an_unknown_login_and_a_wrong_code_get_the_same_answer(door: FlaskClient) -> None:
    unknown, wrong = knock(door, login="nobody"), knock(door, "wrong code")
    assert unknown.status_code == wrong.status_code == 422
    # The page's token against forged requests holds the time: it is all that may differ.
    said = [TOKEN.sub("", answer.text.replace("nobody", "awa")) for answer in (unknown, wrong)]
    assert said[0] == said[1]


def test_an_unknown_login_costs_a_hash_too(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    watched = SimpleNamespace(verify=lambda kept, _: tried.append(kept) or True)
    passwords.warm_up()
    monkeypatch.setattr(passwords, "_hasher", watched)
    assert not services.is_let_in(None, CODE, NOW)
    assert tried[0].startswith("$argon2id$")


def test_five_failures_shut_the_account_for_five_minutes(session: Session, awa: Account) -> None:
    for _ in range(5):
        services.remember_failure(session, awa, NOW)
        session.refresh(awa)
    assert not services.is_let_in(awa, CODE, NOW + timedelta(minutes=4))
    assert services.is_let_in(awa, CODE, NOW + timedelta(minutes=6))


def test_a_shut_account_refuses_even_the_right_code(door: FlaskClient) -> None:
    for _ in range(5):
        knock(door, "wrong code")
    assert knock(door).status_code == 422


def test_success_forgets_failures(session: Session, awa: Account) -> None:
    services.remember_failure(session, awa, NOW)
    services.remember_success(session, awa, CODE)
    session.refresh(awa)
    assert (awa.failures, awa.locked_until) == (0, None)


def test_an_old_hash_is_made_anew(
    session: Session, awa: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = awa.password_hash
    monkeypatch.setattr(passwords, "is_outdated", lambda _: True)
    services.remember_success(session, awa, CODE)
    session.refresh(awa)
    assert awa.password_hash != before


def test_an_address_that_fails_too_often_waits() -> None:
    moment = [0.0]
    door = Throttle(lambda: moment[0])
    for _ in range(FAILURES):
        door.failed("192.0.2.9")
    assert door.is_closed("192.0.2.9")
    assert not door.is_closed("192.0.2.10")
    moment[0] = 301.0
    assert not door.is_closed("192.0.2.9")


def test_the_page_says_so_when_an_address_waits(door: FlaskClient) -> None:
    for _ in range(FAILURES):
        throttle.failed("127.0.0.1")
    answer = knock(door)
    assert answer.status_code == 422
    assert "attendez quelques minutes" in answer.text


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "", None, "/\n/x"],
)
def test_nobody_is_sent_to_another_site(wanted: str | None) -> None:
    assert local_path(wanted) == "/"


def test_a_path_of_ours_is_kept() -> None:
    assert local_path("/parties/3/devis?page=2") == "/parties/3/devis?page=2"


def test_signing_out_closes_the_session(door: FlaskClient) -> None:
    knock(door)
    assert door.post("/deconnexion").location == "/connexion"
    assert door.get("/compte").status_code == 303


def test_signing_out_everywhere_ends_other_sessions(
    app: Flask, session: Session, door: FlaskClient
) -> None:
    elsewhere = app.test_client()
    knock(door)
    knock(elsewhere)
    door.post("/compte/deconnecter-partout")
    assert elsewhere.get("/compte").status_code == 303


def test_changing_the_password_keeps_this_session_and_ends_the_others(
    app: Flask, door: FlaskClient
) -> None:
    elsewhere = app.test_client()
    knock(door)
    knock(elsewhere)
    door.post("/compte/mot-de-passe", data={"current": CODE, "new": "une autre phrase"})
    assert door.get("/compte").status_code == 200
    assert elsewhere.get("/compte").status_code == 303
    assert knock(elsewhere, "une autre phrase").status_code == 303


@pytest.mark.parametrize(
    ("current", "new", "said"),
    [("wrong code", "une autre phrase", "pas le bon"), (CODE, "court", "au moins 8")],
)
def test_a_bad_change_of_password_says_why(
    door: FlaskClient, current: str, new: str, said: str
) -> None:
    knock(door)
    answer = door.post("/compte/mot-de-passe", data={"current": current, "new": new})
    assert answer.status_code == 422
    assert said in answer.text


def test_the_person_is_loaded_in_one_statement(
    door: FlaskClient, count_sql: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    knock(door)
    with count_sql() as seen:
        door.get("/compte")
    assert len(seen) == 1


def test_an_account_turned_off_stays_out(session: Session, door: FlaskClient, awa: Account) -> None:
    knock(door)
    awa.active = False
    session.commit()
    assert door.get("/compte").status_code == 303
    assert knock(door).status_code == 422


def test_the_theme_is_kept_and_leads_back_here(door: FlaskClient) -> None:
    answer = door.post("/theme", data={"theme": "dark", "back": "//evil.example"})
    assert (answer.status_code, answer.location) == (303, "/")
    assert 'data-bs-theme="dark"' in door.get("/connexion").text


def test_codes_are_easy_to_copy_and_never_twice_the_same() -> None:
    codes = {passwords.new_access_code() for _ in range(100)}
    assert len(codes) == 100
    assert not set("".join(codes)) & set("il1o0")
