"""Amounts, unit prices and rates: rounding, reading and writing, always in integers."""

import re

from sandbox.core.units import Cents, Rate, UnitPrice

WHOLE: Rate = 10_000
NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_SPACES = f" {NO_BREAK_SPACE}{NARROW_SPACE}"
_GROUPED = rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{0,4}}"
_NUMBER = re.compile(rf"([-{MINUS}]?)({_GROUPED}|[0-9]{{1,12}})(?:[.,]([0-9]+))?")


def divide_half_up(numerator: int, denominator: int) -> int:
    """Quotient rounded to the nearest integer, halves away from zero (commercial rounding).

    Raises ZeroDivisionError when the denominator is zero.
    """
    quotient, rest = divmod(abs(numerator), abs(denominator))
    rounded = quotient + (2 * rest >= abs(denominator))
    return rounded if (numerator < 0) == (denominator < 0) else -rounded


def share(amount: Cents, rate: Rate) -> Cents:
    """Part of an amount in cents at a rate in hundredths of a percent, rounded half up."""
    return divide_half_up(amount * rate, WHOLE)


def rate_of(part: int, whole: int) -> Rate:
    """What `part` weighs in `whole`, in hundredths of a percent; nothing weighs 0 in nothing."""
    return divide_half_up(part * WHOLE, whole) if whole else 0


def euros(text: str) -> Cents:
    """Cents read from « 1 234,56 », "1234.56" or « 12 € »; a minus sign is allowed.

    Raises ValueError with a French sentence.
    """
    return _scaled(text, 2, "montant", "1 234,56", suffix="€")


def parse_unit_price(text: str) -> UnitPrice:
    """Ten-thousandths of a euro read from « 0,1234 »; raises ValueError if negative."""
    return _positive(_scaled(text, 4, "prix unitaire", "12,50", suffix="€"), "Le prix unitaire")


def parse_rate(text: str) -> Rate:
    """Hundredths of a percent read from « 5,5 » or « 20 % »; raises ValueError if negative."""
    return _positive(_scaled(text, 2, "taux", "5,5", suffix="%"), "Le taux")


def format_euros(cents: Cents) -> str:
    """« 1 234,56 € », with the narrow and full no-break spaces of French typography."""
    return f"{_decimal(cents, 2, 2)}{NO_BREAK_SPACE}€"


def format_unit_price(price: UnitPrice) -> str:
    """« 12,50 € », and up to four decimals when they are not zeros."""
    return f"{_decimal(price, 4, 2)}{NO_BREAK_SPACE}€"


def format_rate(rate: Rate) -> str:
    """« 5,5 % » from 550, « 20 % » from 2000."""
    return f"{_decimal(rate, 2, 0)}{NO_BREAK_SPACE}%"


def format_integer(number: int) -> str:
    """« 12 000 », grouped by narrow no-break spaces."""
    return _decimal(number, 0, 0)


def _scaled(text: str, decimals: int, what: str, example: str, *, suffix: str) -> int:
    number = text.strip().removesuffix(suffix).rstrip()
    found = _NUMBER.fullmatch(number)
    if found is None:
        raise ValueError(
            f"« {text} » n'est pas un {what}{NO_BREAK_SPACE}: écrivez par exemple {example}."
        )
    sign, whole, fraction = found[1], re.sub(rf"[{_SPACES}]", "", found[2]), found[3] or ""
    if len(fraction) > decimals:
        raise ValueError(f"« {text} » a trop de décimales{NO_BREAK_SPACE}: {decimals} au plus.")
    scaled = int(whole + fraction.ljust(decimals, "0"))
    return -scaled if sign else scaled


def _positive(number: int, what: str) -> int:
    if number < 0:
        raise ValueError(f"{what} ne peut pas être négatif.")
    return number


def _decimal(number: int, decimals: int, kept: int) -> str:
    whole, fraction = divmod(abs(number), 10**decimals)
    digits = f"{fraction:0{decimals}d}" if decimals else ""
    digits = digits[:kept] + digits[kept:].rstrip("0")
    grouped = f"{whole:,}".replace(",", NARROW_SPACE)
    return f"{MINUS if number < 0 else ''}{grouped}{',' if digits else ''}{digits}"
