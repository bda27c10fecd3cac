"""Small damages done to a good journal, one at a time: the rules concerned say so, no others."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sandbox.core.calendar import add_working_days, paris
from sandbox.evaluation.model import Entry
from sandbox.evaluation.report import evaluate
from sandbox.evaluation.validity.lines import Line, lines_of, numbered

EXEMPLARY = "premiers-pas/modele"
# Some days after the play, so that what was left undone shows.
END = paris(2026, 12, 7, 17)
_CAUSES = ("order.recorded", "payment.reconciled")
_CONSEQUENCES = ("stock.reserved", "invoice.cashed")
Seen = Counter[tuple[str, str, str]]


@dataclass(frozen=True)
class Damage:
    """What is done to the entries of a verb: deleted, delayed, swapped, or a value changed."""

    mutate: str
    verb: str
    field: str = ""
    value: Any = None
    days: int = 0
    other: str = ""

    @property
    def name(self) -> str:
        """Short name of the damage."""
        return " ".join(filter(None, (self.mutate, self.verb, self.field, self.other)))


@dataclass(frozen=True, slots=True)
class Tried:
    """A damage and its mutants: what each flips, what was declared, why some flip nothing."""

    damage: Damage
    flipped: dict[int, list[str]]
    declared: dict[int, list[str]]
    spared: dict[int, str]

    @property
    def surprises(self) -> list[int]:
        """Numbers of the mutants that do not flip what was declared."""
        wanted = {**self.declared, **{number: [] for number in self.spared}}
        both = {*wanted, *self.flipped}
        return sorted(n for n in both if wanted.get(n) != self.flipped.get(n))

    @property
    def killed(self) -> int:
        """How many mutants some rule catches."""
        return sum(bool(flips) for flips in self.flipped.values())


class Bench:
    """An exemplary journal on which damages are tried."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        lines = lines_of(entries)
        since = json.dumps({"since": lines[-1].at.isoformat()})
        later = Line(len(lines) + 1, END, "learner", "clock.advanced", "horloge", since)
        self.played = tuple(lines)
        self.lines = (*lines, later)

    @cached_property
    def base(self) -> Seen:
        """What the rules find in the journal undamaged."""
        return found(self.lines)

    def tried(self, case: dict[str, Any]) -> Tried:
        """One case of the file of mutations, on every entry that it may damage."""
        damage = Damage(**case["damage"])
        flipped = {number: self.flips(lines) for number, lines in self.mutants(damage)}
        return Tried(damage, flipped, case.get("flips", {}), case.get("equivalent", {}))

    def flips(self, lines: Iterable[Line]) -> list[str]:
        """Rules that find something else than in the undamaged journal."""
        mutant = found(lines)
        return sorted({key[0] for key in (mutant - self.base) + (self.base - mutant)})

    def mutants(self, damage: Damage) -> Iterator[tuple[int, list[Line]]]:
        """The journal damaged at each entry of the learner in turn, numbered from 1."""
        acts = [e for e in self.lines if e.verb == damage.verb and e.post == "learner"]
        for number, act in enumerate(acts, 1):
            damaged = _damaged(list(self.lines), act, damage)
            if damaged != list(self.lines):
                yield number, numbered(damaged)


def found(lines: Iterable[Line]) -> Seen:
    """What the rules find, rule by rule and matter by matter."""
    report = evaluate(lines)
    return Counter(
        (finding.rule, finding.subject, finding.outcome.value)
        for criterion in report.criteria
        for finding in criterion.findings
    )


def _damaged(entries: list[Line], act: Line, damage: Damage) -> list[Line]:
    place = entries.index(act)
    match damage.mutate:
        case "delete":
            kept = [e for e in entries if not _goes_with(e, act)]
            return [e for e in kept if e is not act]
        case "delay":
            late = _changed(act, damage.field, damage.days) if damage.field else act
            entries[place] = late
            return _delayed(entries, late, damage.days)
        case "swap":
            return _swapped(entries, place, damage.other)
        case _:
            entries[place] = _changed(act, damage.field, damage.value)
            return entries


def _goes_with(entry: Line, act: Line) -> bool:
    """What an act brought about at once."""
    caused = act.verb in _CAUSES and entry.verb in _CONSEQUENCES
    return caused and entry.at == act.at and entry.reference in (act.reference, _invoice(act))


def _invoice(act: Line) -> str:
    return str(json.loads(act.payload).get("invoice", ""))


def _delayed(entries: list[Line], act: Line, days: int) -> list[Line]:
    when = datetime.combine(add_working_days(act.at.date(), days), act.at.timetz())
    moved = [replace(e, at=when) for e in entries if e is act or _goes_with(e, act)]
    kept = [e for e in entries if not (e is act or _goes_with(e, act))]
    return sorted([*kept, *moved], key=lambda entry: entry.at)


def _swapped(entries: list[Line], place: int, other: str) -> list[Line]:
    """The act and the last entry of another verb before it change places."""
    act = entries[place]
    before = [n for n in range(place) if entries[n].verb == other and _shares(entries[n], act)]
    if before:
        first = entries[before[-1]]
        entries[before[-1]] = replace(act, at=first.at)
        entries[place] = replace(first, at=act.at)
    return entries


def _shares(first: Line, second: Line) -> bool:
    """Whether two entries are about the same document or the same customer, or about everything."""
    named = [{e.reference, *_names(json.loads(e.payload))} for e in (first, second)]
    return bool(named[0] & named[1]) or first.reference == "banque"


def _names(payload: dict[str, Any]) -> set[str]:
    return {value for value in payload.values() if isinstance(value, str) and value[:3].isupper()}


def _changed(act: Line, field: str, value: Any) -> Line:
    """One value of an act changed: added to a figure, days to a date, put in place otherwise."""
    if field == "reference":
        return replace(act, reference=value)
    payload = json.loads(act.payload)
    known = payload[field]
    if isinstance(known, int) and not isinstance(known, bool) and isinstance(value, int):
        value = known + value
    elif isinstance(value, int) and isinstance(known, str):
        value = (datetime.fromisoformat(known) + timedelta(days=value)).date().isoformat()
    changed = {**payload, field: value}
    return act if changed == payload else replace(act, payload=json.dumps(changed))
