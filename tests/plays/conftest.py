"""Plays of one scenario share its template: it is written once for all of them."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from sandbox.extensions import db
from tests.conftest import empty


@pytest.fixture(scope="module")
def standing(shared_app: Flask) -> Iterator[Flask]:
    """The application, its database emptied after the last play and not between two."""
    with shared_app.app_context():
        yield shared_app
        db.session.remove()
        empty()


@pytest.fixture
def session(standing: Flask) -> Iterator[Session]:
    """A session of the test's own."""
    with Session(db.engine, expire_on_commit=False) as session:
        yield session
