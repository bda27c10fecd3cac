"""How Alembic reaches the application's database and tables."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from sandbox.accounts import models as accounts
from sandbox.core.orm import Base
from sandbox.crm import models as crm
from sandbox.documents import models as documents
from sandbox.erp import models as erp
from sandbox.journal import models as journal
from sandbox.simulation import models as simulation
from sandbox.supply import models as supply

ROOMS = (accounts, crm, documents, erp, journal, simulation, supply)


def run() -> None:
    """Migrate the database of the current application, in one transaction."""
    database = current_app.extensions["migrate"].db
    with database.engine.connect().execution_options(writing=True) as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
        )
        with _rebuilding(connection), context.begin_transaction():
            context.run_migrations()
            _must_hold_together(connection)
        connection.commit()


@contextmanager
def _rebuilding(connection: Connection) -> Iterator[None]:
    """Let SQLite drop and rename a table that others point to: to change a column is to copy it.

    The pragma does nothing inside a transaction, so it is given to the driver before one begins.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        # What is left of a transaction that failed would keep the pragma from taking hold.
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=ON")


def _must_hold_together(connection: Connection) -> None:
    """Raise RuntimeError when a row points to nothing, before anything is kept."""
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise RuntimeError(f"rows that point to nothing after the migration: {lost[:5]}")


run()
