"""Small damages done to a good journal, one at a time."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sandbox.core.calendar import add_working_days, paris
from sandbox.evaluation.report import evaluate
from tests.evaluation.journals import journal, numbered
from tests.stories import Entry

EXEMPLARY = "premiers-pas/modele"
# Some days after the play, so that what was left undone shows.
END = paris(2026, 12, 7, 17)
CAUSES = ("order.recorded", "payment.reconciled")
CONSEQUENCES = ("stock.reserved", "invoice.cashed")
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


@cache
def exemplary() -> tuple[Entry, ...]:
    """The exemplary journal, and time that goes by after it."""
    entries = list(journal(EXEMPLARY))
    since = json.dumps({"since": entries[-1].at.isoformat()})
    return (*entries, Entry(len(entries) + 1, END, "learner", "clock.advanced", "horloge", since))


def found(entries: tuple[Entry, ...] | list[Entry]) -> Seen:
    """What the rules find, but for what carries no weight."""
    report = evaluate(entries)
    return Counter(
        (finding.rule, finding.subject, finding.outcome.value)
        for criterion in report.criteria
        for finding in criterion.findings
    )


@cache
def undamaged() -> Seen:
    """What the rules find in the exemplary journal."""
    return found(exemplary())


def flips(entries: list[Entry]) -> list[str]:
    """Rules that find something else than in the exemplary journal."""
    mutant = found(entries)
    base = undamaged()
    return sorted({key[0] for key in (mutant - base) + (base - mutant)})


def mutants(damage: Damage) -> Iterator[tuple[int, list[Entry]]]:
    """The journal damaged at each entry of the learner in turn, numbered from 1."""
    acts = [e for e in exemplary() if e.verb == damage.verb and e.post == "learner"]
    for number, act in enumerate(acts, 1):
        damaged = _damaged(list(exemplary()), act, damage)
        if damaged != list(exemplary()):
            yield number, numbered(damaged)


def _damaged(entries: list[Entry], act: Entry, damage: Damage) -> list[Entry]:
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


def _goes_with(entry: Entry, act: Entry) -> bool:
    """What an act brought about at once."""
    caused = act.verb in CAUSES and entry.verb in CONSEQUENCES
    return caused and entry.at == act.at and entry.reference in (act.reference, _invoice(act))


def _invoice(act: Entry) -> str:
    return str(json.loads(act.payload).get("invoice", ""))


def _delayed(entries: list[Entry], act: Entry, days: int) -> list[Entry]:
    when = datetime.combine(add_working_days(act.at.date(), days), act.at.timetz())
    moved = [replace(e, at=when) for e in entries if e is act or _goes_with(e, act)]
    kept = [e for e in entries if not (e is act or _goes_with(e, act))]
    return sorted([*kept, *moved], key=lambda entry: entry.at)


def _swapped(entries: list[Entry], place: int, other: str) -> list[Entry]:
    """The act and the last entry of another verb before it change places."""
    act = entries[place]
    before = [n for n in range(place) if entries[n].verb == other and _shares(entries[n], act)]
    if before:
        first = entries[before[-1]]
        entries[before[-1]] = replace(act, at=first.at)
        entries[place] = replace(first, at=act.at)
    return entries


def _shares(first: Entry, second: Entry) -> bool:
    """Whether two entries are about the same document or the same customer, or about everything."""
    named = [{e.reference, *_names(json.loads(e.payload))} for e in (first, second)]
    return bool(named[0] & named[1]) or first.reference == "banque"


def _names(payload: dict[str, Any]) -> set[str]:
    return {value for value in payload.values() if isinstance(value, str) and value[:3].isupper()}


def _changed(act: Entry, field: str, value: Any) -> Entry:
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
