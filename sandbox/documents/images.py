"""Pictures of a specimen of every document, page by page: what the docs show."""

from pathlib import Path

import click

from sandbox.documents.base import Snapshot
from sandbox.documents.rendering import pictures
from sandbox.documents.specimens import one_of_each


@click.group("documents")
def documents_group() -> None:
    """Documents commerciaux : images des modèles."""


@documents_group.command("images")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def images_command(folder: Path) -> None:
    """Dessine dans DIR, en PNG, chaque page d'un exemplaire de chaque document."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [path for snapshot in one_of_each() for path in draw(snapshot, folder / stem(snapshot))]
    plural = "s" if len(drawn) > 1 else ""
    click.echo(f"{len(drawn)} image{plural} dans {folder}.")


def draw(snapshot: Snapshot, target: Path) -> list[Path]:
    """Write the pages of a document beside each other; where they went."""
    paths = []
    for number, page in enumerate(pictures(snapshot), 1):
        path = target.with_name(f"{target.name}-{number}.png")
        path.write_bytes(page)
        paths.append(path)
    return paths


def stem(snapshot: Snapshot) -> str:
    """Name of its pictures: kind, step of dunning, language when it is not French."""
    step = getattr(snapshot, "level", "")
    language = "" if snapshot.language == "fr" else snapshot.language
    return "-".join(str(part) for part in (snapshot.kind, step, language) if part)


documents_image_commands = [documents_group]
