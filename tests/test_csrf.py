"""No form of another site can act here: every POST asks for its token."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from sandbox import create_app
from sandbox.shell import CSP

HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture
def guarded(tmp_path: Path) -> Flask:
    """An application of its own, its forms guarded as in a class."""
    app = create_app(
        TESTING=True, SECRET_KEY="x", SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path / 'x.db'}"
    )
    assert app.config.get("WTF_CSRF_ENABLED", True)
    return app


def posts(app: Flask) -> list[str]:
    binder = app.url_map.bind("localhost")
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    return [binder.build(r.endpoint, dict.fromkeys(r.arguments, 1), method="POST") for r in rules]


def test_no_post_goes_through_without_its_token(guarded: Flask) -> None:
    client = guarded.test_client()
    refused = {path: client.post(path).status_code for path in posts(guarded)}
    assert len(refused) > 50
    assert set(refused.values()) == {422}


def test_the_refusal_is_in_french_and_names_no_library(guarded: Flask) -> None:
    answer = guarded.test_client().post("/connexion", data={"login": "awa", "password": "x"})
    assert "rechargez-la" in answer.text
    assert "token" not in answer.text.partition("<main")[2]


def test_a_token_of_another_session_is_worth_nothing(guarded: Flask) -> None:
    theirs = guarded.test_client().get("/connexion").text
    token = theirs.partition('"X-CSRFToken":"')[2].partition('"')[0]
    assert token
    answer = guarded.test_client().post("/theme", data={"csrf_token": token})
    assert answer.status_code == 422


def answers(client: FlaskClient) -> Iterator[tuple[str, object]]:
    yield "page", client.get("/connexion")
    yield "redirect", client.get("/")
    yield "not found", client.get("/nulle-part")
    yield "refused", client.post("/connexion")
    yield "method", client.delete("/connexion")
    yield "under htmx", client.get("/", headers={"HX-Request": "true"})
    yield "incident", client.get("/casse")


def test_every_kind_of_answer_bears_the_same_headers(guarded: Flask) -> None:
    guarded.add_url_rule("/casse", view_func=_break)
    _break.is_public = True  # type: ignore[attr-defined]
    for kind, answer in answers(guarded.test_client()):
        assert {k: answer.headers.get(k) for k in HEADERS} == HEADERS, kind  # type: ignore[attr-defined]


def _break() -> str:
    raise RuntimeError("kept to itself")


def test_an_incident_shows_no_trace(guarded: Flask) -> None:
    guarded.add_url_rule("/casse", view_func=_break)
    _break.is_public = True  # type: ignore[attr-defined]
    answer = guarded.test_client().get("/casse")
    said = answer.text.partition("<main")[2]
    assert (answer.status_code, "RuntimeError" in said, "kept to itself" in said) == (
        500,
        False,
        False,
    )


def test_cookies_are_for_this_site_and_out_of_scripts_reach(guarded: Flask) -> None:
    client = guarded.test_client()
    cookie = client.get("/connexion").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    "referrer", ["https://ailleurs.example//x.example/", "http://[", "http://localhost//x.example"]
)
def test_the_way_back_never_leaves_the_site(guarded: Flask, referrer: str) -> None:
    text = guarded.test_client().post("/connexion", headers={"Referer": referrer}).text
    assert ('href="/"' in text, "x.example" in text) == (True, False)


def test_a_file_too_big_is_refused_in_french(guarded: Flask) -> None:
    answer = guarded.test_client().post("/connexion", data={"login": "x" * 5_000_000})
    assert (answer.status_code, "trop volumineux" in answer.text) == (422, True)
