"""Backups: every table as JSON lines in a zip, the same for SQLite and PostgreSQL."""

import base64
import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    LargeBinary,
    Table,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from sandbox.core.orm import Base, CompanyTime

FORMAT = 1
BATCH = 500
MANIFEST = "manifest.json"


class BackupRefused(Exception):
    """Why a backup or its restoration did not take place, in a French sentence."""


def tables() -> list[Table]:
    """Tables in the order to fill them, parents first."""
    return list(Base.metadata.sorted_tables)


def revision(connection: Connection) -> str:
    """Which migration the database has reached."""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def is_empty(connection: Connection) -> bool:
    """Whether nobody has an account and nothing is played."""
    return all(
        connection.scalar(select(func.count()).select_from(Base.metadata.tables[name])) == 0
        for name in ("account", "run")
    )


def write_backup(connection: Connection, file: Path) -> int:
    """Write all the data seen by this transaction; returns how many rows."""
    partial = file.with_name(file.name + ".partial")
    manifest: dict[str, Any] = {"format": FORMAT, "revision": revision(connection), "tables": {}}
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables():
            with archive.open(_member(table), "w", force_zip64=True) as out:
                manifest["tables"][table.name] = _write_table(connection, table, out)
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True))
    partial.replace(file)
    return sum(entry["rows"] for entry in manifest["tables"].values())


def _member(table: Table) -> str:
    return f"tables/{table.name}.jsonl"


def _write_table(connection: Connection, table: Table, out: IO[bytes]) -> dict[str, Any]:
    digest, rows = hashlib.sha256(), 0
    query = select(table).order_by(*table.primary_key.columns)
    for row in connection.execution_options(yield_per=BATCH).execute(query).mappings():
        line = json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False)
        data = line.encode() + b"\n"
        digest.update(data)
        out.write(data)
        rows += 1
    return {"rows": rows, "sha256": digest.hexdigest()}


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date) else value


def read_manifest(file: Path) -> dict[str, Any]:
    """What a backup says it holds, every table checked against its digest.

    Raises BackupRefused for a file that is not a backup, or is damaged.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
            for table in tables():
                _check(archive, table, manifest["tables"])
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise BackupRefused(
            f"« {file} » n'est pas une sauvegarde de Comptoir, ou est abîmé."
        ) from error
    return manifest


def _check(archive: zipfile.ZipFile, table: Table, said: dict[str, Any]) -> None:
    digest = hashlib.sha256()
    with archive.open(_member(table)) as lines:
        for line in lines:
            digest.update(line)
    if digest.hexdigest() != said[table.name]["sha256"]:
        raise ValueError(f"{table.name} does not match its digest")


def restore_backup(connection: Connection, file: Path, *, force: bool = False) -> int:
    """Put a backup back, within the caller's transaction; returns how many rows.

    Raises BackupRefused when the file is damaged, was made by another version, or when the
    database already holds something and ``force`` does not say to forget it.
    """
    manifest = read_manifest(file)
    if (manifest["format"], manifest["revision"]) != (FORMAT, revision(connection)):
        raise BackupRefused(
            "Cette sauvegarde vient d'une autre version de Comptoir : installez la même version, "
            f"rétablissez, puis mettez à jour (base au point {manifest['revision']})."
        )
    if not is_empty(connection):
        if not force:
            raise BackupRefused(
                "La base contient déjà des données : --force les efface et les remplace."
            )
        empty(connection)
    return _fill(connection, file)


def empty(connection: Connection) -> None:
    """Delete every row, children first; journals go because their runs are marked as purged."""
    run = Base.metadata.tables["run"]
    connection.execute(update(run).values(status="purged", parent_id=None))
    for table, column in _late_columns():
        connection.execute(update(table).values({column.name: None}))
    for table in reversed(tables()):
        connection.execute(delete(table))


def _late_columns() -> Iterator[tuple[Table, Column[Any]]]:
    """Columns that point to a table filled later."""
    for table in tables():
        for column in table.columns:
            if any(key.use_alter for key in column.foreign_keys):
                yield table, column


def _fill(connection: Connection, file: Path) -> int:
    count, late = 0, {(table.name, column.name) for table, column in _late_columns()}
    with zipfile.ZipFile(file) as archive:
        for table in tables():
            held_back = {name: None for owner, name in late if owner == table.name}
            rows = _rows(archive, table)
            while some := [row | held_back for row in islice(rows, BATCH)]:
                connection.execute(insert(table), some)
                count += len(some)
        for table, column in _late_columns():
            _point(connection, table, column, _rows(archive, table))
    for table in tables():
        _restart_numbers(connection, table)
    return count


def _rows(archive: zipfile.ZipFile, table: Table) -> Iterator[dict[str, Any]]:
    with archive.open(_member(table)) as lines:
        for line in lines:
            row = json.loads(line)
            yield {c.name: _typed(c, row[c.name]) for c in table.columns}


def _typed(column: Column[Any], value: Any) -> Any:
    """The value as its column wants it."""
    if value is None:
        return None
    if isinstance(column.type, CompanyTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return base64.b64decode(value) if isinstance(column.type, LargeBinary) else value


def _point(
    connection: Connection, table: Table, column: Column[Any], rows: Iterator[dict[str, Any]]
) -> None:
    for row in rows:
        same = [key == row[key.name] for key in table.primary_key.columns]
        connection.execute(update(table).where(*same).values({column.name: row[column.name]}))


def _restart_numbers(connection: Connection, table: Table) -> None:
    """PostgreSQL goes on counting after the highest id put back."""
    column = table.autoincrement_column
    if connection.dialect.name != "postgresql" or column is None:
        return
    connection.execute(
        select(
            func.setval(
                func.pg_get_serial_sequence(table.name, column.name),
                select(func.coalesce(func.max(column), 1)).scalar_subquery(),
                select(func.count() > 0).select_from(table).scalar_subquery(),
            )
        )
    )
