"""Invoices spoilt on purpose: each is refused, and in the layer that should refuse it."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from sandbox.documents.einvoice import cii, facturx, ubl
from sandbox.documents.einvoice.checks import check
from sandbox.documents.einvoice.results import LayerName, Verdict
from tests.documents.einvoice.bills import BILLS, MIXED, foot, invoice

CII = cii(BILLS["carriage"]).decode()
UBL = ubl(BILLS["carriage"]).decode()
DEBITS = cii(BILLS["services, VAT on debits"]).decode()
CREDIT = cii(BILLS["credit note"]).decode()
EXPORT = cii(BILLS["export"]).decode()
PDF = facturx(BILLS["carriage"])

Spoil = tuple[str, str, str]
XSD, NORM, FRENCH, HOUSE = "xsd", "en16931", "br-fr", "house"
SPOILT_XML: dict[str, tuple[str, Spoil]] = {
    "unknown element": (XSD, (CII, "<ram:TypeCode>380", "<ram:Odd>1</ram:Odd><ram:TypeCode>380")),
    "no legal total": (XSD, (UBL, r"<cac:LegalMonetaryTotal>.*?</cac:LegalMonetaryTotal>", "")),
    "total a cent too high": (
        NORM,
        (CII, r"(<ram:GrandTotalAmount>\d+\.\d)\d", r"\g<1>9"),
    ),
    "wrong VAT": (NORM, (CII, r"<ram:CalculatedAmount>[\d.]+", "<ram:CalculatedAmount>99.99")),
    "category without a row": (NORM, (CII, "<ram:CategoryCode>S<", "<ram:CategoryCode>Z<")),
    "unknown currency": (
        NORM,
        (CII, "EUR</ram:InvoiceCurrencyCode>", "EUX</ram:InvoiceCurrencyCode>"),
    ),
    "unknown unit": (NORM, (CII, 'unitCode="C62"', 'unitCode="PIECE"')),
    "no number": (NORM, (CII, "<ram:ID>FA-2026-000123</ram:ID>", "<ram:ID/>")),
    "UBL tax total": (NORM, (UBL, r"(<cac:TaxTotal>\s*<cbc:TaxAmount[^>]*>)[\d.]+", r"\g<1>1.00")),
    "UBL seller without a name": (
        NORM,
        (UBL, r"<cbc:RegistrationName>.*?</cbc:RegistrationName>", "<cbc:RegistrationName/>"),
    ),
    "export without a reason": (
        NORM,
        (EXPORT, r"<ram:ExemptionReason>.*?</ram:ExemptionReasonCode>", ""),
    ),
    "no recovery fee": (FRENCH, (CII, "<ram:SubjectCode>PMT<", "<ram:SubjectCode>AAI<")),
    "unknown frame": (FRENCH, (CII, "<ram:ID>B1</ram:ID>", "<ram:ID>A1</ram:ID>")),
    "space in the number": (FRENCH, (CII, "<ram:ID>FA-2026", "<ram:ID>FA 2026")),
    "unknown kind": (FRENCH, (CII, "<ram:TypeCode>380<", "<ram:TypeCode>751<")),
    "due before issue": (
        FRENCH,
        (CII, r'(<ram:DueDateDateTime>\s*<udt:DateTimeString format="102">)\d+', r"\g<1>20261001"),
    ),
    "credit on nothing": (
        FRENCH,
        (CREDIT, r"<ram:InvoiceReferencedDocument>.*?</ram:InvoiceReferencedDocument>", ""),
    ),
    "address of another": (FRENCH, (CII, "000123455</ram:URIID>", "000147124</ram:URIID>")),
    "SIRET of another": (FRENCH, (CII, "00011001500013", "00014712400013")),
    "UBL without discount note": (FRENCH, (UBL, "#AAB#", "#AAI#")),
    "UBL unknown frame": (FRENCH, (UBL, "<cbc:ProfileID>B1", "<cbc:ProfileID>X9")),
    "rate that is not French": (FRENCH, (CII, "5.50</ram:Rate", "6.00</ram:Rate")),
    "no customer SIREN, BAR asleep": (
        HOUSE,
        (CII, "<ram:SubjectCode>BAR<", "<ram:SubjectCode>AAI<"),
    ),
    "BAR says abroad": (HOUSE, (CII, ">B2B<", ">B2BINT<")),
    "SIREN key": (HOUSE, (CII, "000123455", "000123456")),
    "SIRET key": (HOUSE, (CII, "00011001500013", "00011001500012")),
    "VAT key": (HOUSE, (CII, "FR31000123455", "FR32000123455")),
    "VAT number of another": (HOUSE, (CII, "FR31000123455", "FR34000147124")),
    "IBAN key": (HOUSE, (CII, "FR7699999000010000000010106", "FR7699999000010000000010107")),
    "nowhere to deliver": (
        HOUSE,
        (CII, r"<ram:ShipToTradeParty>.*?</ram:ShipToTradeParty>", ""),
    ),
    "services said to be goods": (HOUSE, (DEBITS, "<ram:ID>S1</ram:ID>", "<ram:ID>B1</ram:ID>")),
    "debits without the sentence": (HOUSE, (DEBITS, "d’après les débits", "d’après ce qui suit")),
    "debits sentence alone": (HOUSE, (DEBITS, r"<ram:DueDateTypeCode>5</ram:DueDateTypeCode>", "")),
    "exemption without words": (
        HOUSE,
        (EXPORT, r"<ram:ExemptionReason>.*?</ram:ExemptionReason>", ""),
    ),
}


def spoilt(spoil: Spoil) -> str:
    text, old, new = spoil
    changed = re.sub(old, new, text, flags=re.DOTALL)
    assert changed != text
    return changed


def failed_layers(file: bytes) -> set[str]:
    return {layer.name.value for layer in check(file).layers if layer.verdict == Verdict.FAILED}


@pytest.mark.parametrize(("layer", "spoil"), SPOILT_XML.values(), ids=SPOILT_XML.keys())
def test_a_spoilt_invoice_is_refused_where_it_should_be(layer: str, spoil: Spoil) -> None:
    report = check(spoilt(spoil).encode())
    found = report.layer(LayerName(layer))
    assert found is not None
    assert found.verdict == Verdict.FAILED
    assert all(problem.rule and problem.sentence for problem in found.problems)
    assert report.verdict == Verdict.FAILED


@pytest.mark.parametrize(
    "name",
    [name for name, (layer, _) in SPOILT_XML.items() if layer == HOUSE],
)
def test_what_the_house_refuses_no_official_file_had_seen(name: str) -> None:
    assert failed_layers(spoilt(SPOILT_XML[name][1]).encode()) == {HOUSE}


def _files(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.Names.EmbeddedFiles.Names[1]


def _xmp(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        assert old in text
        pdf.Root.Metadata.write(text.replace(old, new).encode())

    return change


def _without_fonts(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/FontFile3" in one:
            del one["/FontFile3"]


def _script(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(Type=pikepdf.Name.Action, S=pikepdf.Name.JavaScript, JS="1")
    pdf.Root.OpenAction = pdf.make_indirect(action)


def _other_total(pdf: pikepdf.Pdf) -> None:
    other = foot(MIXED, carriage=5_500)
    _files(pdf).EF.F.write(cii(replace(BILLS["carriage"], totals=other)))


SPOILT_PDF: dict[str, tuple[str, Callable[[pikepdf.Pdf], object]]] = {
    "no metadata": ("pdf", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    "no colour space": ("pdf", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    "not associated": ("pdf", lambda pdf: pdf.Root.__delitem__("/AF")),
    "no relation": ("pdf", lambda pdf: _files(pdf).__delitem__("/AFRelationship")),
    "no type": ("pdf", lambda pdf: _files(pdf).EF.F.__delitem__("/Subtype")),
    "PDF/A-1": ("pdf", _xmp("<pdfaid:part>3", "<pdfaid:part>1")),
    "no version": ("pdf", _xmp("<fx:Version>1.0</fx:Version>", "")),
    "other level": ("pdf", _xmp(">EN 16931<", ">BASIC<")),
    "fonts left out": ("pdf", _without_fonts),
    "script": ("pdf", _script),
    "figures of another invoice": ("house", _other_total),
    "renamed": ("extract", lambda pdf: _files(pdf).__setitem__("/UF", "facture.xml")),
}


@pytest.mark.parametrize(("layer", "change"), SPOILT_PDF.values(), ids=SPOILT_PDF.keys())
def test_a_spoilt_pdf_is_refused_in_one_layer_alone(layer: str, change) -> None:
    written = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as pdf:
        change(pdf)
        pdf.save(written)
    assert failed_layers(written.getvalue()) == {layer}


def test_an_encrypted_pdf_is_refused() -> None:
    written = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(owner="secret", user=""))
    assert "pdf" in failed_layers(written.getvalue())


def test_a_customer_without_siren_is_refused_by_name() -> None:
    bill = invoice()
    nobody = replace(bill.customer, siren="", vat_number="")
    rules = {
        problem.rule
        for layer in check(cii(replace(bill, customer=nobody))).layers
        for problem in layer.problems
    }
    assert "C-SIREN-CLIENT" in rules
    assert "BR-FR-11_BT-47" in rules
