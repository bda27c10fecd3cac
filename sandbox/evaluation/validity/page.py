"""`docs/validity.md`: what the survey measured, and what it does not prove."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sandbox.evaluation.reac import reac
from sandbox.evaluation.validity.comparing import Cell, confusion, label
from sandbox.evaluation.validity.survey import Survey
from sandbox.evaluation.wording import french

PAGE = Path(__file__).parents[3] / "docs" / "validity.md"
_INTRO = french(
    "Page produite par `flask evaluation validate` : ne pas la modifier à la main. Elle dit ce que "
    "l'évaluateur trouve là où l'on sait d'avance ce qu'il doit trouver."
)
_LIMITS = (
    "Les personnages sont écrits par les auteurs des règles : aucun apprenant n'a été jugé.",
    "L'accord entre deux formateurs n'est pas mesuré ; c'est pourtant le plafond à viser. Il "
    "faudra deux formateurs, trente parties par critère, et le dire critère par critère.",
    "Trois scénarios sur huit, et une seule graine : une règle sans occasion ici n'est éprouvée "
    "que par sa table de cas.",
    "Les mutations abîment trois parties, en un seul endroit à la fois.",
    "Le ton, le registre, l'anglais et l'écoute ne sont jugés que par une personne.",
    "Une note de Comptoir n'annonce pas le résultat de l'examen.",
)


def text_of(survey: Survey) -> str:
    """The whole page, in Markdown."""
    parts = [
        "# Validité de l'évaluateur",
        _INTRO,
        *_characters(survey),
        *_mutations(survey),
        *_changes(survey),
        *_traps(survey),
        *_coverage(survey),
        "## Ce que cette page ne prouve pas",
        "\n".join(french(f"- {limit}") for limit in _LIMITS),
    ]
    return "\n\n".join(parts) + "\n"


def agreement(cells: Iterable[Cell]) -> str:
    """How many cells agree with what was expected, such as « 421 sur 455 (93 %) »."""
    said = [cell.agrees for cell in cells]
    return f"{sum(said)} sur {len(said)} ({round(100 * sum(said) / len(said))} %)"


def _characters(survey: Survey) -> Iterator[str]:
    first, runs = survey.first, {cell.character.play for cell in survey.cells}
    yield "## Personnages"
    yield french(
        f"{len(runs)} parties : huit personnages dans chacun des trois scénarios. Pour chaque "
        f"règle qui devait trouver quelque chose, ou qui trouve quelque chose ({len(survey.cells)} "
        "cases ; celles de toutes les autres règles sont vides des deux côtés), la "
        f"prévision est comparée à ce qui est trouvé. Première comparaison : {first['agreed']} sur "
        f"{first['compared']}. Aujourd'hui : {agreement(survey.cells)}."
    )
    yield french("Règles corrigées depuis :") + "\n\n" + _list(first["corrected_rules"])
    yield "### Par critère : prévu, trouvé"
    yield _table(("Critère", "Prévu → trouvé", "Accord"), _confused(survey))
    yield "### Par règle"
    yield _table(("Règle", "Accord", "Prévu → trouvé, quand ils diffèrent"), _by_rule(survey.cells))
    yield "### Différences, et leur raison"
    yield _table(("Règle", "Personnage", "Prévu", "Trouvé", "Raison"), _differences(survey.cells))


def _confused(survey: Survey) -> Iterator[tuple[str, ...]]:
    for code, counted in confusion(survey.cells).items():
        own = [cell for cell in survey.cells if cell.criterion == code]
        yield code, _pairs(counted), agreement(own)


def _by_rule(cells: Iterable[Cell]) -> Iterator[tuple[str, ...]]:
    by_rule: dict[str, list[Cell]] = {}
    for cell in cells:
        by_rule.setdefault(cell.rule, []).append(cell)
    for rule, own in sorted(by_rule.items()):
        apart = Counter((label(c.expected), label(c.found)) for c in own if not c.agrees)
        yield f"`{rule}`", f"{sum(c.agrees for c in own)} / {len(own)}", _pairs(apart)


def _differences(cells: Iterable[Cell]) -> Iterator[tuple[str, ...]]:
    for cell in sorted(cells, key=lambda one: (one.rule, one.character.play)):
        if not cell.agrees:
            said = (label(cell.expected), label(cell.found), cell.because or "**inattendu**")
            yield f"`{cell.rule}`", f"{cell.character.scenario}, {cell.character.name}", *said


def _mutations(survey: Survey) -> Iterator[str]:
    killed = sum(tried.killed for tried in survey.mutations)
    spared = [(t.damage.name, n, why) for t in survey.mutations for n, why in t.spared.items()]
    yield "## Mutations"
    yield french(
        "Trois parties exemplaires, abîmées en un endroit à la fois : "
        f"{killed + len(spared)} mutants, {killed} tués, {len(spared)} équivalents expliqués, "
        f"{sum(len(t.surprises) for t in survey.mutations)} inattendus. Chaque mutant déclare les "
        "règles qu'il fait changer ; un seul écart fait échouer la commande."
    )
    reasons: dict[tuple[str, str], list[str]] = {}
    for name, number, why in spared:
        reasons.setdefault((name, why), []).append(str(number))
    rows = ((f"`{name}`", ", ".join(ns), why) for (name, why), ns in reasons.items())
    yield _table(("Mutation équivalente", "Numéros", "Raison"), rows)


def _changes(survey: Survey) -> Iterator[str]:
    yield "## Ce qui ne doit rien changer"
    yield french(
        f"Règles qui trouvent quelque chose dans ces parties, et que rien ne doit troubler : "
        f"{len(survey.steady)}. Les tables de cas de toutes les règles passent "
        "par les mêmes changements (`tests/evaluation/test_metamorphic.py`)."
    )
    rows = (
        (change, str(len(plays)), ", ".join(sorted({r for own in plays.values() for r in own})))
        for change, plays in survey.changes.items()
    )
    yield _table(("Changement", "Parties", "Règles troublées"), rows)


def _traps(survey: Survey) -> Iterator[str]:
    yield "## Pièges"
    rows = ((trap, "; ".join(said) or "déjoué") for trap, said in survey.traps.items())
    yield _table(("Partie", "Résultat"), rows)


def _coverage(survey: Survey) -> Iterator[str]:
    scenarios = sorted(survey.coverage)
    yield "## Occasions par critère et par scénario"
    yield french("Dans la partie modèle, ou dans celle où rien n'est fait.")
    rows = (
        (code, *("oui" if survey.coverage[name].get(code) else "–" for name in scenarios))
        for code in reac().criteria
        if code not in survey.uncovered
    )
    yield _table(("Critère", *scenarios), rows)
    why = [f"{code} : {reason}" for code, reason in survey.uncovered.items()]
    yield french("Sans occasion, et pourquoi :") + "\n\n" + _list(why)


def _pairs(counted: Counter[tuple[str, str]]) -> str:
    return ", ".join(f"{a} → {b} : {n}" for (a, b), n in sorted(counted.items()))


def _list(items: Iterable[str]) -> str:
    return "\n".join(french(f"- {item}") for item in items)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * len(heads), *rows))
    return "\n".join(lines)
