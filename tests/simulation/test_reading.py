"""Every mistake in a file names the file, the line, the key, and what to do."""

import shutil
from pathlib import Path

import pytest

from sandbox.config import SCENARIOS
from sandbox.simulation.files import read_scenario
from sandbox.simulation.measures import days, grams, minutes
from sandbox.simulation.reading import BadFiles, Source, load

PLAYED = "scenarios/premiers-pas.yaml"
COMPANY = "scenarios/companies/hevea.yaml"
MISTAKES = [
    (PLAYED, "mode: decouverte", "mode: facile", "« facile » n'est pas permis"),
    (PLAYED, "title: Premiers pas\n", "", "la clé « title » manque"),
    (PLAYED, "title: Premiers pas", "titre: Premiers pas", "clé inconnue"),
    (PLAYED, "company: hevea", "company: hévéa", "choisir parmi : brindalys, cardan, hevea"),
    (PLAYED, "real_minutes: 45", "real_minutes: longtemps", "un nombre entier"),
    (PLAYED, "starts_at: 2026-11-02T08:30", "starts_at: lundi", "une date et heure"),
    (PLAYED, "price: 2 %", "price: deux", "n'est pas un taux"),
    (PLAYED, "calls_in: 9 h", "calls_in: bientôt", "45 min, 4 h ou 2 j"),
    (PLAYED, "promises: 5 j", "promises: demain", "un nombre de jours"),
    (PLAYED, "customer: CLI-0006\n", "customer: CLI-0066\n", "client absent de ce scénario"),
    (PLAYED, "verb: quote.sent", "verb: devis.envoye", "n'est pas un verbe du journal"),
    (PLAYED, "name: demande-lumen", "name: bienvenue", "déjà pris"),
    (PLAYED, "purchase: CF-2026-000001", "purchase: CF-2026-000009", "en cours"),
    (PLAYED, "    at: 2026-11-02T10:40\n", "", "il faut « at »"),
    (PLAYED, "  - name: bienvenue", "\t- name: bienvenue", "jamais de tabulation"),
    (PLAYED, "company: hevea\n", "company: hevea\ncompany: hevea\n", "écrite deux fois"),
    (COMPANY, "siren: 000112011", "siren: 000112012", "n'est pas un SIREN"),
    (COMPANY, "credit_limit: 12 000 €", "credit_limit: douze", "n'est pas un montant"),
    (COMPANY, "weight: 34 kg", "weight: lourd", "n'est pas un poids"),
    (COMPANY, "terms: eom_30", "terms: quand il veut", "choisir parmi"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))


def spoil(folder: Path, file: str, right: str, wrong: str) -> None:
    path = folder.parent / file
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")


@pytest.mark.parametrize(("file", "right", "wrong", "remedy"), MISTAKES)
def test_a_mistake_is_named_with_its_file_its_line_and_a_remedy(
    folder: Path, file: str, right: str, wrong: str, remedy: str
) -> None:
    spoil(folder, file, right, wrong)
    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "premiers-pas")
    problem = caught.value.problems[0]
    assert problem.file == file
    assert remedy in problem.problem
    assert str(problem).startswith(f"{file}, ligne {problem.line}")


def test_the_line_is_that_of_the_mistake(folder: Path) -> None:
    spoil(folder, PLAYED, "mode: decouverte", "mode: facile")
    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "premiers-pas")
    lines = (folder / "premiers-pas.yaml").read_text("utf-8").splitlines()
    problem = caught.value.problems[0]
    assert lines[problem.line - 1] == "mode: facile"
    assert problem.key == "mode"


def test_several_mistakes_are_told_at_once(folder: Path) -> None:
    spoil(folder, PLAYED, "mode: decouverte", "mode: facile")
    spoil(folder, PLAYED, "real_minutes: 45", "real_minutes: longtemps")
    spoil(folder, PLAYED, "price: 2 %", "price: deux")
    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "premiers-pas")
    assert [problem.key for problem in caught.value.problems] == [
        "mode",
        "real_minutes",
        "characters.customers.CLI-0001.order.price",
    ]


def test_a_mistake_in_what_the_scenario_changes_is_found_in_the_scenario(folder: Path) -> None:
    spoil(folder, PLAYED, "reorder_point: 4", "reorder_point: peu")
    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "premiers-pas")
    assert caught.value.problems[0].file == PLAYED


def test_a_brace_that_nobody_fills_is_found_in_the_dialogue(folder: Path) -> None:
    spoil(folder, "scenarios/dialogues/supplier.yaml", "prévue le {date}", "prévue le {jour}")
    with pytest.raises(BadFiles, match=r"« \{jour\} » n'existe pas"):
        read_scenario(folder, "premiers-pas")


def test_a_missing_file_says_so(folder: Path) -> None:
    with pytest.raises(BadFiles, match="n'existe pas"):
        read_scenario(folder, "absent")


def test_hours_stay_text_no_stays_text_and_figures_stay_exact(tmp_path: Path) -> None:
    file = tmp_path / "essai.yaml"
    file.write_text("a: 10:30\nb: NO\nc: 249.10\nd: 000123455\ne: 5 000 €\n", "utf-8")
    assert load(file, "essai").data == {
        "a": "10:30",
        "b": "NO",
        "c": "249.10",
        "d": "000123455",
        "e": "5 000 €",
    }


def test_durations_days_and_weights_are_read_as_people_write_them() -> None:
    assert [minutes(t) for t in ("45 min", "4 h", "1 h 30", "2 j", "1 j 4 h")] == [
        45,
        240,
        90,
        960,
        720,
    ]
    assert [days(t) for t in ("3", "3 j", "10 jours")] == [3, 3, 10]
    assert [grams(t) for t in ("34 kg", "1,4 kg", "0.25 kg", "350 g")] == [34000, 1400, 250, 350]


def test_changes_are_laid_over_key_by_key() -> None:
    base = Source({"a": {"x": 1, "y": [1, 2]}}, {("a", "x"): ("base", 1)})
    change = Source({"a": {"x": 2}}, {("a", "x"): ("change", 9)})
    merged = base.merged(change)
    assert merged.data == {"a": {"x": 2, "y": [1, 2]}}
    assert merged.spot(("a", "x")) == ("change", 9)
