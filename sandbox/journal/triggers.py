"""Database triggers that keep chained tables append-only and gapless, whoever writes.

Batch migrations on SQLite drop triggers silently: every migration that touches one of these tables
calls :func:`create` again.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, inspect

# Each has a run, a gapless number in it, and a hash chained to the one before.
TABLES = ("journal_entry", "judgement_entry")
_OPERATIONS = {"no_update": "UPDATE", "no_delete": "DELETE", "no_gap": "INSERT"}
_PURGED = "(SELECT status FROM run WHERE id = OLD.run_id) = 'purged'"


def create(connection: Connection) -> None:
    """Create the triggers of the tables that are there, replacing those they have."""
    drop(connection)
    write = _sqlite if connection.dialect.name == "sqlite" else _postgresql
    for table in _there(connection):
        for statement in write(table):
            connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Drop the triggers, if they are there."""
    for table in _there(connection):
        place = "" if connection.dialect.name == "sqlite" else f" ON {table}"
        for name in names(table):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{place}")


def names(table: str) -> list[str]:
    """Names of the triggers of a table."""
    return [f"{table}_{guard}" for guard in _OPERATIONS]


def _there(connection: Connection) -> list[str]:
    known = set(inspect(connection).get_table_names())
    return [table for table in TABLES if table in known]


def _previous(table: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE run_id = NEW.run_id AND seq = NEW.seq - 1)"  # noqa: S608


def _sqlite(table: str) -> Iterator[str]:
    conditions = {
        "no_update": "",
        "no_delete": f"WHEN NOT {_PURGED} ",
        "no_gap": f"WHEN NEW.seq <> 1 AND NOT {_previous(table)} ",
    }
    for guard, operation in _OPERATIONS.items():
        yield (
            f"CREATE TRIGGER {table}_{guard} BEFORE {operation} ON {table} {conditions[guard]}"
            f"BEGIN SELECT RAISE(ABORT, '{_said(table, guard)}'); END"
        )


def _postgresql(table: str) -> Iterator[str]:
    yield f"""CREATE OR REPLACE FUNCTION {table}_guard() RETURNS trigger AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION '{_said(table, "no_update")}'; END IF;
      IF TG_OP = 'DELETE' THEN
        IF NOT {_PURGED} THEN RAISE EXCEPTION '{_said(table, "no_delete")}'; END IF;
        RETURN OLD;
      END IF;
      IF NEW.seq <> 1 AND NOT {_previous(table)} THEN
        RAISE EXCEPTION '{_said(table, "no_gap")}';
      END IF;
      RETURN NEW;
    END $$ LANGUAGE plpgsql"""
    for guard, operation in _OPERATIONS.items():
        yield (
            f"CREATE TRIGGER {table}_{guard} BEFORE {operation} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_guard()"
        )


def _said(table: str, guard: str) -> str:
    entries = table.replace("_entry", " entries")
    return {
        "no_update": f"{entries} never change",
        "no_delete": f"{entries} are never deleted",
        "no_gap": f"{entries} leave no gap",
    }[guard]
