"""docs/referentiel.md tells the truth: no dead name, no criterion left out."""

import re
from pathlib import Path

import pytest
from flask import Flask

import sandbox.app  # noqa: F401 - it fills the registry
from sandbox.evaluation.reac import reac
from sandbox.journal.use_cases import registry

PAGE = Path(__file__).resolve().parent.parent / "docs" / "referentiel.md"
ROWS = [
    [cell.strip() for cell in line.strip().strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and "---" not in line and not line.startswith("| Ce qu")
]
GROUPS = ("CP2", "CP3", "CT1", "CT2", "CT3")


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
