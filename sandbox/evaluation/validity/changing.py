"""What must change nothing: idle look-ups, other names, another week of the same shape."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from sandbox.evaluation.report import Report, evaluate
from sandbox.evaluation.validity.lines import Line, numbered

Change = Callable[[Sequence[Line]], list[Line]]
_NAME = re.compile(r"\b(CLI|FOU|TRA|MOB)-(\d{3,4})\b")
_DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
# Weeks without a public holiday on either side of the move.
FOUR_WEEKS = timedelta(weeks=4)


def outcomes(report: Report) -> list[tuple[str, str]]:
    """What is found, rule by rule."""
    return sorted((f.rule, f.outcome.value) for c in report.criteria for f in c.findings)


def idle(lines: Sequence[Line]) -> list[Line]:
    """After every entry, look-ups that answer nothing."""
    return numbered(each for line in lines for each in (line, *_looks(line)))


def renamed(lines: Sequence[Line]) -> list[Line]:
    """The same story with other customers, suppliers, carriers and articles."""
    return [
        replace(
            line,
            post=_other(line.post),
            reference=_other(line.reference),
            payload=_other(line.payload),
        )
        for line in lines
    ]


def shifted(lines: Iterable[Line], by: timedelta = FOUR_WEEKS) -> list[Line]:
    """The same entries some weeks away, every date that they hold with them."""
    move = partial(_moved, by=by)
    return [replace(line, at=line.at + by, payload=_DAY.sub(move, line.payload)) for line in lines]


SHIFTED = "quatre semaines plus tard"
CHANGES: dict[str, Change] = {
    "consultations sans objet": idle,
    "autres noms": renamed,
    SHIFTED: shifted,
}


def unsettled(lines: Sequence[Line], change: Change) -> list[str]:
    """Rules that find something else once the journal is changed; none should."""
    before, after = outcomes(evaluate(lines)), outcomes(evaluate(change(lines)))
    return sorted({rule for rule, _ in set(before) ^ set(after)} | _counted(before, after))


def _counted(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> set[str]:
    return {one[0] for one in {*before, *after} if before.count(one) != after.count(one)}


def _looks(line: Line) -> list[Line]:
    seen = json.dumps({"customer": "CLI-0777"})
    positions = json.dumps({"about": None, "positions": [{"product": "MOB-777"}]})
    look = replace(line, post="learner", reference="CLI-0777")
    return [
        replace(look, verb="history.consulted", payload=seen),
        replace(look, verb="stock.consulted", payload=positions),
        replace(look, verb="archive.consulted", payload=json.dumps({"document": "X", "kind": "y"})),
    ]


def _other(text: str) -> str:
    return _NAME.sub(lambda found: f"{found[1]}-{5000 + int(found[2])}", text)


def _moved(day: re.Match[str], by: timedelta) -> str:
    return (date.fromisoformat(day[0]) + by).isoformat()
