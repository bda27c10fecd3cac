"""What a scenario expects in the words of the evaluator, without code."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sandbox.config import SCENARIOS
from sandbox.core.codec import Malformed, decode
from sandbox.core.expectations import Criterion, Expectation
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import rules
from sandbox.evaluation.report import evaluate
from sandbox.simulation.files import read_scenario
from sandbox.simulation.reading import BadFiles
from tests.stories import CUSTOMER, ORDER, Story

ORDERED = {"verb": "order.recorded", "where": {"customer": CUSTOMER}}
WORD = {"verb": "message.sent", "same": ["customer"]}
ASKED = {"kind": "over_limit", "about": ORDER}


def said(story: Story) -> str:
    """What the scenario's own expectation finds."""
    findings = evaluate(story.entries)["CP2.3"].findings
    return " ".join(f.outcome for f in findings if f.rule == "CP2.3/essai")


def expecting(**shape: Any) -> Story:
    """A run whose scenario expects one thing of each order of a customer."""
    own = {"name": "essai", "criterion": "CP2.3", "text": "Dire ce qu'il faut.", "each": ORDERED}
    return Story(expectations=[{**own, **shape}])


CASES = {
    "precedes, kept": (expecting(precedes=WORD).does("message.sent").records(), "met"),
    "precedes, too late": (expecting(precedes=WORD).records().does("message.sent"), "missed"),
    "precedes, by somebody else": (
        expecting(precedes=WORD).happens("message.sent").records(),
        "missed",
    ),
    "within, kept": (expecting(within=WORD, delay=60).records().does("message.sent"), "met"),
    "within, too late": (
        expecting(within=WORD, delay=60).records().at("11-02 10:00").does("message.sent"),
        "missed",
    ),
    "within, still time": (expecting(within=WORD, delay=60).records(), ""),
    "within, another customer": (
        expecting(within=WORD, delay=60)
        .records()
        .does("message.sent", customer="CLI-0002")
        .until("11-02 11:00"),
        "missed",
    ),
    "never, kept": (expecting(never=WORD).records(), "met"),
    "never, broken": (expecting(never=WORD).records().does("message.sent"), "missed"),
    "coexists, kept": (
        expecting(coexists={"verb": "order.acknowledged", "same": ["subject"]})
        .records()
        .does("order.acknowledged"),
        "met",
    ),
    "coexists, broken": (
        expecting(coexists={"verb": "order.acknowledged", "same": ["subject"]})
        .records()
        .does("order.acknowledged", "CDE-2026-000009"),
        "missed",
    ),
    "value within, kept": (
        expecting(value_within={"value": "gross", "most": 500}).records(gross=500),
        "met",
    ),
    "value within, broken": (
        expecting(value_within={"value": "gross", "least": 501}).records(gross=500),
        "missed",
    ),
    "told whom, kept": (
        expecting(told_whom={"whom": ["director"], "delay": 60})
        .records()
        .does("colleague.alerted", post="director", about=ORDER),
        "met",
    ),
    "told whom, somebody else": (
        expecting(told_whom={"whom": ["director"], "delay": 60})
        .records()
        .does("colleague.alerted", post="accounting", about=ORDER)
        .until("11-02 11:00"),
        "missed",
    ),
    "told whom, the customer": (
        expecting(told_whom={"whom": ["customer"], "delay": 60})
        .records()
        .does("message.sent", about=ORDER),
        "met",
    ),
    "asked, granted before": (
        expecting(asked="over_limit")
        .does("approval.requested", **ASKED)
        .happens("approval.decided", **ASKED, granted=True)
        .records(),
        "met",
    ),
    "asked, not answered": (
        expecting(asked="over_limit").does("approval.requested", **ASKED).records(),
        "missed",
    ),
    "another customer is no occasion": (expecting(never=WORD).records(customer="CLI-0002"), ""),
    "another post is no occasion": (expecting(never=WORD).records(by="director"), ""),
}


@pytest.mark.parametrize("case", CASES)
def test_an_expectation_is_judged_like_a_rule(case: str) -> None:
    story, expected = CASES[case]

    assert said(story) == expected


def test_an_unknown_code_is_still_a_rule_to_read() -> None:
    assert rules["CP2.3/essai"].title == "Une attente propre à ce scénario."


def test_the_criteria_that_may_be_named_are_those_of_the_frame() -> None:
    assert list(Criterion.__args__) == list(reac().criteria)


def test_one_shape_and_one_only() -> None:
    known = {"name": "a", "criterion": "CP2.3", "text": "b", "each": ORDERED}

    for wrong in ({}, {"never": WORD, "precedes": WORD}, {"within": WORD}):
        with pytest.raises(Malformed):
            decode(Expectation, {**known, **wrong})


SHEET: dict[str, Any] = {
    "name": "accuse",
    "criterion": "CP2.3",
    "text": "Le commercial sait que la commande Lumen est enregistrée.",
    "each": {"verb": "order.recorded", "where": {"customer": "CLI-0001"}},
    "told_whom": {"whom": ["sales_rep"], "delay": "4 h"},
}
MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "a criterion of nowhere": ({"criterion": "CP9.9"}, "n'est pas permis"),
    "a verb of nowhere": ({"each": {"verb": "commande"}}, "n'est pas un verbe"),
    "a value of nowhere": (
        {"each": {"verb": "order.recorded", "where": {"client": "x"}}},
        "choisir parmi subject",
    ),
    "a post of nobody": ({"told_whom": {"whom": ["pape"], "delay": "4 h"}}, "le poste « pape »"),
    "a delay of no kind": ({"told_whom": {"whom": [], "delay": "vite"}}, "45 min, 4 h"),
    "two shapes": ({"asked": "over_limit"}, "une seule"),
}


def written(tmp_path: Path, sheet: dict[str, Any]) -> Path:
    """The scenarios, one of which expects this."""
    folder = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    with (folder / "premiers-pas.yaml").open("a", encoding="utf-8") as file:
        YAML().dump({"expectations": [sheet]}, file)
    return folder


def test_a_scenario_states_what_it_expects(tmp_path: Path) -> None:
    setting = read_scenario(written(tmp_path, SHEET), "premiers-pas").setting
    (expected,) = setting.expectations

    assert expected.shapes == ["told_whom"]
    assert expected.told_whom is not None
    assert expected.told_whom.delay == 240


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line(tmp_path: Path, mistake: str) -> None:
    change, remedy = MISTAKES[mistake]
    folder = written(tmp_path, SHEET | change)

    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "premiers-pas")
    (problem,) = [p for p in caught.value.problems if p.file == "scenarios/premiers-pas.yaml"]
    assert problem.line > 200
    assert remedy in problem.problem
