"""Bank files in the CFONB 120 layout: written, read back, and what is wrong in one said."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.core.cfonb import (
    Account,
    amount,
    read_statement,
    statement_of,
    statement_text,
    written,
)

ACCOUNT = Account.of_iban("FR7699999000010000000010106")
MOVED = [
    (date(2026, 10, 30), "VIR ANCIEN", "BQ-2026-000001", 10_000),
    (
        date(2026, 11, 2),
        "VIR GROUPE SARMENT FA-2026-000003 ET FA-2026-000004",
        "BQ-2026-2",
        123_456,
    ),
    (date(2026, 11, 3), "IMPAYE REG-2026-000007", "BQ-2026-000003", -5_478),
]
WRITTEN = statement_text(statement_of(ACCOUNT, date(2026, 11, 1), date(2026, 11, 5), MOVED))


@given(st.integers(-(10**13), 10**13))
def test_an_amount_is_read_as_it_was_written(cents: int) -> None:
    assert len(written(cents)) == 14
    assert amount(written(cents)) == cents


def test_what_moved_before_is_the_old_balance_and_the_rest_is_read_back() -> None:
    stated = read_statement(WRITTEN)
    assert (stated.account, stated.old, stated.new, stated.gap) == (ACCOUNT, 10_000, 127_978, 0)
    assert [each.label for each in stated.movements] == [label for _, label, _, _ in MOVED[1:]]
    assert [each.amount for each in stated.movements] == [123_456, -5_478]
    assert {len(line) for line in WRITTEN.splitlines()} == {120}


@given(st.text(alphabet="ABC 1", min_size=1, max_size=90))
def test_a_long_label_goes_on_in_its_own_record(label: str) -> None:
    stated = statement_of(
        ACCOUNT, date(2026, 11, 1), date(2026, 11, 5), [(date(2026, 11, 2), label, "BQ-1", 100)]
    )
    assert read_statement(statement_text(stated)).movements[0].label == label.rstrip()


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        (2, "0499999", "Ligne 2 : «  » n'est pas une date JJMMAA."),
        (1, "9", "Ligne 1 : « 9 » n'est pas 01, 04, 05 ou 07."),
        (2, WRITTEN.splitlines()[1][:90] + "0000000012345?", "Ligne 2 : « 0000000012345? »"),
        (1, "", "Il faut une ligne 01"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(line: int, instead: str, said: str) -> None:
    lines = WRITTEN.splitlines()
    lines[line - 1] = instead
    with pytest.raises(ValueError, match=re.escape(said)):
        read_statement("\n".join(lines))


def test_a_file_that_does_not_add_up_shows_its_gap() -> None:
    lines = WRITTEN.splitlines()
    assert read_statement("\n".join([lines[0], *lines[3:]])).gap == 123_456
