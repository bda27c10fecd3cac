"""Every screen after the model play: it answers, within its budget, writes nothing, speaks French.

``COMPTOIR_REFRESH=1 pytest tests/test_screens.py`` writes the table of statements anew.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from ruamel.yaml import YAML
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.core.run import Run
from sandbox.extensions import db
from sandbox.journal.models import JournalEntry, Move
from sandbox.journal.payloads import verbs
from tests.conftest import empty, sign_in
from tests.factories.world import make_world
from tests.walk import looked_at, played_run, screens

TABLE = Path(__file__).with_name("screens.yaml")
BUDGET = 12
# These lead elsewhere.
ELSEWHERE = {"documents.by_reference", "training.go", "accounts.sign_in"}
# Stable names that are French words too.
FRENCH = {"client", "comment", "document", "export", "met", "message", "note", "public", "service"}


@dataclass(frozen=True)
class Seen:
    """What came of looking at a screen."""

    status: int
    statements: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Walk:
    """All the screens, looked at once, and what the run held before and after."""

    seen: dict[str, Seen]
    before: tuple[object, ...]
    after: tuple[object, ...]


def held(session: Session, run: Run) -> tuple[object, ...]:
    """Entries, moves, head hash and hour of a run."""
    session.rollback()
    rows = (session.scalar(select(func.count()).select_from(kind)) for kind in (JournalEntry, Move))
    return (*rows, *session.execute(select(Run.head_hash, Run.clock).filter_by(id=run.id)).one())


@pytest.fixture(scope="module")
def walk(shared_app: Flask) -> Iterator[Walk]:
    with shared_app.app_context(), Session(db.engine, expire_on_commit=False) as session:
        world = make_world(session)
        session.commit()
        run = played_run(session, world.learner)
        before, seen = held(session, run), {}
        for screen in screens(shared_app, session, run):
            # Looked at twice: what the process keeps by heart is learnt the first time.
            who = world.trainer if screen.address.startswith("/formateur") else world.learner
            look(shared_app, who, screen.address)
            seen[screen.endpoint] = look(shared_app, who, screen.address)
        yield Walk(seen, before, held(session, run))
        session.close()
        db.session.remove()
        empty()


@contextmanager
def listening() -> Iterator[list[str]]:
    """Statements sent to the database in a block."""
    said: list[str] = []

    def listen(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "PRAGMA")):
            said.append(statement)

    event.listen(db.engine, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)


def look(app: Flask, who: Account, address: str) -> Seen:
    """Look at a screen as somebody signed in."""
    client = sign_in(app.test_client(), who)
    with listening() as said:
        answer = client.get(address)
    is_page = answer.mimetype == "text/html"
    return Seen(answer.status_code, tuple(said), visible(answer.text) if is_page else "")


class Reader(HTMLParser):
    """What is read on a page: text, and what is said of images and fields."""

    def __init__(self) -> None:
        super().__init__()
        self.silent = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")
        self.words += [v for k, v in attrs if k in ("aria-label", "title", "placeholder") and v]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def visible(html: str) -> str:
    """The words that a page shows."""
    reader = Reader()
    reader.feed(html)
    return " ".join(reader.words)


def stable_names() -> set[str]:
    """Names that the code knows things by, and that nobody should read."""
    values = {str(member) for kind in StrEnum.__subclasses__() for member in kind}
    levels = {"pre_reminder", "call", "reminder_1", "reminder_2", "formal_notice"}
    return {n for n in values | levels | set(verbs) if len(n) > 2} - FRENCH


def table() -> dict[str, int]:
    return YAML(typ="safe", pure=True).load(TABLE.read_text("utf-8")) or {}


def test_no_two_gestures_share_an_address(shared_app: Flask) -> None:
    ways = Counter(
        (re.sub("<.*?>", "<>", rule.rule), method)
        for rule in shared_app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )
    assert [way for way, count in ways.items() if count > 1] == []


def test_every_screen_is_walked(shared_app: Flask, walk: Walk) -> None:
    """A new argument in an address says in tests/walk.py which row to show."""
    unknown = [rule for rule in looked_at(shared_app) if rule.endpoint not in walk.seen]
    assert [str(rule) for rule in unknown] == []


def test_every_screen_answers(walk: Walk) -> None:
    answers = {name: seen.status for name, seen in walk.seen.items()}
    assert answers == {name: 303 if name in ELSEWHERE else 200 for name in answers}


def test_every_screen_sends_the_statements_of_the_table(walk: Walk) -> None:
    counts = {name: len(seen.statements) for name, seen in sorted(walk.seen.items())}
    if os.environ.get("COMPTOIR_REFRESH"):
        YAML().dump(counts, TABLE)
    assert max(counts.values()) <= BUDGET, counts
    assert counts == table()


def test_looking_writes_nothing(walk: Walk) -> None:
    assert walk.before == walk.after
    written = [
        f"{name} : {statement}"
        for name, seen in walk.seen.items()
        for statement in seen.statements
        if not statement.lstrip(" (").startswith(("SELECT", "WITH"))
    ]
    assert written == []


def test_no_stable_name_is_read_on_a_screen(walk: Walk) -> None:
    assert {"reminder_1", "partly_shipped", "order.recorded"} <= stable_names()
    names = re.compile(rf"(?<![\w.@-])({'|'.join(map(re.escape, stable_names()))})(?![\w@-])")
    found = {name: sorted(set(names.findall(seen.text))) for name, seen in walk.seen.items()}
    assert {name: words for name, words in found.items() if words} == {}
