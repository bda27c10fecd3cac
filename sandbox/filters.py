"""How amounts, dates and words are written for French readers; no locale of the machine is used."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from flask import Flask

from sandbox.core.calendar import MONTHS, in_paris
from sandbox.core.money import (
    MINUS,
    divide_half_up,
    format_euros,
    format_integer,
    format_rate,
    format_unit_price,
)
from sandbox.core.money import NARROW_SPACE as THIN
from sandbox.core.money import NO_BREAK_SPACE as HARD
from sandbox.core.units import Cents, Rate, UnitPrice

NOTHING = "—"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SHORT_MONTHS = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)
# A line at least this long was folded by its author's editor, not ended.
FOLDED = 90
_numbers = count(1)


def _typed(written: str) -> str:
    """Turn a written number into what a keyboard types: no space, no sign of its unit."""
    return written.replace(THIN, "").replace(MINUS, "-").split(HARD)[0]


def eur(cents: Cents | None) -> str:
    """Write an amount in cents: « 1 234,56 € »."""
    return NOTHING if cents is None else format_euros(cents)


def eur_short(cents: Cents | None) -> str:
    """Write an amount in cents to the nearest euro, half away from zero: « 1 235 € »."""
    if cents is None:
        return NOTHING
    return format_integer(divide_half_up(cents, 100)) + HARD + "€"


def unit_price(price: UnitPrice | None) -> str:
    """Write a unit price in ten-thousandths of a euro, two to four decimals: « 249,00 »."""
    return NOTHING if price is None else format_unit_price(price).split(HARD)[0]


def rate(hundredths: Rate | None) -> str:
    """Write a rate in hundredths of a percent: « 5,5 % »."""
    return NOTHING if hundredths is None else format_rate(hundredths)


def number(value: int | None) -> str:
    """Write a quantity: « 1 200 »."""
    return NOTHING if value is None else format_integer(value)


def input_eur(cents: Cents | None) -> str:
    """Write an amount in cents as a form field's value: « 1234,56 »."""
    return "" if cents is None else _typed(format_euros(cents))


def input_price(price: UnitPrice | None) -> str:
    """Write a unit price in ten-thousandths of a euro as a form field's value: « 249,00 »."""
    return "" if price is None else _typed(format_unit_price(price))


def input_rate(hundredths: Rate | None) -> str:
    """Write a rate in hundredths of a percent as a form field's value: « 5,5 »."""
    return "" if hundredths is None else _typed(format_rate(hundredths))


def local_day(value: date) -> date:
    """Return the calendar day in Paris of a date or an aware datetime."""
    return in_paris(value).date() if isinstance(value, datetime) else value


def _ordinal(value: date) -> str:
    return "1er" if value.day == 1 else str(value.day)


def day_month(value: date | None) -> str:
    """Write a date without its year: « 2 nov. »."""
    if value is None:
        return NOTHING
    on = local_day(value)
    return f"{_ordinal(on)}{HARD}{SHORT_MONTHS[on.month - 1]}"


def day(value: date | None) -> str:
    """Write a date: « lun. 2 nov. 2026 »."""
    if value is None:
        return NOTHING
    on = local_day(value)
    return f"{DAYS[on.weekday()][:3]}.{HARD}{day_month(on)}{HARD}{on.year}"


def long_day(value: date | None) -> str:
    """Write a date in full: « lundi 2 novembre 2026 »."""
    if value is None:
        return NOTHING
    on = local_day(value)
    return f"{DAYS[on.weekday()]} {_ordinal(on)}{HARD}{MONTHS[on.month - 1]}{HARD}{on.year}"


def short_day(value: date | None) -> str:
    """Write a date for a table: « 02/11/2026 »."""
    return NOTHING if value is None else f"{local_day(value):%d/%m/%Y}"


def hour(value: datetime | None) -> str:
    """Write the hour in Paris of an aware datetime: « 10:20 »."""
    if value is None:
        return NOTHING
    at = in_paris(value)
    return f"{at.hour}:{at.minute:02d}"


def when(value: datetime | None) -> str:
    """Write an aware datetime: « mar. 3 nov. 10:20 »."""
    if value is None:
        return NOTHING
    on = local_day(value)
    return f"{DAYS[on.weekday()][:3]}.{HARD}{day_month(on)} {hour(value)}"


def stamp(value: datetime | None, now: datetime) -> str:
    """Write an aware datetime as a mailbox does, seen from `now`: hour, « hier », day or date."""
    if value is None:
        return NOTHING
    age = local_day(now) - local_day(value)
    if age == timedelta(0):
        return hour(value)
    if age == timedelta(days=1):
        return "hier"
    if timedelta(0) < age < timedelta(days=7):
        return DAYS[local_day(value).weekday()][:3] + "."
    return day_month(value)


def input_day(value: date | None) -> str:
    """Write a date as a form field's value, `2026-11-02`."""
    return "" if value is None else local_day(value).isoformat()


def plural(quantity: int, one: str, many: str = "") -> str:
    """Write a count with its noun, singular under two as in French: « 3 commandes »."""
    noun = one if abs(quantity) < 2 else many or " ".join(f"{word}s" for word in one.split())
    return f"{number(quantity)}{HARD}{noun}"


def initials(name: str | None) -> str:
    """Return the initials of the first and last words of a name, not of what follows: « LM »."""
    words = re.findall(r"[^\W\d_][\w'’]*", (name or "").partition(",")[0])
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


def letter(text: str) -> str:
    """Return a message as a reader's window folds it, whatever the file that it was written in."""
    unfolded = re.sub(rf"(?<=.{{{FOLDED}}})\n(?=[^\s-])", " ", text)
    return re.sub(r"(?<=[\w»%)€]) (?=[:;?!»%€])|(?<=«) ", HARD, unfolded)


def slug(text: str) -> str:
    """Return a text as a part of an identifier: lower case letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def uid(prefix: str = "x") -> str:
    """Return an identifier no other element has, even in a fragment swapped in later."""
    return f"{prefix}{next(_numbers)}"


FILTERS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        eur,
        eur_short,
        unit_price,
        rate,
        number,
        input_eur,
        input_price,
        input_rate,
        day,
        day_month,
        long_day,
        short_day,
        hour,
        when,
        stamp,
        input_day,
        plural,
        initials,
        letter,
        slug,
    )
}


def register(app: Flask) -> None:
    """Give the templates their filters and the helper `uid`."""
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.globals.update(uid=uid)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
