"""From findings to a verdict: what one run says of a criterion."""

import json
import logging
from collections.abc import Iterator

import pytest

from sandbox.evaluation import registry
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Finding, Outcome, Said
from sandbox.evaluation.report import CriterionReport, as_json, evaluate
from tests.stories import ORDER, Story


def report(*outcomes: str, blocking: bool = False) -> CriterionReport:
    """A criterion with these findings of one indicator."""
    found = (Finding(Outcome(name), "X", "", (1,), "r", "CP4.1", blocking) for name in outcomes)
    return CriterionReport("CP4.1", "", tuple(found))


def test_no_occasion_is_not_observed_and_has_no_score() -> None:
    assert (report().verdict, report().score) == ("not_observed", None)


def test_what_is_not_judged_or_waits_for_a_person_does_not_count() -> None:
    assert report("not_judged", "to_review", "contested", "no_occasion").occasions == 0


@pytest.mark.parametrize(
    ("outcomes", "score", "verdict"),
    [
        ("met", 100, "met"),
        ("met met missed", 67, "partly"),
        ("met met met missed", 75, "met"),
        ("met missed", 50, "partly"),
        ("partly", 50, "partly"),
        ("met missed missed", 33, "missed"),
        ("missed", 0, "missed"),
        ("met partly partly missed missed missed missed missed", 25, "missed"),
    ],
)
def test_the_score_is_rounded_half_up(outcomes: str, score: int, verdict: str) -> None:
    judged = report(*outcomes.split())

    assert (judged.score, judged.verdict) == (score, verdict)


def test_a_blocking_indicator_missed_once_in_four_leaves_partly_at_best() -> None:
    assert report("met", "met", "met", "missed", blocking=True).verdict == "partly"


def test_a_blocking_indicator_missed_half_the_time_is_missed() -> None:
    assert report("met", "missed", blocking=True).verdict == "missed"


def test_a_blocking_failure_is_not_drowned_by_easier_indicators() -> None:
    easy, hard = report(*["met"] * 9).findings, report("missed", blocking=True).findings

    assert CriterionReport("CP4.1", "", (*easy, *hard)).verdict == "missed"


def test_a_rule_that_raises_costs_nothing_and_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(facts: Facts, fact: Fact) -> Iterator[Said]:
        raise KeyError("due_on")
        yield

    sick = registry.Rule("CP4.1/cassee", True, ("order.recorded",), False, broken)
    monkeypatch.setitem(registry.rules, sick.code, sick)
    with caplog.at_level(logging.ERROR):
        judged = evaluate(Story().sees_outstanding().records().entries)["CP4.1"]

    assert judged.verdict == "met"
    assert "not_judged" in [finding.outcome for finding in judged.findings]
    assert "CP4.1/cassee" in caplog.text


def test_the_json_has_every_criterion_and_its_evidence() -> None:
    story = Story().at("11-03 09:00").records()
    plain = json.loads(json.dumps(as_json(evaluate(story.entries))))
    finding = plain["CP4.1"]["findings"][0]

    assert list(plain)[:2] == ["CP1.1", "CP1.2"]
    assert plain["CP3.5"] == {
        "verdict": "not_observed",
        "met": 0,
        "occasions": 0,
        "score": None,
        "findings": [],
    }
    assert set(finding) == {"rule", "outcome", "because", "evidence"}
    assert finding["evidence"] == [2]
    assert ORDER in finding["because"]


def test_an_empty_journal_shows_nothing() -> None:
    assert {criterion.verdict for criterion in evaluate([]).criteria} == {"not_observed"}
