"""docs/referentiel.md tells the truth: no dead name, no criterion left out."""

import re
from pathlib import Path

import pytest
from flask import Flask
from ruamel.yaml import YAML

import sandbox.app  # noqa: F401 - it fills the registry
from sandbox.evaluation.reac import reac
from sandbox.journal.use_cases import registry

PAGE = Path(__file__).resolve().parent.parent / "docs" / "referentiel.md"
HEADS = ("| Ce qu", "| Demande")
LINES = [
    [cell.strip() for cell in line.strip().strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and "---" not in line and not line.startswith(HEADS)
]
DEMAND = re.compile(r"(CP\d)-(\d)")
ROWS = [line for line in LINES if not DEMAND.fullmatch(line[0])]
DEMANDS = [line for line in LINES if DEMAND.fullmatch(line[0])]
# What each activity sheet asks a learner to do is listed beside the repository.
OFFICIAL = PAGE.parent.parent.parent / "shared" / "reac.yaml"
ASKED = ("CP1", "CP3", "CP4")
GROUPS = ("CP1", "CP2", "CP3", "CP4", "CT1", "CT2", "CT3")


def names(cell: str) -> list[str]:
    return re.findall(r"`([\w.]+)`", cell)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_each_line_has_deeds_that_exist(row: list[str]) -> None:
    assert len(row) == 4
    assert names(row[2])
    assert [name for name in names(row[2]) if name not in registry] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_each_line_has_screens_that_exist(app: Flask, row: list[str]) -> None:
    assert names(row[3])
    assert [name for name in names(row[3]) if name not in app.view_functions] == []


def test_every_criterion_has_a_line_and_none_is_invented() -> None:
    told = {code for row in ROWS for code in row[1].split()}
    official = reac().criteria
    assert told <= set(official)
    assert {code for code in official if code.split(".")[0] in GROUPS} <= told


@pytest.mark.parametrize("line", DEMANDS, ids=lambda line: line[0])
def test_each_demand_of_a_sheet_has_deeds_that_a_line_shows(line: list[str]) -> None:
    code, told, deeds = line
    shown = {name for row in ROWS for name in names(row[2])}
    assert told
    assert names(deeds)
    assert [name for name in names(deeds) if name not in registry] == []
    assert set(names(deeds)) & shown, code


def test_no_demand_of_a_sheet_is_left_out() -> None:
    numbers: dict[str, list[int]] = {code: [] for code in ASKED}
    for line in DEMANDS:
        found = DEMAND.fullmatch(line[0])
        assert found is not None
        numbers[found[1]].append(int(found[2]))
    for code, seen in numbers.items():
        assert seen == list(range(1, len(seen) + 1)), code
    if not OFFICIAL.exists():
        pytest.skip(f"LES FICHES NE SONT PAS LÀ : {OFFICIAL}")
    sheets = YAML(typ="safe").load(OFFICIAL.read_text("utf-8"))["competences"]
    assert {code: len(seen) for code, seen in numbers.items()} == {
        code: len(sheets[code]["must"]) for code in ASKED
    }
