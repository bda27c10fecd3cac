"""Every play keeps its promises, and its journal is the one committed, byte for byte."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.journal.recording import verify
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import Played, play_out
from sandbox.simulation.reading import BadFiles
from sandbox.training.commands_play import judge

FOLDER = SCENARIOS / "plays"
GOLDEN = Path(__file__).with_name("golden.yaml")
PLAYS = {str(path.relative_to(FOLDER).as_posix()): path for path in FOLDER.glob("**/*.yaml")}


def golden() -> dict[str, dict[str, object]]:
    return YAML(typ="safe", pure=True).load(GOLDEN.read_text("utf-8")) or {}


def played(session: Session, name: str) -> Played:
    return play_out(session, read_play(PLAYS[name]), judge)


@pytest.mark.parametrize("name", sorted(PLAYS))
def test_a_play_keeps_its_promises_and_its_golden_hash(session: Session, name: str) -> None:
    result = played(session, name)
    assert result.broken == ()
    assert verify(session, result.run) is None
    assert result.as_json()["journal"] == golden()[name]


def test_the_same_play_twice_makes_the_same_journal(session: Session) -> None:
    name = "premiers-pas/refuse-apres-direction.yaml"
    first, second = played(session, name), played(session, name)
    assert first.run.id != second.run.id
    assert first.run.head_hash == second.run.head_hash


MISTAKES = [
    ("play: 1", "play: 2", "n'est pas permis"),
    ("do: confirm_order", "do: confirmer", "n'est pas une action"),
    ("as: ormes", "as: ornes", "n'a pas encore de nom"),
    ("kind: order", "kind: commande", "est l'un de"),
    ("with: {about: $ormes}", "with: {a_propos: $ormes}", "n'a pas ce détail"),
    ("CP4.1: missed", "CP4.1: ratée", "n'est pas permis"),
    ("order: $ormes, status", "commande: $ormes, status", "commencer par l'un de"),
]


@pytest.mark.parametrize(("right", "wrong", "remedy"), MISTAKES)
def test_a_mistake_in_a_play_is_named_with_its_line(
    tmp_path: Path, right: str, wrong: str, remedy: str
) -> None:
    text = PLAYS["premiers-pas/encours-trop-tard.yaml"].read_text("utf-8")
    file = tmp_path / "faux.yaml"
    file.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(BadFiles) as caught:
        read_play(file)
    problem = caught.value.problems[0]
    assert remedy in problem.problem
    assert problem.file == "faux.yaml"
    assert problem.line > 1


def test_a_broken_promise_is_said(session: Session, tmp_path: Path) -> None:
    text = PLAYS["premiers-pas/encours-trop-tard.yaml"].read_text("utf-8")
    file = tmp_path / "optimiste.yaml"
    file.write_text(text.replace("CP4.1: missed", "CP4.1: met"), "utf-8")
    result = play_out(session, read_play(file), judge)
    assert result.broken == ("CP4.1 : promis « met », obtenu « missed ».",)


def test_an_unexpected_refusal_stops_the_play_on_its_line(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "refus.yaml"
    file.write_text(
        "play: 1\nscenario: premiers-pas\nseed: 1\nmoves:\n"
        "  - {do: draw_up_quote, with: {customer: CLI-0001, lines: []}, as: devis}\n"
        "  - {do: send_quote, on: $devis}\n",
        "utf-8",
    )
    result = play_out(session, read_play(file))
    assert "ligne 6" in result.broken[0]
    assert "EmptyQuote" in result.broken[0]
