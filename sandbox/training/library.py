"""Scenarios that can be given, by their titles."""

from pathlib import Path

from sandbox.simulation.files import names, read_scenario
from sandbox.simulation.reading import BadFiles


def scenario_titles(folder: Path) -> list[tuple[str, str]]:
    """Name of each scenario whose files hold no mistake, its title and its company."""
    return [(name, title) for name in names(folder) if (title := _title(folder, name))]


def _title(folder: Path, name: str) -> str:
    try:
        setting = read_scenario(folder, name).setting
    except BadFiles:
        return ""
    return f"{setting.title} ({setting.company.name})"
