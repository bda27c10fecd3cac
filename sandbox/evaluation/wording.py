"""How findings write dates, delays and amounts for French readers."""

import re
from datetime import date, datetime

from sandbox.core.money import NO_BREAK_SPACE as HARD
from sandbox.core.units import Minutes

_BEFORE_SIGN = re.compile(r" (?=[:;?!%»])")


def french(sentence: str) -> str:
    """The sentence with the spaces and apostrophes of French typography."""
    return _BEFORE_SIGN.sub(HARD, sentence).replace("« ", f"«{HARD}").replace("'", "’")


def day(value: date) -> str:
    """« le 03/11/2026 »."""
    return f"le {value.day:02d}/{value.month:02d}/{value.year}"


def when(value: datetime) -> str:
    """« le 03/11/2026 à 10:20 »."""
    return f"{day(value)} à {value.hour:02d}:{value.minute:02d}"


def delay(minutes: Minutes) -> str:
    """Company minutes in words: « 45 min », « 8 h », « 2 h 05 » of work."""
    hours, rest = divmod(max(minutes, 0), 60)
    if not hours:
        return f"{rest}{HARD}min"
    return f"{hours}{HARD}h" + (f"{HARD}{rest:02d}" if rest else "")
