"""Reading, writing and rounding amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.core.money import (
    divide_half_up,
    euros,
    format_euros,
    format_integer,
    format_rate,
    format_unit_price,
    parse_rate,
    parse_unit_price,
    rate_of,
    share,
)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (2675, 10, 268),
        (1005, 10, 101),
        (-2675, 10, -268),
        (2674, 10, 267),
        (1, 2, 1),
        (-1, 2, -1),
        (1, -2, -1),
        (-1, -2, 1),
        (0, 7, 0),
        (0, -7, 0),
        (1, 3, 0),
        (-2, 3, -1),
    ],
)
def test_halves_move_away_from_zero(numerator: int, denominator: int, expected: int) -> None:
    assert divide_half_up(numerator, denominator) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 234,56", 123456),
        ("1234.56", 123456),
        ("1\u202f234,5 €", 123450),
        ("1\u00a0234\u00a0€", 123400),
        ("  12 ", 1200),
        ("0,01", 1),
        ("-54,78", -5478),
        ("\u2212192.24", -19224),
        ("12 345 678,90", 1234567890),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, expected: int) -> None:
    assert euros(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "€",
        "douze",
        "1 23,4",
        "1,2,3",
        "1.234,56",
        "12,345",
        "1e3",
        ",5",
        "5,",
        "--5",
        "١٢",
        "9" * 13,
    ],
)
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"«\s.*\s» (n'est pas un montant|a trop de décimales)"):
        euros(text)


def test_a_unit_price_keeps_four_decimals_and_is_never_negative() -> None:
    assert parse_unit_price("0,1234") == 1234
    assert parse_unit_price("12,5 €") == 125000
    with pytest.raises(ValueError, match="prix unitaire ne peut pas être négatif"):
        parse_unit_price("-1")


def test_a_rate_is_read_in_hundredths_of_a_percent() -> None:
    assert [parse_rate(text) for text in ("5,5", "20 %", "0", "12.15")] == [550, 2000, 0, 1215]
    with pytest.raises(ValueError, match="Le taux ne peut pas être négatif"):
        parse_rate("-5")


def test_numbers_are_written_the_french_way() -> None:
    assert format_euros(123456) == "1\u202f234,56\u00a0€"
    assert format_euros(-5) == "\u22120,05\u00a0€"
    assert format_euros(-123456) == "\u22121\u202f234,56\u00a0€"
    assert format_integer(12000) == "12\u202f000"
    assert format_rate(550) == "5,5\u00a0%"
    assert format_rate(2000) == "20\u00a0%"
    assert format_rate(1215) == "12,15\u00a0%"
    assert format_unit_price(1234) == "0,1234\u00a0€"
    assert format_unit_price(125000) == "12,50\u00a0€"


@given(st.integers(-(10**13), 10**13))
def test_what_is_written_is_read_back(cents: int) -> None:
    assert euros(format_euros(cents)) == cents


@given(st.integers(-(10**9), 10**9), st.integers(0, 10_000))
def test_a_share_never_exceeds_its_amount_and_mirrors_its_sign(amount: int, rate: int) -> None:
    assert abs(share(amount, rate)) <= abs(amount)
    assert share(-amount, rate) == -share(amount, rate)


def test_nothing_weighs_nothing_in_nothing() -> None:
    assert rate_of(0, 0) == 0
    assert rate_of(1, 3) == 3333
