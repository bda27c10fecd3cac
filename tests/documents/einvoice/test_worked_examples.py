"""The worked examples on VAT, rounding and mentions, on the page and in the file alike."""

from decimal import Decimal
from typing import Any

import pytest

from sandbox.core.late_fees import fixed_indemnity, penalty
from sandbox.core.money import format_euros
from sandbox.core.vat import EUROPEAN_UNION, vat_treatment
from sandbox.documents.einvoice import cii, facturx, ubl
from sandbox.documents.einvoice.reading import read
from sandbox.documents.snapshots import Invoice
from tests.documents.einvoice.bills import BRUSSELS, GENEVA, invoice, line
from tests.documents.reading import pages
from tests.oracles.adapters import cents, rate
from tests.test_oracles import EXAMPLES, needs_examples

pytestmark = needs_examples
FORMS = pytest.mark.parametrize("form", [cii, ubl], ids=["CII", "UBL"])
# Where CII and UBL write the same thing: rate, base and tax of a row, then the three totals.
ROW = {
    cii: ("ApplicableTradeTax", "RateApplicablePercent", "BasisAmount", "CalculatedAmount"),
    ubl: ("TaxSubtotal", "Percent", "TaxableAmount", "TaxAmount"),
}
TOTALS = {
    cii: ("TaxBasisTotalAmount", "TaxTotalAmount", "GrandTotalAmount"),
    ubl: ("TaxExclusiveAmount", "TaxTotal/{*}TaxAmount", "TaxInclusiveAmount"),
}


def vat_rows(form: Any, bill: Invoice) -> dict[Decimal, tuple[str, str]]:
    """Base and tax of each rate in the file; rows of lines say no base."""
    name, percent, base, tax = ROW[form]
    found = {}
    for row in read(form(bill)).root.iter(f"{{*}}{name}"):
        if (amount := row.findtext(f"{{*}}{base}")) is not None:
            rate = Decimal(row.findtext(f".//{{*}}{percent}"))
            found[rate] = (amount, row.findtext(f"{{*}}{tax}"))
    return found


def totals(form: Any, bill: Invoice) -> list[str]:
    """Net, VAT and gross in the file."""
    root = read(form(bill)).root
    return [root.findtext(f".//{{*}}{name}") for name in TOTALS[form]]


def page_of(bill: Invoice) -> str:
    """The text of the PDF that holds the file."""
    return " ".join(pages(facturx(bill))).replace("\u202f", " ")


def printed(text: str) -> str:
    """An amount of an example as a page writes it."""
    return format_euros(cents(text)).replace("\xa0", " ").replace("\u202f", " ")


@FORMS
def test_one_vat_amount_on_the_total_of_a_rate(form: Any) -> None:
    given, wanted = EXAMPLES["vat_rounding_1"]["inputs"], EXAMPLES["vat_rounding_1"]["expected"]
    tax = rate(given["rate"])
    bill = invoice([line(unit_price=cents(net) * 100, vat_rate=tax) for net in given["lines_ht"]])
    assert vat_rows(form, bill) == {Decimal(20): ("9.99", wanted["vat_on_total"])}
    assert totals(form, bill)[1:] == [wanted["vat_on_total"], wanted["total_ttc"]]
    assert printed(wanted["vat_on_total"]) in page_of(bill)
    assert printed(wanted["total_ttc"]) in page_of(bill)
    assert printed(wanted["vat_sum_of_rounded_lines"]) not in page_of(bill)


@FORMS
def test_mixed_rates_have_one_vat_amount_each(form: Any) -> None:
    given, wanted = EXAMPLES["vat_rounding_2"]["inputs"], EXAMPLES["vat_rounding_2"]["expected"]
    rows = [(cents(net) * 100, rate(tax)) for net, tax in given["lines"]]
    bill = invoice([line(unit_price=price, vat_rate=tax) for price, tax in rows])
    assert vat_rows(form, bill) == {
        Decimal("5.5"): (wanted["base_5_5"], wanted["vat_5_5"]),
        Decimal(20): (wanted["base_20"], wanted["vat_20"]),
    }
    said = [wanted["total_ht"], wanted["total_vat"], wanted["total_ttc"]]
    assert totals(form, bill) == said
    amounts = [*said, wanted["base_5_5"], wanted["vat_5_5"], wanted["base_20"], wanted["vat_20"]]
    assert [one for one in amounts if printed(one) not in page_of(bill)] == []


@FORMS
def test_a_price_of_four_decimals_gives_a_line_of_two(form: Any) -> None:
    given, wanted = EXAMPLES["unit_price_4dec"]["inputs"], EXAMPLES["unit_price_4dec"]["expected"]
    price = int(Decimal(given["unit_price"]) * 10_000)
    bill = invoice([line(quantity=given["qty"], unit_price=price)])
    assert totals(form, bill)[0] == wanted["line_ht"]
    text = page_of(bill)
    assert printed(wanted["line_ht"]) in text
    assert str(given["unit_price"]).replace(".", ",") in text


def untaxed() -> list[tuple[str, str, str, str]]:
    """Cases of the decision table that bear no VAT: title, place, nature, and the mention."""
    cases = EXAMPLES["vat_decision"]["inputs"]["cases"] if EXAMPLES else []
    found = []
    for title, place, side, valid, nature in cases:
        business, services = side == "B2B", nature == "services"
        oss = 2100 if "OSS" in title else None
        treated = vat_treatment(
            place, business=business, services=services, number_valid=valid, oss_rate=oss
        )
        if not treated.rate:
            found.append((title, place, nature, treated.reason.mention))
    return found


@pytest.mark.parametrize(("title", "place", "nature", "mention"), untaxed())
def test_the_reason_for_no_vat_is_on_the_page_and_in_the_file(
    title: str, place: str, nature: str, mention: str
) -> None:
    bill = invoice(
        [line(vat_rate=0)],
        customer=BRUSSELS if place in EUROPEAN_UNION else GENEVA,
        delivery_address=None,
        supply=nature,
        mentions=(f"{mention}.",),
    )
    assert mention in page_of(bill), title
    for form in (cii, ubl):
        assert vat_rows(form, bill)[Decimal(0)][1] == "0.00"
        assert mention.split(",")[-1].strip() in form(bill).decode()


def test_what_a_late_payment_costs_is_said_on_the_page_and_in_the_file() -> None:
    given, wanted = EXAMPLES["penalty_ecb10"]["inputs"], EXAMPLES["penalty_ecb10"]["expected"]
    assert penalty(cents(given["ttc"]), rate(given["rate_pct"]), given["days"]) == cents(
        wanted["penalty"]
    )
    bill = invoice()
    for text in (page_of(bill), cii(bill).decode(), ubl(bill).decode()):
        plain = text.replace("\xa0", " ")
        assert f"{given['rate_pct']} %".replace(".", ",") in plain
        assert "40,00 €" in plain
    assert fixed_indemnity(1) == cents(wanted["indemnity"])
