"""Two databases, one behaviour: SQLite turns for writers, PostgreSQL row locks."""

import hashlib
import sqlite3
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.orm import Session


class Turnstile:
    """A fair lock: waiting writers pass in order of arrival.

    SQLite lets waiting writers sleep and poll, which starves some of them; queueing here, before
    ``BEGIN IMMEDIATE``, keeps the wait short and in order.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._busy = False
        self._waiting: deque[threading.Event] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._busy:
                self._busy = True
                return
            turn = threading.Event()
            self._waiting.append(turn)
        turn.wait()

    def __exit__(self, *_: object) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._busy = False


_turnstile = Turnstile()


def prepare(engine: Engine) -> None:
    """Make an engine begin its transactions itself; tune SQLite for one process, many readers."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


def _tune_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "busy_timeout=10000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A read transaction that turns into a write fails at once: a writing one says so at the start.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def writing(session: Session) -> Iterator[Session]:
    """Start afresh a transaction that will write; the caller commits or rolls back inside.

    What the session had read before is forgotten: it may be stale by now.
    """
    if session.get_bind().dialect.name != "sqlite":
        # Each statement there reads what is committed: forgetting the rows is enough.
        session.expunge_all()
        yield session
        return
    session.close()
    with _turnstile:
        session.connection(execution_options={"writing": True})
        try:
            yield session
        finally:
            # Whatever happened, the turn is not passed on with a transaction still open.
            session.rollback() if session.in_transaction() else None


def one_at_a_time(session: Session, what: str) -> None:
    """Wait until no other transaction does this; on SQLite writers already pass one by one."""
    if session.get_bind().dialect.name == "postgresql":
        key = int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], signed=True)
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def row_values(instance: Any) -> dict[str, Any]:
    """Column values of a mapped instance, by attribute name."""
    return {column.key: getattr(instance, column.key) for column in instance.__mapper__.columns}
