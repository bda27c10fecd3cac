"""Slow work, done outside the transactions that asked for it: drawing documents, once."""

import hashlib
import logging
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from flask import Flask
from sqlalchemy import Select, event, select
from sqlalchemy.orm import Session, sessionmaker

from sandbox.core.calendar import PARIS
from sandbox.core.database import writing
from sandbox.documents.einvoice import file_of
from sandbox.documents.issuing import PDF, awaited
from sandbox.documents.models import StoredDocument
from sandbox.documents.snapshots import from_json
from sandbox.extensions import db
from sandbox.journal.models import OutboxItem

log = logging.getLogger(__name__)

TRIES = 3
EVERY_SECONDS = 5.0
BATCH = 50

SessionFactory = Callable[[], Session]
Key = tuple[int, int]
_work = threading.Event()


def drain(session_factory: SessionFactory) -> int:
    """Draw every document that waits; how many were drawn. A failure is kept, and tried again."""
    with closing(session_factory()) as session:
        waiting = [(item.run_id, item.id) for item in session.scalars(_waiting())]
    return sum(_draw(session_factory, key) for key in waiting)


def _waiting() -> Select[OutboxItem]:
    return (
        select(OutboxItem)
        .where(OutboxItem.kind == PDF, OutboxItem.done_at.is_(None), OutboxItem.failures < TRIES)
        .order_by(OutboxItem.run_id, OutboxItem.id)
        .limit(BATCH)
    )


def _draw(session_factory: SessionFactory, key: Key) -> bool:
    """Draw one document with no transaction open, then keep the file or the problem."""
    with closing(session_factory()) as session:
        item = session.get(OutboxItem, key)
        named = item.snapshot.get("document_id") if item else None
        document = session.get(StoredDocument, (key[0], named)) if named else None
        snapshot = document.snapshot if document else None
    try:
        content = file_of(from_json(snapshot or {}))
    except Exception as error:
        # Whatever went wrong is kept beside the item, and read by those who run the place.
        log.exception("document %s of run %s cannot be drawn", key[1], key[0])
        _keep_problem(session_factory, key, f"{type(error).__name__} : {error}")
        return False
    _keep(session_factory, key, content)
    return True


def _keep(session_factory: SessionFactory, key: Key, content: bytes) -> None:
    with closing(session_factory()) as session, writing(session):
        item = session.get_one(OutboxItem, key)
        document = session.get_one(StoredDocument, (key[0], item.snapshot["document_id"]))
        if document.content is None:
            document.content = content
            document.sha256 = hashlib.sha256(content).hexdigest()
        item.done_at, item.problem = datetime.now(PARIS), None
        session.commit()


def _keep_problem(session_factory: SessionFactory, key: Key, problem: str) -> None:
    with closing(session_factory()) as session, writing(session):
        item = session.get_one(OutboxItem, key)
        item.failures += 1
        item.problem = problem
        session.commit()


def start_worker(app: Flask) -> None:
    """Start the thread that drains the outbox, when the installation wants one."""
    if not app.config["OUTBOX_THREAD"]:
        return
    with app.app_context():
        factory = sessionmaker(db.engine, expire_on_commit=False)
    if not event.contains(Session, "after_commit", _wake):
        event.listen(Session, "after_commit", _wake)
    threading.Thread(target=_work_for_ever, args=(factory,), name="outbox", daemon=True).start()


def _wake(session: Session) -> None:
    if awaited(session):
        _work.set()


def _work_for_ever(factory: SessionFactory) -> None:
    while True:
        _work.wait(EVERY_SECONDS)
        _work.clear()
        try:
            drain(factory)
        except Exception:
            # The database may be away for a while: what waits is still there afterwards.
            log.exception("the outbox could not be drained")
