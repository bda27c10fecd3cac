"""The three forms of an invoice: all controls pass on every kind of invoice, in every form."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from sandbox.documents.einvoice import cii, facturx, ubl
from sandbox.documents.einvoice.checks import check
from sandbox.documents.einvoice.house import read_terms
from sandbox.documents.einvoice.model import decimal
from sandbox.documents.einvoice.reading import read
from sandbox.documents.einvoice.results import Verdict
from sandbox.documents.snapshots import Bill
from tests.documents.einvoice.bills import BILLS, MIXED, foot, invoice
from tests.documents.einvoice.drawing import drawn_bills
from tests.documents.reading import pages, structure

KIT = Path(__file__).parents[4] / "shared" / "einvoice-kit" / "check_invoice.py"
HANDFUL = ("discount split by rate", "deposit deducted", "exempt", "intra-EU", "odd names")
FORMS = {"facturx.pdf": facturx, "cii.xml": cii, "ubl.xml": ubl}
each_bill = pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS.keys())
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
drawn = partial(settings, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


def assert_passes(file: bytes) -> None:
    report = check(file)
    assert [layer for layer in report.layers if layer.problems] == []
    assert report.verdict == Verdict.PASSED


def test_the_schematron_processor_is_installed_where_tests_run() -> None:
    assert find_spec("saxonche") is not None


@each_bill
@each_form
def test_every_kind_of_invoice_passes_every_control(bill: Bill, form) -> None:
    assert_passes(form(bill))


@drawn(max_examples=25)
@given(drawn_bills())
def test_invoices_drawn_at_random_pass_every_control(bill: Bill) -> None:
    for form in FORMS.values():
        assert_passes(form(bill))


@pytest.mark.nightly
@drawn(max_examples=500)
@given(drawn_bills())
def test_five_hundred_invoices_drawn_at_random_pass_every_control(bill: Bill) -> None:
    for form in FORMS.values():
        assert_passes(form(bill))


@pytest.mark.skipif(not KIT.exists(), reason="!!! LE BANC DE CONFORMITÉ EXTÉRIEUR N'EST PAS LÀ !!!")
def test_an_outside_kit_agrees(tmp_path: Path) -> None:
    for name in HANDFUL:
        for ending, form in FORMS.items():
            (tmp_path / f"{name}.{ending}").write_bytes(form(BILLS[name]))
    command = [sys.executable, str(KIT), *map(str, sorted(tmp_path.iterdir()))]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


@each_form
def test_the_same_invoice_gives_the_same_bytes_in_any_thread(form) -> None:
    with ThreadPoolExecutor(8) as threads:
        written = set(threads.map(form, [invoice(MIXED)] * 16))
    assert len(written) == 1


def test_a_facturx_is_still_an_accessible_page_that_says_everything() -> None:
    bill = BILLS["services, VAT on debits"]
    assert structure(facturx(bill)).count("H1") == 1
    (text,) = pages(facturx(bill))
    assert "Option pour le paiement de la taxe d’après les débits." in text
    assert "Conditions : 30 jours, par virement" in text


def test_the_xml_inside_a_facturx_is_the_cii() -> None:
    bill = BILLS["carriage"]
    inside = read(facturx(bill)).root
    assert read_terms(inside) == read_terms(read(cii(bill)).root)


@pytest.mark.parametrize("name", [name for name in BILLS if name != "odd names"])
def test_cii_and_ubl_say_the_same_terms(name: str) -> None:
    one, other = (read_terms(read(form(BILLS[name])).root) for form in (cii, ubl))
    assert one.keys() ^ other.keys() <= {"BT-14"}
    assert {term for term in one.keys() & other.keys() if one[term] != other[term]} == set()


def test_carriage_and_discounts_stand_under_their_own_rates() -> None:
    terms = read_terms(read(cii(BILLS["discount split by rate"])).root)
    assert [(part["amount"], part["vat_rate"]) for part in terms["BG-20"]] == [
        ("111.91", "20.00"),
        ("11.85", "5.50"),
    ]
    assert [(part["amount"], part["vat_rate"]) for part in terms["BG-21"]] == [("45.00", "20.00")]


def test_the_eco_contribution_is_a_charge_of_its_line() -> None:
    line = read_terms(read(cii(invoice(MIXED))).root)["BG-25"][0]
    assert (line["BT-129"], line["BT-146"], line["BT-131"]) == ("4", "589.00", "2255.00")
    assert line["BG-27"][0]["amount"] == "117.80"
    assert line["BG-28"][0]["amount"] == "16.80"


def test_a_final_invoice_deducts_its_deposit_and_names_it() -> None:
    terms = read_terms(read(ubl(BILLS["deposit deducted"])).root)
    assert terms["BT-23"] == "B4"
    assert terms["BT-113"] == "500.00"
    assert terms["BG-3"][0]["BT-25"] == "FA-2026-000100"


def test_an_unknown_country_is_refused_in_french() -> None:
    bill = invoice()
    with pytest.raises(ValueError, match="Pays inconnu : « Syldavie »"):
        cii(replace(bill, customer=replace(bill.customer, country="Syldavie")))


def test_decimals_are_written_without_floats() -> None:
    assert [decimal(n, 4, 2) for n in (5_890_000, 123_456, 50, 0)] == [
        "589.00",
        "12.3456",
        "0.005",
        "0.00",
    ]
    assert decimal(-1_205, 2, 2) == "-12.05"


def test_a_foot_that_does_not_add_up_is_refused_by_the_norm() -> None:
    wrong = replace(foot(MIXED), gross=foot(MIXED).gross + 1, due=foot(MIXED).due + 1)
    problems = {
        problem.rule
        for layer in check(cii(invoice(MIXED, wrong))).layers
        for problem in layer.problems
    }
    assert problems == {"BR-CO-15"}
