"""Behind a proxy, or not: whose word is taken for who asks, and over what."""

import pytest
from flask import Flask, request

from sandbox import config, create_app
from sandbox.web import public

FORWARDED = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}


def seen_by(app: Flask) -> tuple[str, str | None]:
    seen: list[tuple[str, str | None]] = []

    def look() -> str:
        seen.append((request.scheme, request.remote_addr))
        return ""

    app.view_functions["accounts.sign_in"] = public(look)
    app.test_client().get("/connexion", headers=FORWARDED)
    return seen[0]


@pytest.mark.parametrize(
    ("trusted", "expected"), [(True, ("https", "192.0.2.7")), (False, ("http", "127.0.0.1"))]
)
def test_a_proxy_is_believed_only_when_said_so(
    trusted: bool, expected: tuple[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("COMPTOIR_INSTANCE", str(tmp_path))
    app = create_app(TRUST_PROXY=trusted, SQLALCHEMY_DATABASE_URI="sqlite://")
    assert seen_by(app) == expected


@pytest.mark.parametrize(("value", "secure"), [("1", True), ("", False)])
def test_cookies_are_secure_only_over_https(
    value: str, secure: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("COMPTOIR_HTTPS", value)
    settings = config.defaults(tmp_path)
    assert settings["SESSION_COOKIE_SECURE"] is secure
    assert settings["TRUST_PROXY"] is secure
