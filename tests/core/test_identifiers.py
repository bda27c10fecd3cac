"""Identifiers checked and built; references written, read and counted."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.core import identifiers, numbering

BODIES = st.integers(10_000, 29_999).map(lambda number: f"000{number:05d}")


@given(BODIES)
def test_every_fictitious_company_is_valid_all_the_way(body: str) -> None:
    siren = identifiers.make_siren(body)
    assert identifiers.is_siren(siren)
    assert identifiers.is_siret(identifiers.make_siret(siren))
    assert identifiers.is_vat_fr(identifiers.make_vat_fr(siren))


@given(st.text("0123456789ABCXYZ", min_size=11, max_size=11))
def test_every_fictitious_account_has_a_valid_iban(account: str) -> None:
    built = identifiers.make_iban_fr(account)
    assert identifiers.is_iban(identifiers.format_iban(built))
    assert built[4:14] == "9999900001"


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (identifiers.check_siren, "732829321"),
        (identifiers.check_siren, "12 34"),
        (identifiers.check_siret, "00011001500014"),
        (identifiers.check_vat_fr, "FR00000110015"),
        (identifiers.check_vat_fr, "63000110015"),
        (identifiers.check_vat_fr, "FR40000110014"),
        (identifiers.check_iban, "FR1420041010050500013M02607"),
        (identifiers.check_ean13, "2000000000016"),
        (identifiers.check_ean13, "96385074"),
        (identifiers.check_rf, "RF00FA2026000123"),
    ],
)
def test_a_wrong_identifier_is_refused_in_french(check: Callable[[str], str], text: str) -> None:
    with pytest.raises(ValueError, match=r"«\s.*\s» n'est pas une? .* valide\."):
        check(text)


def test_spaces_are_forgiven() -> None:
    assert identifiers.check_siren("732 829 320") == "732829320"
    assert identifiers.check_vat_fr("fr 44 732 829 320") == "FR44732829320"
    assert identifiers.check_rf("RF31 FA20 2600 0123") == "RF31FA2026000123"


@pytest.mark.parametrize(
    ("build", "text"),
    [
        (identifiers.make_siren, "1234567"),
        (identifiers.make_siren, "1234567²"),
        (identifiers.make_ean13, "12345"),
        (identifiers.make_iban_fr, "123"),
        (identifiers.make_iban_fr, "1234567890é"),
        (identifiers.make_siret, "732829321"),
        (identifiers.rf_reference, "---"),
        (identifiers.rf_reference, "F" * 22),
    ],
)
def test_nothing_is_built_on_a_wrong_body(build: Callable[[str], str], text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        build(text)


def test_an_invoice_number_becomes_a_payment_reference() -> None:
    assert identifiers.rf_reference("FA-2026-000123") == "RF31FA2026000123"
    assert identifiers.is_rf("RF31FA2026000123")


def test_references_are_written_and_read_back() -> None:
    assert numbering.reference("FA", 2026, 1) == "FA-2026-000001"
    assert numbering.master("CLI", 1) == "CLI-0001"
    assert str(numbering.parse(" cde-2026-000042 ")) == "CDE-2026-000042"
    assert numbering.parse_master("MOB-001") == ("MOB", 1)


@pytest.mark.parametrize("text", ["", "FA-26-000001", "FA-2026-1", "FA2026000001", "CLI-0001"])
def test_a_text_that_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="n'est pas une référence"):
        numbering.parse(text)
    with pytest.raises(ValueError, match="n'est pas un code"):
        numbering.parse_master(text + "-x")


def test_gaps_are_looked_for_inside_each_series() -> None:
    issued = ["FA-2026-000002", "FA-2026-000005", "AV-2026-000009", "FA-2027-000001"]
    assert numbering.missing_references(issued) == ("FA-2026-000003", "FA-2026-000004")
    assert numbering.missing_references([]) == ()


def test_a_number_must_not_be_dated_before_the_previous_one() -> None:
    issued = [
        ("FA-2026-000002", date(2026, 11, 3)),
        ("FA-2026-000001", date(2026, 11, 4)),
        ("AV-2026-000001", date(2026, 1, 1)),
    ]
    assert numbering.date_regressions(issued) == ("FA-2026-000002",)
