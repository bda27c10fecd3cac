"""References of documents and master records: how they are written, read and checked."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_DOCUMENT = re.compile(r"([A-Z]{2,4})-([0-9]{4})-([0-9]{6,9})")
_MASTER = re.compile(r"([A-Z]{2,4})-([0-9]{3,9})")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A document's reference, taken apart."""

    prefix: str
    year: int
    number: int

    def __str__(self) -> str:
        return reference(self.prefix, self.year, self.number)


def reference(prefix: str, year: int, number: int) -> str:
    """Reference of an issued document: "FA-2026-000001"; the series starts again each year."""
    return f"{prefix}-{year:04d}-{number:06d}"


def master(prefix: str, number: int) -> str:
    """Code of a master record: "CLI-0001"."""
    return f"{prefix}-{number:04d}"


def parse(text: str) -> Reference:
    """Take a document's reference apart; raises ValueError with a French sentence."""
    found = _DOCUMENT.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(f"« {text} » n'est pas une référence comme FA-2026-000001.")
    return Reference(found[1], int(found[2]), int(found[3]))


def parse_master(text: str) -> tuple[str, int]:
    """Prefix and number of a master record's code; raises ValueError with a French sentence."""
    found = _MASTER.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(f"« {text} » n'est pas un code comme CLI-0001.")
    return found[1], int(found[2])


def missing_references(references: Iterable[str]) -> tuple[str, ...]:
    """References skipped inside each series (CGI ann. II 242 nonies A I 7°).

    Raises ValueError for a text that is not a reference.
    """
    series: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for text in references:
        found = parse(text)
        series[found.prefix, found.year].add(found.number)
    return tuple(
        reference(prefix, year, number)
        for (prefix, year), numbers in sorted(series.items())
        for number in range(min(numbers), max(numbers))
        if number not in numbers
    )


def date_regressions(issued: Iterable[tuple[str, date]]) -> tuple[str, ...]:
    """References dated before the previous one of their series.

    Raises ValueError for a text that is not a reference.
    """
    rows = sorted((parse(text), day) for text, day in issued)
    return tuple(
        str(found)
        for (before, earlier), (found, day) in pairwise(rows)
        if (before.prefix, before.year) == (found.prefix, found.year) and day < earlier
    )
