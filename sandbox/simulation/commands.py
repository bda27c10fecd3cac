"""Commands for those who write scenarios."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from sandbox.simulation.company_files import COMPANIES, company_names, read_company
from sandbox.simulation.describe import schemas
from sandbox.simulation.files import (
    Scenario,
    names,
    read_dialogues,
    read_scenario,
)
from sandbox.simulation.incident_reading import read_calls, read_incident, read_incidents
from sandbox.simulation.playfile import read_play
from sandbox.simulation.reading import BadFiles
from sandbox.simulation.sheets import (
    answers_text,
    brief_text,
    preview,
    preview_text,
    share_of_alarms,
)

MODEL = Path("gabarits") / "scenario.yaml"


def scenarios_folder() -> Path:
    """Where this installation keeps its scenarios."""
    return Path(current_app.config["SCENARIOS"])


@click.group("scenario")
def scenario_group() -> None:
    """Vérifier et créer des scénarios."""


@scenario_group.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@with_appcontext
def check_command(files: tuple[Path, ...]) -> None:
    """Vérifie des scénarios et des parties écrites (tous, si rien n'est nommé)."""
    folder = scenarios_folder()
    wanted = list(files) or [*_scenarios(folder), *_written(folder)]
    problems = [problem for file in wanted for problem in _problems(folder, file)]
    for problem in dict.fromkeys(problems):
        click.echo(problem)
    if problems:
        raise SystemExit(1)
    click.echo(f"{len(wanted)} fichiers vérifiés, tout est en ordre.")
    for line in _alarms(folder, wanted):
        click.echo(line)


def _alarms(folder: Path, wanted: Iterable[Path]) -> Iterator[str]:
    """The share of false alarms, in the catalogue and in each scenario that has incidents."""
    sheets = read_incidents(folder).values()
    yield "Catalogue. " + share_of_alarms(sum(s.false_alarm for s in sheets), len(sheets))
    for name in (file.stem for file in wanted if file.parent == folder):
        false, total = preview(read_scenario(folder, name)).alarms
        if total:
            yield f"{name}. {share_of_alarms(false, total)}"


def _written(folder: Path) -> Iterator[Path]:
    """Companies, incidents and plays."""
    yield from (folder / COMPANIES / f"{name}.yaml" for name in company_names(folder))
    yield from sorted(folder.glob("incidents/*.yaml"))
    yield from sorted(folder.glob("plays/**/*.yaml"))


def _scenarios(folder: Path) -> Iterable[Path]:
    return (folder / f"{name}.yaml" for name in names(folder))


def _problems(folder: Path, file: Path) -> list[str]:
    """What is wrong in a file, each mistake on its line."""
    try:
        if "plays" in file.parts:
            read_play(file, str(file))
        elif _of_company(file):
            _check_company(file)
        elif "dialogues" in file.parts:
            read_dialogues(file.parent.parent)
            read_calls(file.parent.parent)
        elif "incidents" in file.parts:
            read_incident(file, str(file))
        else:
            read_scenario(file.parent if file.parent.parts else folder, file.stem)
    except BadFiles as error:
        return [str(problem) for problem in error.problems]
    return []


def _of_company(file: Path) -> bool:
    """Whether a file is in a folder of companies, or in the folder of one of them."""
    beside = (file.parent / COMPANIES).is_dir()
    return not beside and COMPANIES in (file.parent.name, file.parent.parent.name)


def _check_company(file: Path) -> None:
    """The company that a file belongs to: its own, or one of those in the folder of its name."""
    alone = file.parent.name == COMPANIES
    home = file.parent if alone else file.parent.parent
    read_company(home.parent, file.stem if alone else file.parent.name)


@scenario_group.command("schema")
def schema_command() -> None:
    """Montre ce qu'un fichier peut contenir (JSON Schema)."""
    click.echo(json.dumps(schemas(), ensure_ascii=False, indent=2))


@scenario_group.command("preview")
@click.argument("name")
@with_appcontext
def preview_command(name: str) -> None:
    """Montre ce qui va se passer, jour par jour."""
    click.echo(preview_text(_read(name)))


@scenario_group.command("print")
@click.argument("name")
@click.option("--corrige", "answers", is_flag=True, help="La fiche du formateur.")
@with_appcontext
def print_command(name: str, answers: bool) -> None:
    """Écrit la consigne à imprimer, ou la fiche du formateur."""
    scenario = _read(name)
    click.echo(answers_text(scenario) if answers else brief_text(scenario))


def _read(name: str) -> Scenario:
    folder = scenarios_folder()
    if name not in names(folder):
        raise click.ClickException(
            f"« {name} » n'existe pas ; choisir : {', '.join(names(folder))}."
        )
    try:
        return read_scenario(folder, name)
    except BadFiles as error:
        raise click.ClickException(str(error)) from error


@scenario_group.command("new")
@click.argument("name")
@with_appcontext
def new_command(name: str) -> None:
    """Crée un scénario à compléter, sous ce nom."""
    folder = scenarios_folder()
    file = folder / f"{name}.yaml"
    if Path(name).name != name or file.exists():
        raise click.ClickException(f"« {name} » est déjà pris, ou n'est pas un nom de fichier.")
    file.write_text((folder / MODEL).read_text("utf-8"), "utf-8")
    click.echo(f"{file} est créé. Complétez-le, puis : flask scenario check {file}")


simulation_commands: tuple[click.Command, ...] = (scenario_group,)
