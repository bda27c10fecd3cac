"""The promises of the house, kept by tests: sizes, doors, commits, true documents."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.app import ROOMS
from sandbox.journal.payloads import verbs
from sandbox.journal.use_cases import registry

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "sandbox").rglob("*.py"))
MAY_COMMIT = {"web.py", "plays.py", "demo.py"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in SOURCES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def is_view(node: ast.FunctionDef) -> bool:
    return any(re.search(r"bp\.(get|post|route)", ast.unparse(d)) for d in node.decorator_list)


def length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_passes_three_hundred_lines() -> None:
    long = {path.name: n for path in SOURCES if (n := len(path.read_text().splitlines())) > 300}
    assert long == {}


def test_a_view_finds_binds_calls_and_answers_in_fifteen_lines() -> None:
    fat = {f"{p.parent.name}/{n.name}": length(n) for p, n in functions() if is_view(n)}
    assert {name: lines for name, lines in fat.items() if lines > 15} == {}


def test_functions_stay_short() -> None:
    lengths = sorted(length(node) for _, node in functions())
    assert lengths[len(lengths) // 2] <= 8
    assert lengths[int(len(lengths) * 0.95)] <= 28


def test_the_domain_never_commits() -> None:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "commit":
                assert "/services" not in str(path), f"{path}:{node.lineno}"
                assert "/models" not in str(path), f"{path}:{node.lineno}"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_has_screens(room) -> None:
    assert room.deferred_functions


@pytest.mark.parametrize("case", registry.values(), ids=lambda case: case.name)
def test_a_use_case_says_what_it_does_and_what_it_emits(case) -> None:
    assert case.doc.endswith(".")
    assert set(case.emits) <= set(verbs.values())


def guards_told() -> dict[str, tuple[set[str], set[str]]]:
    """Rows of docs/adr/guards.md: use case → what it refuses, what it warns of."""
    told = {}
    for row in (ROOT / "docs/adr/guards.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if len(cells) == 3 and cells[0].startswith("`"):
            refuses, warns = (set(re.findall(r"\w+", cell)) for cell in cells[1:])
            for name in re.findall(r"`(\w+)`", cells[0]):
                told[name] = (refuses, warns)
    return told


def test_the_table_of_guards_tells_the_truth() -> None:
    told = guards_told()
    real = {
        name: ({e.__name__ for e in case.refuses}, {w.__name__ for w in case.warns})
        for name, case in registry.items()
        if (case.refuses or case.warns) and case.function.__module__.startswith("sandbox.")
    }
    assert told == real
