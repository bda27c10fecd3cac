"""Amounts, dates and words as a French reader expects them."""

from datetime import UTC, date, datetime

import pytest

from sandbox import filters
from sandbox.core.money import NO_BREAK_SPACE as HARD

MONDAY = date(2026, 11, 2)
NOON = datetime(2026, 11, 3, 9, 20, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize(
    ("cents", "written"),
    [
        (123456, "1 234,56 €"),
        (0, "0,00 €"),
        (5, "0,05 €"),
        (-99, "-0,99 €"),
        (100000000, "1 000 000,00 €"),
    ],
)
def test_an_amount_is_written_with_its_cents(cents: int, written: str) -> None:
    assert plain(filters.eur(cents)) == written


def test_an_amount_never_breaks_across_two_lines() -> None:
    assert " " not in filters.eur(123456789)


@pytest.mark.parametrize(
    ("cents", "written"), [(123450, "1 235 €"), (123449, "1 234 €"), (-50, "-1 €"), (-49, "0 €")]
)
def test_a_short_amount_is_rounded_to_the_nearest_euro(cents: int, written: str) -> None:
    assert plain(filters.eur_short(cents)) == written


@pytest.mark.parametrize(
    ("price", "written"), [(2490000, "249,00"), (12345, "1,2345"), (12340, "1,234"), (500, "0,05")]
)
def test_a_unit_price_keeps_two_to_four_decimals(price: int, written: str) -> None:
    assert filters.unit_price(price) == written


@pytest.mark.parametrize(("rate", "written"), [(550, "5,5 %"), (2000, "20 %"), (5, "0,05 %")])
def test_a_rate_loses_its_useless_zeros(rate: int, written: str) -> None:
    assert plain(filters.rate(rate)) == written


def test_the_value_of_a_field_can_be_typed_on_a_keyboard() -> None:
    assert filters.input_eur(-123456) == "-1234,56"
    assert filters.input_price(12490000) == "1249,00"
    assert filters.input_rate(550) == "5,5"
    assert filters.input_day(MONDAY) == "2026-11-02"


def test_days_are_written_in_french_whatever_the_machine_speaks() -> None:
    assert plain(filters.day(MONDAY)) == "lun. 2 nov. 2026"
    assert plain(filters.day_month(MONDAY)) == "2 nov."
    assert plain(filters.long_day(date(2026, 8, 1))) == "samedi 1er août 2026"
    assert filters.short_day(MONDAY) == "02/11/2026"


def test_an_hour_is_the_hour_in_paris() -> None:
    assert filters.hour(NOON) == "10:20"
    assert plain(filters.when(NOON)) == "mar. 3 nov. 10:20"
    assert filters.hour(datetime(2026, 7, 1, 6, 5, tzinfo=UTC)) == "8:05"


def test_the_day_in_paris_may_differ_from_the_day_elsewhere() -> None:
    assert filters.input_day(datetime(2026, 11, 2, 23, 30, tzinfo=UTC)) == "2026-11-03"


@pytest.mark.parametrize(
    ("on", "written"), [(3, "10:20"), (2, "hier"), (1, "dim."), (-10, "24 oct.")]
)
def test_a_mailbox_dates_its_messages_from_today(on: int, written: str) -> None:
    sent = NOON.replace(day=on) if on > 0 else NOON.replace(month=10, day=24)
    assert plain(filters.stamp(sent, NOON)) == written


def test_nothing_is_written_as_a_dash() -> None:
    for name in ("eur", "eur_short", "unit_price", "rate", "number", "day", "long_day", "when"):
        assert filters.FILTERS[name](None) == "—"
    assert filters.stamp(None, NOON) == "—"


def test_an_empty_field_stays_empty() -> None:
    for name in ("input_eur", "input_price", "input_rate", "input_day"):
        assert filters.FILTERS[name](None) == ""


def test_a_plural_begins_at_two() -> None:
    written = [plain(filters.plural(count, "bon livré")) for count in (0, 1, 2)]
    assert written == ["0 bon livré", "1 bon livré", "2 bons livrés"]
    assert plain(filters.plural(1200, "devis", "devis")) == "1 200 devis"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Léa Martin", "LM"),
        ("élodie de la Tour", "ÉT"),
        ("Jean-Paul Roy", "JR"),
        ("", "?"),
        ("Zoé Bel, directrice", "ZB"),
    ],
)
def test_initials_are_those_of_the_first_and_last_names(name: str, letters: str) -> None:
    assert filters.initials(name) == letters


def test_a_letter_is_unfolded_but_keeps_its_lists_and_its_signature() -> None:
    folded = (
        f"Bonjour,\n\n{'mot ' * 24}puis\nla suite : « oui » !\n- un ;\n- deux.\n\nLéa Bel\nLumen"
    )
    unfolded = f"Bonjour,\n\n{'mot ' * 24}puis la suite{HARD}: «{HARD}oui{HARD}»{HARD}!\n"
    assert filters.letter(folded) == unfolded + f"- un{HARD};\n- deux.\n\nLéa Bel\nLumen"


def test_a_slug_keeps_letters_without_accents() -> None:
    assert filters.slug("Délégation : 5 %") == "delegation-5"


def test_two_identifiers_are_never_the_same() -> None:
    assert filters.uid("t") != filters.uid("t")
