"""What scenarios/README.md shows can be copied as it stands."""

import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.crm.models import Customer
from sandbox.erp.models import Order
from sandbox.simulation.files import read_scenario
from sandbox.simulation.incident_reading import read_incidents
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import play_out
from sandbox.training.commands_play import judge
from tests.simulation.stories import Desk

BLOCKS = re.findall(r"```yaml\n(.*?)```", (SCENARIOS / "README.md").read_text("utf-8"), re.DOTALL)
EPISODES = [block for block in BLOCKS if block.startswith("# épisode")]
SECTIONS = [block for block in BLOCKS if not block.startswith("#")]
(INCIDENT,) = [block for block in BLOCKS if block.startswith("# incident")]
(CUSTOMERS,) = [block for block in BLOCKS if block.startswith("# clients")]
(PLAY,) = [block for block in BLOCKS if block.startswith("# partie")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))


def write(folder: Path, changes: dict[str, object]) -> None:
    yaml = YAML()
    model = yaml.load((folder / "gabarits" / "scenario.yaml").read_text("utf-8"))
    yaml.dump({**model, "uses": {}, **changes}, folder / "essai.yaml")


@pytest.mark.parametrize("block", EPISODES)
def test_an_episode_can_be_copied(folder: Path, block: str) -> None:
    write(folder, {"story": YAML().load(block)})
    assert len(read_scenario(folder, "essai").file.story) == 1


@pytest.mark.parametrize("block", SECTIONS)
def test_a_section_can_be_copied(folder: Path, block: str) -> None:
    write(folder, YAML().load(block))
    assert read_scenario(folder, "essai").digest


def test_a_customer_added_to_a_company_has_bought_from_it(session: Session, folder: Path) -> None:
    (folder / "companies" / "hevea" / "voisins.yaml").write_text(CUSTOMERS, "utf-8")
    everything = next(block for block in SECTIONS if block.startswith("uses:"))
    write(folder, YAML().load(everything) | {"invoices": [], "changes": {}})
    assert len(read_scenario(folder, "essai").company.customers) == 121
    desk = Desk(session, folder=folder, scenario="essai")
    wanted = (Customer.run_id == desk.run.id, Customer.reference == "CLI-0301")
    bought = select(Order).join(Order.customer).where(*wanted)
    assert session.scalars(bought).all()


def test_the_incident_can_be_copied(folder: Path) -> None:
    (folder / "incidents" / "facture-perdue.yaml").write_text(INCIDENT, "utf-8")
    assert read_incidents(folder)["facture-perdue"].kind == "message"


def test_the_incident_plays_exactly_as_printed(session: Session, folder: Path) -> None:
    (folder / "incidents" / "facture-perdue.yaml").write_text(INCIDENT, "utf-8")
    planned = {"incident": "facture-perdue", "at": "2026-11-02T10:00"}
    named = {"customer": "CLI-0001", "about": "FA-2026-000001"}
    write(folder, {"incidents": [planned | {"with": named}], "story": []})
    desk = Desk(session, folder=folder, scenario="essai")
    desk.wait("2026-11-04T09:00")
    verbs = [e.verb for e in desk.entries() if e.verb.startswith("incident.")]
    assert verbs == ["incident.struck", "incident.answered"]


def test_the_play_can_be_copied(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "essai.yaml"
    file.write_text(PLAY, "utf-8")
    assert play_out(session, read_play(file), judge).broken == ()
