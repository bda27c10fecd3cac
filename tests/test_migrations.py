"""A database of before is brought up to date with all that it holds, and back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import func, inspect, select, text
from sqlalchemy.orm import Session

from sandbox import create_app
from sandbox.core.orm import Base
from sandbox.extensions import db
from tests.conftest import POSTGRESQL_IS_THERE, drop_postgresql_database, new_postgresql_database
from tests.factories.world import make_world
from tests.walk import played_run

# The last revision of the class that worked before periodic invoices, and one long before.
BEFORE, LONG_BEFORE = "saved_filters", "invoices"
KINDS = ["sqlite", "postgresql"] if POSTGRESQL_IS_THERE else ["sqlite"]


@pytest.fixture(params=KINDS)
def own_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An application on a database of its own, a run played to its end in it."""
    name = f"comptoir_migration_{os.getpid()}"
    server = request.param == "postgresql"
    address = new_postgresql_database(name) if server else f"sqlite:///{tmp_path / 'class.db'}"
    os.environ["COMPTOIR_INSTANCE"] = str(tmp_path)
    app = create_app(TESTING=True, SQLALCHEMY_DATABASE_URI=address)
    with app.app_context():
        upgrade()
        with Session(db.engine, expire_on_commit=False) as session:
            world = make_world(session)
            session.commit()
            played_run(session, world.learner)
        yield app
        db.session.remove()
        db.engine.dispose()
    if server:
        drop_postgresql_database(name)


def held() -> dict[str, int]:
    """Rows of each table that is there."""
    there = set(inspect(db.engine).get_table_names())
    with db.engine.connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
            if table.name in there
        }


def test_a_class_is_brought_up_to_date_with_all_it_holds(own_app: Flask) -> None:
    whole = held()
    assert min(whole[name] for name in ("customer", "customer_order", "invoice", "payment")) > 1
    for revision in (BEFORE, LONG_BEFORE):
        downgrade(revision=revision)
        upgrade()
        now = held()
        kept = {name: rows for name, rows in whole.items() if now[name]}
        assert {name: now[name] for name in kept} == kept
        # Only what the older database had no table for is lost.
        lost = {name for name in whole if whole[name] and not now[name]}
        assert lost <= {"litigation_file", "refund", "saved_filter", "invoiced_delivery"}
    if db.engine.dialect.name == "sqlite":
        # Links were let go of while tables were rebuilt: they hold, and are watched again.
        with db.engine.connect() as connection:
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1
