"""Fixtures: two databases when both are there, a small company, a signed-in learner."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_login.utils import _create_identifier
from flask_migrate import upgrade
from sqlalchemy import (
    CompoundSelect,
    Table,
    create_engine,
    delete,
    event,
    literal,
    select,
    text,
    union_all,
    update,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from sandbox import create_app
from sandbox.accounts.models import Account
from sandbox.core.context import Context
from sandbox.core.orm import Base
from sandbox.core.run import Run
from sandbox.extensions import db
from tests import factories
from tests.factories.world import World, make_world

POSTGRESQL = os.environ.get("COMPTOIR_TEST_POSTGRESQL", "postgresql+psycopg://127.0.0.1:5432/test")
_not_run: list[str] = []


def _postgresql_answers() -> bool:
    engine = create_engine(POSTGRESQL, connect_args={"connect_timeout": 2})
    try:
        with engine.connect():
            return True
    except OperationalError:
        return False
    finally:
        engine.dispose()


POSTGRESQL_IS_THERE = _postgresql_answers()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" in metafunc.fixturenames:
        there = ["sqlite", "postgresql"] if POSTGRESQL_IS_THERE else ["sqlite"]
        metafunc.parametrize("database", there, scope="session", indirect=True)


@pytest.fixture(scope="session")
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Address of an empty database of one kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('database') / 'comptoir.db'}"
        return
    name = f"comptoir_test_{os.getpid()}"
    yield new_postgresql_database(name)
    drop_postgresql_database(name)


def on_the_server(*statements: str) -> None:
    """Run statements on the PostgreSQL server itself, outside any transaction."""
    engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def drop_postgresql_database(name: str) -> None:
    """Drop a PostgreSQL database, whoever is on it."""
    on_the_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def new_postgresql_database(name: str) -> str:
    """Create an empty PostgreSQL database; returns its address."""
    drop_postgresql_database(name)
    on_the_server(f"CREATE DATABASE {name}")
    return POSTGRESQL.rsplit("/", 1)[0] + f"/{name}"


class Browser(FlaskClient):
    """A client that shares no session with the test: what was not committed is lost."""

    test_session: Session | None = None

    def open(self, *args: object, **kwargs: object) -> object:
        if self.test_session is not None:
            self.test_session.commit()
        try:
            # A context of its own: the test's would keep who was signed in, from one request on.
            with self.application.app_context():
                return super().open(*args, **kwargs)
        finally:
            if self.test_session is not None:
                self.test_session.expire_all()


@pytest.fixture(scope="session")
def shared_app(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on a database built by the real migrations, once."""
    os.environ["COMPTOIR_INSTANCE"] = str(tmp_path_factory.mktemp("instance"))
    app = create_app(TESTING=True, WTF_CSRF_ENABLED=False, SQLALCHEMY_DATABASE_URI=database)
    app.test_client_class = Browser
    with app.app_context():
        upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(shared_app: Flask) -> Iterator[Flask]:
    """The application, its database empty."""
    with shared_app.app_context():
        yield shared_app
        db.session.remove()
        empty()


@cache
def tables() -> list[Table]:
    """Every table of the application, children first."""
    return list(reversed(Base.metadata.sorted_tables))


@cache
def filled() -> CompoundSelect[tuple[str]]:
    """Names of the tables that have rows: a hundred DELETE for nothing would take time."""
    return union_all(*(select(literal(t.name)).where(select(t).exists()) for t in tables()))


def empty() -> None:
    """Delete every row, children first; journals go because their runs are marked as purged."""
    with db.engine.connect().execution_options(writing=True) as connection:
        names = set(connection.scalars(filled()))
        connection.execute(update(Run).values(status="purged", parent_id=None))
        connection.execute(text("UPDATE cohort SET trainer_id = NULL"))
        for table in tables():
            if table.name in names:
                connection.execute(delete(table))
        connection.commit()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A session of the test's own."""
    with Session(db.engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def world(session: Session) -> World:
    """A small company in an open run, with a learner and a trainer; committed."""
    world = make_world(session)
    session.commit()
    return world


@pytest.fixture
def ctx(session: Session, world: World) -> Iterator[Context]:
    """The learner's hands in the run; factories put their rows there."""
    context = Context(session, world.run, world.setting)
    with factories.acting_in(context):
        yield context


def sign_in(client: FlaskClient, account: Account) -> FlaskClient:
    """Sign an account in without the cost of its password."""
    seen = {"REMOTE_ADDR": "127.0.0.1", "HTTP_USER_AGENT": "test"}
    with client.application.test_request_context(environ_base=seen):
        identifier = _create_identifier()
    client.environ_base["HTTP_USER_AGENT"] = "test"
    with client.session_transaction() as cookie:
        cookie.update({"_user_id": account.get_id(), "_fresh": True, "_id": identifier})
    return client


@pytest.fixture
def client(app: Flask, session: Session, world: World) -> FlaskClient:
    """A browser signed in as the owner of the run."""
    client = app.test_client()
    client.test_session = session
    return sign_in(client, world.learner)


@pytest.fixture
def count_sql(app: Flask) -> Callable[[], AbstractContextManager[list[str]]]:
    """Count the statements sent to the database in a block."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        seen: list[str] = []

        def listen(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            if not statement.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "PRAGMA")):
                seen.append(statement)

        event.listen(db.engine, "before_cursor_execute", listen)
        try:
            yield seen
        finally:
            event.remove(db.engine, "before_cursor_execute", listen)

    return counting


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what did not run."""
    if not POSTGRESQL_IS_THERE:
        _not_run.append("PostgreSQL : aucun serveur n'a répondu, rien n'y a été testé.")
    for line in _not_run:
        terminalreporter.write_sep("!", f"NON TESTÉ — {line}", red=True, bold=True)


def not_run(reason: str) -> None:
    """Keep a reason to say loudly at the end, and skip."""
    if reason not in _not_run:
        _not_run.append(reason)
    pytest.skip(reason)
