"""Commands of the installation: first administrator, backups."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from sandbox.accounts.backup import BackupRefused, restore_backup, write_backup
from sandbox.accounts.models import Role
from sandbox.accounts.services import create_account
from sandbox.core.errors import DomainError
from sandbox.extensions import db


@click.command("create-admin")
@click.argument("login")
@click.option("--name", default="", help="Nom affiché ; à défaut, le login.")
@with_appcontext
def create_admin(login: str, name: str) -> None:
    """Crée un compte d'administrateur ; le mot de passe est demandé, jamais supposé."""
    password = click.prompt("Mot de passe", hide_input=True, confirmation_prompt=True)
    try:
        account = create_account(
            db.session(),
            login=login,
            name=name or login,
            role=Role.ADMINISTRATOR,
            password=password,
        )
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    db.session.commit()
    click.echo(f"Compte d'administrateur « {account.login} » créé.")


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
def backup(file: Path) -> None:
    """Sauvegarde toutes les données dans FILE (un zip), pendant que l'on joue."""
    if file.exists():
        raise click.ClickException(f"« {file} » existe déjà : choisissez un autre nom.")
    with db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            # One snapshot for all tables, even while a class is playing: SQLite needs no asking.
            connection.execution_options(isolation_level="REPEATABLE READ")
        count = write_backup(connection, file)
    click.echo(f"{count} lignes sauvegardées dans {file}.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--force", is_flag=True, help="Efface d'abord ce que contient la base.")
@with_appcontext
def restore(file: Path, force: bool) -> None:
    """Rétablit une sauvegarde dans une base vide (après « flask db upgrade »)."""
    with db.engine.connect().execution_options(writing=True) as connection:
        try:
            count = restore_backup(connection, file, force=force)
        except BackupRefused as refusal:
            raise click.ClickException(str(refusal)) from refusal
        connection.commit()
    click.echo(f"{count} lignes rétablies depuis {file}.")


accounts_commands: list[click.Command] = [create_admin, backup, restore]
