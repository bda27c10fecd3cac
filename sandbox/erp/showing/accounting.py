"""Months of the accounting journals, as their screen offers and reads them."""

from datetime import date

from sandbox.core.calendar import MONTHS, add_months

SHOWN = 13


def months_of(today: date) -> list[tuple[str, str]]:
    """The month of the day and the twelve before it: « 2026-11 », « novembre 2026 »."""
    firsts = (add_months(today.replace(day=1), -count) for count in range(SHOWN))
    return [(f"{day:%Y-%m}", f"{MONTHS[day.month - 1]} {day.year}") for day in firsts]


def wanted_month(text: str, today: date) -> date:
    """First day of the month asked for; that of the day when none can be read."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
