"""A workbook is handed in, measured and kept; what is no workbook is refused in plain words."""

import base64
import io
import zipfile
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from sqlalchemy import select
from werkzeug.test import TestResponse

from sandbox.core import setting
from sandbox.core import workbooks as core
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.core.setting import WorkbookTask
from sandbox.core.workbooks import UnreadableTable
from sandbox.crm import services
from sandbox.crm.errors import UnknownWorkbook
from sandbox.crm.workbooks import HandedWorkbook, measure
from tests.crm.journal import said

ROWS = [("Client", "Dû"), ("Ferrandi", 120.5), ("Pivoine", 30), ("Talvas", 49.5)]


def book(*more: tuple[object, ...]) -> bytes:
    """A workbook of three debts, and more rows."""
    made = Workbook()
    for row in (*ROWS, *more):
        made.active.append(row)
    return saved(made)


def saved(made: Workbook) -> bytes:
    """The file of a workbook."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def computed(content: bytes, result: str) -> bytes:
    """The same file once a spreadsheet has kept the result of its only formula."""
    parts, file = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for part in parts.infolist():
            text = parts.read(part).replace(b"<v></v>", f"<v>{result}</v>".encode())
            new.writestr(part, text.replace(b"<v />", f"<v>{result}</v>".encode()))
    return file.getvalue()


def given(content: bytes) -> str:
    """As the use case takes it."""
    return base64.b64encode(content).decode()


@pytest.fixture
def asking(ctx: Context) -> Context:
    """A scenario that asks for a workbook."""
    ctx.setting = replace(ctx.setting, workbooks=(WorkbookTask("balance", "Les retards"),))
    return ctx


def test_formulas_and_their_results_are_measured() -> None:
    found = measure("retards.xlsx", computed(book(("Total", "=SUM(B2:B4)")), "200"))

    assert (found.formulas, found.functions) == (1, ("SUM",))
    assert (found.figures, found.typed_totals) == ((20000,), 0)


def test_a_total_typed_in_is_seen() -> None:
    found = measure("retards.xlsx", book(("Total", 200)))

    assert (found.formulas, found.typed_totals, found.figures) == (0, 1, ())


def test_a_figure_that_is_no_sum_is_no_total() -> None:
    assert measure("retards.xlsx", book(("Talvas", 75))).typed_totals == 0


def test_a_workbook_is_kept_with_its_print(asking: Context) -> None:
    content = book(("Total", "=SUM(B2:B4)"))
    kept = services.hand_in_workbook(asking, task="balance", name="a.xlsx", content=given(content))
    (entry,) = said(asking.session, "workbook.handed_in")

    assert kept.reference.startswith("CLA-")
    assert load_workbook(io.BytesIO(kept.content)).active["A2"].value == "Ferrandi"
    assert (entry["task"], entry["formulas"]) == ("balance", 1)
    assert entry["sha256"] == kept.sha256
    assert len(kept.sha256) == 64


def bomb() -> bytes:
    """A small file that would be huge once opened."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (core.LARGEST_UNPACKED + 1))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"du texte", "Classeur Excel"),
        (b"", "Classeur Excel"),
        (b"0" * (1024 * 1024 + 1), "1 Mo"),
        (bomb(), "trop gros"),
    ],
    ids=["text", "empty", "too big", "bomb"],
)
def test_what_is_no_workbook_is_refused(asking: Context, content: bytes, words: str) -> None:
    with pytest.raises(UnreadableTable, match=words):
        services.hand_in_workbook(asking, task="balance", name="a.xlsx", content=given(content))


@pytest.mark.parametrize(
    ("task", "content", "refusal"),
    [("inconnu", given(b"x"), UnknownWorkbook), ("balance", "&&", UnreadableTable)],
)
def test_an_unknown_task_and_broken_words_are_refused(
    asking: Context, task: str, content: str, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        services.hand_in_workbook(asking, task=task, name="a.xlsx", content=content)


def test_a_workbook_is_handed_in_from_its_screen(
    client: FlaskClient, ctx: Context, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = replace(ctx.setting, workbooks=(WorkbookTask("balance", "Les retards"),))
    monkeypatch.setitem(setting._settings, ctx.run.digest, asks)
    ctx.session.commit()
    address = f"{base}/classeurs"

    def sent(content: bytes, name: str = "a.xlsx") -> TestResponse:
        file = (io.BytesIO(content), name)
        return client.post(address, data={"task": "balance", "file": file})

    assert "Les retards" in client.get(address).text
    assert "Choisissez un fichier" in client.post(address, data={"task": "balance"}).text
    refused = sent(b"du texte")
    assert (refused.status_code, "n&#39;est pas un tableau lisible" in refused.text) == (422, True)
    assert sent(book()).status_code == 303
    kept = ctx.session.scalars(select(HandedWorkbook)).one()
    assert "a.xlsx" in client.get(address).text
    assert client.get(f"{address}/{kept.id}").data == kept.content
    assert client.get(f"{address}/999999").status_code == 404
