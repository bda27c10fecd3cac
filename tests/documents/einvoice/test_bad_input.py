"""Whatever is handed in, the answer is a sentence: nothing breaks, nothing changes."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from sandbox.documents.einvoice import cii, facturx, ubl
from sandbox.documents.einvoice.checks import check, check_file
from sandbox.documents.einvoice.reading import MAX_BYTES, MAX_XML_BYTES
from sandbox.documents.einvoice.results import LayerName, Report, Verdict
from sandbox.documents.rendering import render
from tests.documents.einvoice.bills import invoice

XML = cii(invoice())
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
)
BAD_XML = {
    "a letter": (b"Bonjour, voici la facture.", "n’est pas un XML lisible"),
    "nothing": (b"  \n", "Ce fichier est vide."),
    "cut short": (XML[:-40], "n’est pas un XML lisible"),
    "billion laughs": (f"<!DOCTYPE x [{LAUGHS}]><x>&l9;</x>".encode(), "DOCTYPE ou une entité"),
    "a file of ours": (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        "DOCTYPE ou une entité",
    ),
    "hidden by its encoding": (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>'.encode("utf-16"),
        "DOCTYPE ou une entité",
    ),
    "very deep": (b"<a>" * 100_000, "n’est pas un XML lisible"),
    "another kind": (b"<devis/>", "ni une facture CII ni une facture UBL"),
    "another profile": (
        XML.replace(b"urn:cen.eu:en16931:2017<", b"urn:factur-x.eu:1p0:minimum<"),
        "n’est pas de ceux que la France retient",
    ),
}


def refused(report: Report) -> str:
    (layer,) = report.layers
    assert (layer.name, layer.verdict, report.readable) == (
        LayerName.EXTRACT,
        Verdict.FAILED,
        False,
    )
    return layer.problems[0].sentence


@pytest.mark.parametrize(("file", "sentence"), BAD_XML.values(), ids=BAD_XML.keys())
def test_what_is_not_an_invoice_is_refused_with_a_sentence(file: bytes, sentence: str) -> None:
    assert sentence in refused(check(file))


def test_a_file_of_two_hundred_megabytes_is_not_even_read(tmp_path: Path) -> None:
    big = tmp_path / "facture.xml"
    with big.open("wb") as file:
        file.truncate(200_000_000)
    assert refused(check_file(big)) == "Ce fichier dépasse 20 Mo : il n’est pas lu."


def test_an_upload_too_large_is_refused() -> None:
    assert "dépasse 20 Mo" in refused(check(b"%PDF-" * (MAX_BYTES // 4)))
    assert "dépasse 5 Mo" in refused(check(b"<" * (MAX_XML_BYTES + 1)))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert "ne s’ouvre pas" in refused(check_file(tmp_path / "absente.pdf"))


def test_a_pdf_without_xml_is_refused() -> None:
    assert "pas de facture" in refused(check(render(invoice())))


@pytest.mark.parametrize("size", [20, 5_000])
def test_a_damaged_pdf_is_refused(size: int) -> None:
    assert refused(check(facturx(invoice())[:size])).startswith("Ce PDF")


def _carrying(content: bytes) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(facturx(invoice()))) as pdf:
        pdf.Root.Names.EmbeddedFiles.Names[1].EF.F.write(content)
        pdf.save(written, compress_streams=True)
    return written.getvalue()


def test_an_attachment_that_unpacks_without_end_is_refused() -> None:
    bomb = _carrying(b" " * (MAX_XML_BYTES + 1))
    assert len(bomb) < 100_000
    assert "dépasse 5 Mo" in refused(check(bomb))


def test_a_ubl_in_a_pdf_is_not_a_facturx() -> None:
    assert "ni une facture CII" in refused(check(_carrying(ubl(invoice()))))


def test_a_pdf_with_a_password_is_refused() -> None:
    written = BytesIO()
    with pikepdf.open(BytesIO(facturx(invoice()))) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(owner="a", user="secret"))
    assert refused(check(written.getvalue())) == "Ce PDF est protégé par un mot de passe."


def test_terms_that_make_no_sense_are_not_called_right() -> None:
    odd = XML.replace(b'format="102">20261125', b'format="102">bientot')
    assert check(odd).verdict == Verdict.FAILED
