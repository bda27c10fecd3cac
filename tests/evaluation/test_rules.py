"""What every rule promises: a page, a table of cases, verbs that exist."""

import importlib
import inspect
from pathlib import Path

import pytest
from click.testing import CliRunner

from sandbox.evaluation import pages
from sandbox.evaluation.commands import criteria_command
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import HEADINGS, Rule, rules
from sandbox.journal.payloads import verbs
from tests.stories import Story

RULES = pytest.mark.parametrize("rule", rules.values(), ids=lambda rule: rule.code)
ALWAYS = {"run.opened"}
LONGEST = 40


class Listening(Facts):
    """Facts that note which verbs are asked for."""

    def __init__(self, story: Story) -> None:
        super().__init__(story.entries)
        self.heard: set[str] = set()

    def _of_verb(self, verb: str) -> list:
        self.heard.add(verb)
        return super()._of_verb(verb)


def busy() -> Story:
    """A story that gives most rules something to look into."""
    story = Story().happens("order.received", differences=("date",), quote="DE-2026-000001")
    story.does("quote.sent", valid_until="2026-11-01").does("order.recorded", excess=1)
    story.does("stock.reserved", product="MOB-001", short=1).does("formal_notice.sent")
    story.does("invoice.issued", due_on="2026-11-02").happens("invoice.refused")
    story.happens("message.received", topic="enquiry").does("purchase_order.sent")
    story.happens("purchase_order.acknowledged", products=("MOB-001",), confirmed_on="2027-01-02")
    story.does("delivery.shipped").happens("bank.credited").does("dunning.sent")
    return story.does("colleague.alerted", topic="stock", post="director").until("12-31 17:00")


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
def test_a_rule_listens_to_verbs_that_exist(rule: Rule) -> None:
    assert set(rule.listens) <= set(verbs)


@RULES
def test_a_rule_reads_nothing_but_what_it_listens_to(rule: Rule) -> None:
    facts = Listening(busy())

    rule.judge(facts)

    assert facts.heard - ALWAYS <= set(rule.listens)


@RULES
def test_a_rule_is_short_enough_to_be_read_at_once(rule: Rule) -> None:
    lines = inspect.getsource(rule.find).splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("def "))

    assert len(lines) - head <= LONGEST


@RULES
def test_a_rule_is_about_a_criterion_of_the_frame(rule: Rule) -> None:
    assert rule.criterion in reac().criteria
    assert rule.code.startswith(f"{rule.criterion}/")


def test_one_module_holds_one_rule() -> None:
    folder = Path(pages.__file__).parent / "rules"
    modules = {path.stem for path in folder.glob("cp*.py")}

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
