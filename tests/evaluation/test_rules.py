"""What every rule promises: a page, a table of cases, verbs that exist."""

import importlib
import inspect
from pathlib import Path

import pytest
from click.testing import CliRunner

from sandbox.evaluation import pages
from sandbox.evaluation.commands import criteria_command
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import HEADINGS, Rule, rules
from sandbox.journal.payloads import verbs

RULES = pytest.mark.parametrize("rule", rules.values(), ids=lambda rule: rule.code)
LONGEST = 40


@RULES
def test_a_rule_documents_itself_under_the_three_headings(rule: Rule) -> None:
    assert rule.title.endswith(".")
    assert tuple(rule.sections) == HEADINGS
    assert all(text.endswith(".") for text in rule.sections.values())


@RULES
def test_a_rule_has_its_table_of_cases(rule: Rule) -> None:
    twin = importlib.import_module(f"tests.evaluation.rules.test_{rule.module}")

    assert twin.test_rule.code == rule.code


@RULES
def test_a_rule_is_asked_about_verbs_that_exist(rule: Rule) -> None:
    assert rule.on
    assert set(rule.on) <= set(verbs)


@RULES
def test_a_rule_is_short_enough_to_be_read_at_once(rule: Rule) -> None:
    lines = inspect.getsource(rule.find).splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("def "))

    assert len(lines) - head <= LONGEST


@RULES
def test_a_rule_is_about_a_criterion_of_the_frame(rule: Rule) -> None:
    assert rule.criterion in reac().criteria


def test_one_module_holds_one_rule() -> None:
    folder = Path(pages.__file__).parent / "rules"
    modules = {path.stem for path in folder.glob("c*.py")}

    assert sorted(rule.module for rule in rules.values()) == sorted(modules)


def test_the_pages_of_the_criteria_are_current() -> None:
    assert pages.stale_pages() == []


def test_the_frame_has_its_twenty_criteria() -> None:
    assert len(reac().criteria) == 20
    assert len(set(reac().criteria.values())) < 20, "titles repeat: only the ids tell them apart"


def test_the_command_says_that_the_pages_are_current() -> None:
    result = CliRunner().invoke(criteria_command, ["--check"])

    assert (result.exit_code, result.output) == (0, "")


def test_pages_are_written_and_stale_ones_dropped(tmp_path: Path) -> None:
    (tmp_path / "CP9.9.md").write_text("périmé", encoding="utf-8")

    assert "CP9.9.md" in pages.write(tmp_path)
    assert pages.stale_pages(tmp_path) == []
