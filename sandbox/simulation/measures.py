"""Measures as people write them in files: money, rates, durations, weights."""

import re
from collections.abc import Callable

from sandbox.core.money import euros, parse_rate, parse_unit_price
from sandbox.core.units import Days, Grams, Minutes

MINUTES_A_DAY: Minutes = 480

_MINUTES = re.compile(r"(?:(\d+) ?j)? ?(?:(\d+) ?h ?(?:(\d+)(?: ?min)?)?|(\d+) ?min)?")
_DAYS = re.compile(r"(-?\d+) ?(?:j|jours?)?")
_WEIGHT = re.compile(r"(\d+)(?:[.,](\d{1,3}))? ?kg|(\d+) ?g")


def minutes(text: str) -> Minutes:
    """Working minutes read from « 45 min », « 4 h », « 1 h 30 », « 2 j » (a day is 8 h)."""
    found = _MINUTES.fullmatch(text.strip())
    if not found or not any(found.groups()):
        raise ValueError(f"« {text} » n'est pas une durée ; écrire par exemple 45 min, 4 h ou 2 j.")
    days, hours, beyond, alone = (int(part or 0) for part in found.groups())
    return days * MINUTES_A_DAY + hours * 60 + beyond + alone


def days(text: str) -> Days:
    """Days read from « 3 », « 3 j » or « 3 jours »."""
    found = _DAYS.fullmatch(text.strip())
    if not found:
        raise ValueError(f"« {text} » n'est pas un nombre de jours ; écrire par exemple 3 j.")
    return int(found[1])


def grams(text: str) -> Grams:
    """Grams read from « 34 kg », « 1,4 kg » or « 350 g »."""
    found = _WEIGHT.fullmatch(text.strip())
    if not found:
        raise ValueError(f"« {text} » n'est pas un poids ; écrire par exemple 34 kg ou 350 g.")
    kilos, thousandths, alone = found[1] or "0", (found[2] or "").ljust(3, "0"), found[3] or "0"
    return int(kilos) * 1000 + int(thousandths) + int(alone)


UNITS: dict[str, tuple[Callable[[str], int], int]] = {
    "cents": (euros, 100),
    "ten-thousandths of a euro": (parse_unit_price, 10_000),
    "hundredths of a percent": (parse_rate, 100),
    "company minutes": (minutes, 1),
    "days": (days, 1),
    "grams": (grams, 1),
}
