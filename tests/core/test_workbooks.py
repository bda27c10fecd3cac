"""Tables as files: what goes out comes back, and nothing in them runs."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook
from werkzeug.exceptions import NotFound

from sandbox.core.workbooks import (
    LARGEST_ROWS,
    Table,
    UnreadableTable,
    open_workbook,
    read_rows,
    to_csv,
    to_xlsx,
)
from sandbox.web import download

BOMB = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
SALES = Table(
    "Ventes : novembre",
    ("Client", "Montant", "Le", "Payé"),
    [
        ("Atelier Lumen", Decimal("1250.50"), date(2026, 11, 2), True),
        ("Éts Béa", None, None, False),
    ],
)


def test_a_table_goes_out_as_a_workbook_and_comes_back() -> None:
    rows = read_rows("ventes.xlsx", to_xlsx(SALES))
    assert rows == [
        ["Client", "Montant", "Le", "Payé"],
        ["Atelier Lumen", "1250.5", "02/11/2026", "oui"],
        ["Éts Béa", "", "", "non"],
    ]


def test_a_table_goes_out_as_french_csv_and_comes_back() -> None:
    content = to_csv(SALES)
    assert content.startswith("\ufeffClient;Montant".encode())
    assert read_rows("ventes.csv", content)[1] == ["Atelier Lumen", "1250,50", "02/11/2026", "oui"]


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-2", "@cmd", "\t=1", "=HYPERLINK(A1)"])
def test_no_text_is_ever_run(text: str) -> None:
    table = Table("T", ("Texte",), [(text,)])
    cell = load_workbook(io.BytesIO(to_xlsx(table))).active["A2"]
    assert cell.data_type == "s"
    assert cell.value == f"'{text}"
    assert f"'{text.split(chr(9))[0]}" in to_csv(table).decode("utf-8-sig")


def test_a_negative_amount_stays_a_number() -> None:
    table = Table("T", ("Solde",), [(Decimal("-12.30"),)])
    assert load_workbook(io.BytesIO(to_xlsx(table))).active["A2"].data_type == "n"
    assert "-12,30" in to_csv(table).decode("utf-8-sig")


def test_a_file_of_an_old_spreadsheet_is_read_all_the_same() -> None:
    assert read_rows("a.csv", "Nom;Ville\r\nBéa;Évry".encode("cp1252")) == [
        ["Nom", "Ville"],
        ["Béa", "Évry"],
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vide.csv", b""),
        ("photo.jpg", b"\xff\xd8\x00\x10"),
        ("faux.xlsx", b"PK\x03\x04 rien"),
        ("blanc.csv", b"\n\n;;\n"),
        ("long.csv", b"a\n" * (LARGEST_ROWS + 2)),
    ],
)
def test_what_is_not_a_table_is_refused_with_a_sentence(name: str, content: bytes) -> None:
    with pytest.raises(UnreadableTable) as refusal:
        read_rows(name, content)
    assert name in str(refusal.value)


def test_an_archive_that_swells_is_refused_before_it_is_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"0" * (41 * 1024 * 1024))
    with pytest.raises(UnreadableTable, match="trop gros"):
        read_rows("bombe.xlsx", out.getvalue())


def damaged(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A good workbook, one of its parts spoilt."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(to_xlsx(SALES))) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            bad.writestr(name, change(good.read(name)) if name == part else good.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]),
        ("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="A1"', b'r="@@"')),
        ("xl/worksheets/sheet1.xml", lambda xml: BOMB + xml.split(b"?>", 1)[-1]),
        ("xl/workbook.xml", lambda xml: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", xml)),
        ("xl/styles.xml", lambda _xml: b"<x"),
    ],
    ids=["cut", "cell nowhere", "entity bomb", "no sheet", "styles"],
)
def test_a_damaged_workbook_is_refused_with_a_sentence(
    part: str, change: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(UnreadableTable, match="Classeur Excel"):
        read_rows("abîmé.xlsx", damaged(part, change))


def test_a_workbook_keeps_its_formulas_for_who_asks() -> None:
    book, out = Workbook(), io.BytesIO()
    book.active.append([1, 2, "=A1+B1"])
    book.save(out)
    assert read_rows("calcul.xlsx", out.getvalue()) == [["1", "2", ""]]
    kept = open_workbook("calcul.xlsx", out.getvalue(), formulas=True)
    assert kept.active["C1"].value == "=A1+B1"


def test_a_table_is_downloaded_under_a_plain_file_name(app: Flask) -> None:
    with app.test_request_context():
        response = download("csv", SALES)
    assert response.headers["Content-Disposition"] == 'attachment; filename="Ventes__novembre.csv"'
    assert response.mimetype == "text/csv"


def test_an_unknown_form_of_table_leads_nowhere(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(NotFound):
        download("exe", SALES)
