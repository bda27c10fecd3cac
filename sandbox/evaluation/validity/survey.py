"""The survey of the evaluator: characters, mutations, what must change nothing, traps, coverage."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sandbox.evaluation.reac import reac
from sandbox.evaluation.report import Report, evaluate
from sandbox.evaluation.validity.changing import CHANGES, SHIFTED, outcomes, unsettled
from sandbox.evaluation.validity.comparing import Cell, compared, read_characters
from sandbox.evaluation.validity.lines import Line
from sandbox.evaluation.validity.mutating import EXEMPLARY, Bench, Tried

Broken = tuple[str, ...]
# The journal of a play, and the promises of the play that were broken.
Playing = Callable[[str], tuple[list[Line], Broken]]
COVERING = ("modele", "ne-fait-rien")
# Scenarios whose characters stop before any public holiday.
EVEN = ("commande-et-encours", "impayes")
TRAPS = (
    "premiers-pas/encours-trop-tard",
    "commande-et-encours/piege-trois-controles",
    "commande-et-encours/piege-stock-d-abord",
    "premiers-pas/refuse-apres-direction",
    "commande-et-encours/piege-encours-d-un-autre",
    "commande-et-encours/piege-lecture-perimee",
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What was measured; ``first`` is what the very first comparison gave, kept in its file."""

    first: Mapping[str, Any]
    cells: Sequence[Cell]
    mutations: Sequence[Tried]
    # By change: how many plays, and the rules that it unsettles in each.
    changes: Mapping[str, Mapping[str, list[str]]]
    steady: frozenset[str]
    traps: Mapping[str, Broken]
    coverage: Mapping[str, Mapping[str, int]]
    uncovered: Mapping[str, str]

    @property
    def surprises(self) -> list[str]:
        """Everything that is not as said; an empty list is a valid evaluator."""
        return [
            *(f"{c.character.play} : {c.rule}" for c in self.cells if c.surprises),
            *(f"{t.damage.name}, {n}" for t in self.mutations for n in t.surprises),
            *(
                f"{change}, {play} : {', '.join(rules)}"
                for change, plays in self.changes.items()
                for play, rules in plays.items()
                if rules
            ),
            *(f"{trap} : {said}" for trap, broken in self.traps.items() for said in broken),
            *(f"{code} : aucune occasion, et aucune raison" for code in self.bare),
        ]

    @property
    def bare(self) -> list[str]:
        """Criteria that no shipped scenario gives an occasion of, without a reason."""
        seen = {code for own in self.coverage.values() for code, count in own.items() if count}
        return [code for code in reac().criteria if code not in seen | set(self.uncovered)]


def survey(folder: Path, scenarios: Iterable[str], play: Playing) -> Survey:
    """Measure everything; ``folder`` holds the expectations, ``play`` makes a journal of a play."""
    characters = read_characters(folder / "personnages")
    models = {name: [f"{name}/{one}" for one in COVERING] for name in scenarios}
    names = [*(each.play for each in characters), *(one for own in models.values() for one in own)]
    runs = {name: play(name)[0] for name in names}
    reports = {name: evaluate(lines) for name, lines in runs.items()}
    cases = _read(folder / "mutations.yaml")
    benches = {name: Bench(play(name)[0]) for name in {_good(case) for case in cases}}
    return Survey(
        first=_read(folder / "premiere-comparaison.yaml"),
        cells=[cell for each in characters for cell in compared(each, reports[each.play])],
        mutations=[benches[_good(case)].tried(case) for case in cases],
        changes={name: _changed(runs, name) for name in CHANGES},
        steady=frozenset(rule for report in reports.values() for rule, _ in outcomes(report)),
        traps={trap: play(trap)[1] for trap in TRAPS},
        coverage={name: _occasions(reports[one] for one in own) for name, own in models.items()},
        uncovered=_read(folder / "sans-occasion.yaml"),
    )


def _good(case: Mapping[str, Any]) -> str:
    return str(case.get("play", EXEMPLARY))


def _changed(runs: Mapping[str, list[Line]], name: str) -> dict[str, list[str]]:
    """Rules that a change unsettles in each run where it should change nothing."""
    fit = {run: lines for run, lines in runs.items() if name != SHIFTED or _is_even(run)}
    return {run: unsettled(lines, CHANGES[name]) for run, lines in fit.items()}


def _is_even(run: str) -> bool:
    """Whether no public holiday counts in the run, nor four weeks later."""
    return run.partition("/personnage-")[0] in EVEN


def _occasions(reports: Iterable[Report]) -> dict[str, int]:
    most: dict[str, int] = defaultdict(int)
    for report in reports:
        for criterion in report.criteria:
            most[criterion.code] = max(most[criterion.code], len(criterion.findings))
    return dict(most)


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8")) or {}
