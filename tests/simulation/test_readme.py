"""What scenarios/README.md shows can be copied as it stands."""

import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.simulation.files import read_scenario
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import play_out
from sandbox.training.commands_play import judge

BLOCKS = re.findall(r"```yaml\n(.*?)```", (SCENARIOS / "README.md").read_text("utf-8"), re.DOTALL)
EPISODES = [block for block in BLOCKS if block.startswith("# épisode")]
SECTIONS = [block for block in BLOCKS if not block.startswith("#")]
(PLAY,) = [block for block in BLOCKS if block.startswith("# partie")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))


def write(folder: Path, changes: dict[str, object]) -> None:
    yaml = YAML()
    model = yaml.load((folder / "gabarits" / "scenario.yaml").read_text("utf-8"))
    yaml.dump({**model, "customers": [], "products": [], **changes}, folder / "essai.yaml")


@pytest.mark.parametrize("block", EPISODES)
def test_an_episode_can_be_copied(folder: Path, block: str) -> None:
    write(folder, {"story": YAML().load(block)})
    assert len(read_scenario(folder, "essai").file.story) == 1


@pytest.mark.parametrize("block", SECTIONS)
def test_a_section_can_be_copied(folder: Path, block: str) -> None:
    write(folder, YAML().load(block))
    assert read_scenario(folder, "essai").digest


def test_the_play_can_be_copied(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "essai.yaml"
    file.write_text(PLAY, "utf-8")
    assert play_out(session, read_play(file), judge).broken == ()
