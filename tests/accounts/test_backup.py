"""Backups: everything comes back, on either database, or nothing does."""

import json
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from sandbox.accounts.backup import MANIFEST, tables
from sandbox.accounts.models import Account, Role
from sandbox.accounts.services import by_login, create_account
from sandbox.core.context import Context
from sandbox.core.run import Run
from sandbox.crm.services import receive_message
from sandbox.documents.models import StoredDocument
from sandbox.extensions import db
from sandbox.journal.recording import verify
from tests.conftest import empty
from tests.factories.world import World


def everything() -> dict[str, list[object]]:
    with db.engine.connect() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key.columns)).all()
            for table in tables()
        }


def run(app: Flask, *arguments: str) -> object:
    return app.test_cli_runner().invoke(args=list(arguments))


@pytest.fixture
def kept(app: Flask, ctx: Context, world: World, tmp_path: Path) -> Path:
    ctx.add(
        StoredDocument(
            kind="quote",
            reference="DE-1",
            issued_at=ctx.now(),
            snapshot={"a": [1]},
            content=b"\x00",
        )
    )
    receive_message(
        ctx,
        sender="customer:CLI-0001",
        sender_name="Été",
        family="client",
        topic="other",
        subject="é",
        body="…",
    )
    ctx.session.commit()
    file = tmp_path / "sauvegarde.zip"
    assert run(app, "backup", str(file)).exit_code == 0
    return file


def test_what_was_saved_comes_back_as_it_was(app: Flask, session: Session, kept: Path) -> None:
    before = everything()
    session.close()
    empty()
    assert run(app, "restore", str(kept)).exit_code == 0
    assert everything() == before
    played = session.scalars(select(Run)).one()
    assert verify(session, played) is None


def test_numbers_go_on_after_a_restore(app: Flask, session: Session, kept: Path) -> None:
    session.close()
    empty()
    run(app, "restore", str(kept))
    create_account(session, login="new", name="New", role=Role.LEARNER, password="x" * 8)
    session.commit()


def test_a_database_in_use_is_not_overwritten_unless_told(app: Flask, kept: Path) -> None:
    before = everything()
    refused = run(app, "restore", str(kept))
    assert refused.exit_code == 1
    assert "--force" in refused.output
    assert run(app, "restore", str(kept), "--force").exit_code == 0
    assert everything() == before


def rewrite(file: Path, name: str, change: bytes) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[name] = change
    with zipfile.ZipFile(file, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


def test_a_damaged_backup_changes_nothing(app: Flask, kept: Path) -> None:
    rewrite(kept, "tables/account.jsonl", b"{}\n")
    before = everything()
    refused = run(app, "restore", str(kept), "--force")
    assert refused.exit_code == 1
    assert "abîmé" in refused.output
    assert everything() == before


def test_a_file_that_is_no_backup_is_refused(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "lettre.txt"
    file.write_text("Bonjour", encoding="utf-8")
    assert "n'est pas une sauvegarde" in run(app, "restore", str(file)).output


def test_a_backup_of_another_version_is_refused(app: Flask, kept: Path) -> None:
    with zipfile.ZipFile(kept) as archive:
        manifest = json.loads(archive.read(MANIFEST))
    rewrite(kept, MANIFEST, json.dumps(manifest | {"revision": "older"}).encode())
    assert "autre version" in run(app, "restore", str(kept), "--force").output


def test_a_backup_never_replaces_a_file(app: Flask, kept: Path) -> None:
    assert "existe déjà" in run(app, "backup", str(kept)).output


def test_the_first_administrator_chooses_a_password(app: Flask, session: Session) -> None:
    answer = app.test_cli_runner().invoke(
        args=["create-admin", "Chef"], input="un long secret\nun long secret\n"
    )
    assert answer.exit_code == 0
    account = by_login(session, "chef")
    assert account is not None
    assert account.role == Role.ADMINISTRATOR


def test_a_short_password_makes_no_administrator(app: Flask, session: Session) -> None:
    answer = app.test_cli_runner().invoke(args=["create-admin", "chef"], input="court\ncourt\n")
    assert answer.exit_code == 1
    assert session.scalar(select(Account)) is None


def test_a_restored_password_still_opens(app: Flask, session: Session, kept: Path) -> None:
    session.execute(update(Account).values(password_hash="?"))
    session.commit()
    run(app, "restore", str(kept), "--force")
    assert set(session.scalars(select(Account.password_hash))) == {"!"}
