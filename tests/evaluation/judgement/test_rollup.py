"""What is proposed across runs: one table of cases, then what a person alone can say."""

from pathlib import Path

import pytest

from sandbox.evaluation.judgement.grid import Mark
from sandbox.evaluation.judgement.parameters import FILE, read_parameters
from sandbox.evaluation.judgement.rollup import Level, RunEvidence, propose
from sandbox.evaluation.model import Finding, Outcome

PARAMETERS = read_parameters()
LETTERS = {
    "m": Outcome.MET,
    "p": Outcome.PARTLY,
    "x": Outcome.MISSED,
    "-": Outcome.NO_OCCASION,
    "?": Outcome.TO_REVIEW,
    "c": Outcome.CONTESTED,
    "!": Outcome.NOT_JUDGED,
}


def run(scenario: str, said: str, *marks: Mark) -> RunEvidence:
    """« mmx » for an ordinary indicator, « Bmmx » for a blocking one, several between spaces."""
    findings = []
    for rank, word in enumerate(said.split()):
        blocking = word.startswith("B")
        for letter in word.removeprefix("B"):
            outcome = LETTERS[letter]
            findings.append(Finding(outcome, "CDE-1", "", (), f"rule-{rank}", "CP1.1", blocking))
    return RunEvidence(scenario, tuple(findings), marks)


CASES = [
    ("nothing at all", [], Level.NOT_OBSERVED),
    ("two occasions are too few", [("a", "mm")], Level.NOT_OBSERVED),
    ("what does not count is no occasion", [("a", "mm"), ("b", "-?c!")], Level.NOT_OBSERVED),
    ("three occasions in two scenarios", [("a", "mm"), ("b", "m")], Level.ACQUIRED),
    ("three occasions in one scenario", [("a", "mmm"), ("a", "mmm")], Level.IN_PROGRESS),
    ("others met seven times in ten", [("a", "mmmmm"), ("b", "mmxxx")], Level.ACQUIRED),
    ("others met six times in ten", [("a", "mmmmm"), ("b", "mxxxx")], Level.IN_PROGRESS),
    ("half a point for partly", [("a", "mm"), ("b", "pp")], Level.ACQUIRED),
    ("half a point is not enough alone", [("a", "pp"), ("b", "pp")], Level.IN_PROGRESS),
    ("blocking met eight times in ten", [("a", "Bmmxxm"), ("b", "Bmmmmm")], Level.ACQUIRED),
    ("blocking met seven times in ten", [("a", "Bmmxxx"), ("b", "Bmmmmm")], Level.IN_PROGRESS),
    ("blocking missed the last time", [("a", "Bmmmmm"), ("b", "Bmmmmx")], Level.IN_PROGRESS),
    ("blocking half done the last time", [("a", "Bmmmmm"), ("b", "Bmmmmp")], Level.IN_PROGRESS),
    ("blocking missed one time in two", [("a", "Bmm"), ("b", "Bxx")], Level.NOT_ACQUIRED),
    ("blocking half done is not missed", [("a", "Bmm"), ("b", "Bpp")], Level.IN_PROGRESS),
    ("successes do not hide a blocking one", [("a", "mmmmm"), ("b", "mmmm Bx")], None),
]


@pytest.mark.parametrize(("why", "runs", "level"), CASES, ids=[case[0] for case in CASES])
def test_the_table_of_proposals(why: str, runs: list[tuple[str, str]], level: Level | None) -> None:
    evidence = [run(scenario, said) for scenario, said in runs]
    proposal = propose("CP1.1", evidence, PARAMETERS)
    assert proposal.level == (level or Level.NOT_ACQUIRED)
    assert proposal.reasons


def test_each_blocking_indicator_is_weighed_on_its_own_occasions() -> None:
    runs = [run("a", "Bmmmm Bx"), run("b", "Bmmmm Bx")]
    proposal = propose("CP1.1", runs, PARAMETERS)
    assert proposal.level == Level.NOT_ACQUIRED
    assert "rule-1" in proposal.reasons[0]


def english(level: int, text: str) -> Mark:
    return Mark(text, "english", level, 1)


def test_english_is_never_acquired_without_a_person() -> None:
    proposal = propose("CP3.5", [run("a", "mmm"), run("b", "mmm")], PARAMETERS)
    assert proposal.level == Level.IN_PROGRESS
    assert "seul un formateur" in proposal.reasons[0]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((2, 3, 2), Level.ACQUIRED), ((1, 1, 3), Level.IN_PROGRESS), ((3, 3), Level.NOT_OBSERVED)],
)
def test_texts_are_the_occasions_of_english(levels: tuple[int, ...], expected: Level) -> None:
    texts = [run("ab"[i % 2], "", english(n, f"MSG-{i}")) for i, n in enumerate(levels)]
    assert propose("CP3.5", texts, PARAMETERS).level == expected


def test_a_tone_below_satisfactory_keeps_dunning_in_progress() -> None:
    rude = Mark("MSG-1", "tone", 1, 1)
    assert propose("CP4.2", [run("a", "mm", rude), run("b", "mm")], PARAMETERS).level == (
        Level.IN_PROGRESS
    )
    assert propose("CP4.1", [run("a", "mm", rude), run("b", "mm")], PARAMETERS).level == (
        Level.ACQUIRED
    )


def test_a_centre_sets_its_own_figures(tmp_path: Path) -> None:
    own = tmp_path / "evaluation.yaml"
    text = FILE.read_text(encoding="utf-8")
    own.write_text(text.replace("opportunities: 3", "opportunities: 5"), encoding="utf-8")
    runs = [run("a", "mm"), run("b", "mm")]
    assert propose("CP1.1", runs, PARAMETERS).level == Level.ACQUIRED
    assert propose("CP1.1", runs, read_parameters(own)).level == Level.NOT_OBSERVED


def test_reasons_are_in_french_typography() -> None:
    reason = propose("CP1.1", [], PARAMETERS).reasons[0]
    assert reason == "Occasions rencontrées\u00a0: 0\u00a0; il en faut 3."
