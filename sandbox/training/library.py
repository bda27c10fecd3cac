"""Scenarios that can be given, by their titles."""

from pathlib import Path

from sandbox.simulation.files import names, read_scenario
from sandbox.simulation.reading import BadFiles


def scenario_titles(folder: Path) -> list[tuple[str, str]]:
    """Name and title of each scenario whose files hold no mistake."""
    return [(name, title) for name in names(folder) if (title := _title(folder, name))]


def _title(folder: Path, name: str) -> str:
    try:
        return read_scenario(folder, name).setting.title
    except BadFiles:
        return ""
