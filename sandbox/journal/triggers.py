"""Database triggers that keep the journal append-only and gapless, whoever writes.

Batch migrations on SQLite drop triggers silently: every migration that touches the journal calls
:func:`create` again.
"""

from sqlalchemy import Connection

_PURGED = "(SELECT status FROM run WHERE id = OLD.run_id) = 'purged'"
_PREVIOUS = "EXISTS (SELECT 1 FROM journal_entry WHERE run_id = NEW.run_id AND seq = NEW.seq - 1)"
NAMES = ("journal_entry_no_update", "journal_entry_no_delete", "journal_entry_no_gap")

_SQLITE = (
    "CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry "
    "BEGIN SELECT RAISE(ABORT, 'journal entries never change'); END",
    f"CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry WHEN NOT {_PURGED} "
    "BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END",
    "CREATE TRIGGER journal_entry_no_gap BEFORE INSERT ON journal_entry "
    f"WHEN NEW.seq <> 1 AND NOT {_PREVIOUS} "
    "BEGIN SELECT RAISE(ABORT, 'journal entries leave no gap'); END",
)

_POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION journal_entry_guard() RETURNS trigger AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'journal entries never change'; END IF;
      IF TG_OP = 'DELETE' THEN
        IF NOT {_PURGED} THEN RAISE EXCEPTION 'journal entries are never deleted'; END IF;
        RETURN OLD;
      END IF;
      IF NEW.seq <> 1 AND NOT {_PREVIOUS} THEN
        RAISE EXCEPTION 'journal entries leave no gap';
      END IF;
      RETURN NEW;
    END $$ LANGUAGE plpgsql""",
    *(
        f"CREATE TRIGGER {name} BEFORE {operation} ON journal_entry "
        "FOR EACH ROW EXECUTE FUNCTION journal_entry_guard()"
        for name, operation in zip(NAMES, ("UPDATE", "DELETE", "INSERT"), strict=True)
    ),
)


def create(connection: Connection) -> None:
    """Create the triggers, replacing those that are there."""
    drop(connection)
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Drop the triggers, if they are there."""
    table = "" if connection.dialect.name == "sqlite" else " ON journal_entry"
    for name in NAMES:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{table}")
