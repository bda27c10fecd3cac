"""A scenario as its trainer reads it before giving it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sandbox.core.run import Mode
from sandbox.evaluation.reac import reac
from sandbox.simulation.files import Scenario, names, read_scenario
from sandbox.simulation.incident_files import IncidentFile
from sandbox.simulation.reading import BadFiles
from sandbox.simulation.sheets import Preview, preview, share_of_alarms


@dataclass(frozen=True)
class Answers:
    """An incident on the answer sheet: what to find, and how each reaction is worth."""

    sheet: IncidentFile

    @property
    def reactions(self) -> list[tuple[str, str, str]]:
        """Worth in words, its colour, and the reaction."""
        named = (
            ("Bonne réaction", "ok", self.sheet.accepted),
            ("Admise", "info", self.sheet.tolerated),
            ("À éviter", "warn", self.sheet.wrong),
        )
        return [(word, css, each.label) for word, css, found in named for each in found]


@dataclass(frozen=True)
class ScenarioPage:
    """Everything that the page shows."""

    scenario: Scenario
    preview: Preview

    @property
    def mode(self) -> str:
        """The mode that the scenario is written for."""
        return Mode(self.scenario.file.mode).label

    @property
    def alarms(self) -> str:
        """« Fausses alertes : 2 sur 7 (29 %). »"""
        return share_of_alarms(*self.preview.alarms)

    @property
    def objectives(self) -> list[tuple[str, str, str]]:
        """Code, official title and aim of each criterion."""
        titles = reac().criteria
        aims = self.scenario.file.objectives
        return [(code, titles.get(code, ""), text) for code, text in aims.items()]

    @property
    def answers(self) -> list[Answers]:
        """The incidents of the scenario, each once."""
        used = dict.fromkeys(planned.incident for planned in self.scenario.file.incidents)
        return [Answers(self.scenario.incidents[name]) for name in used]


def scenario_page(folder: Path, name: str) -> ScenarioPage | None:
    """The page of a scenario; None when there is none of this name without mistakes."""
    if name not in names(folder):
        return None
    try:
        scenario = read_scenario(folder, name)
    except BadFiles:
        return None
    return ScenarioPage(scenario, preview(scenario))


def library(folder: Path) -> Iterable[ScenarioPage]:
    """Every scenario that can be given, by title."""
    found = (scenario_page(folder, name) for name in names(folder))
    return sorted((each for each in found if each), key=lambda each: each.scenario.file.title)
