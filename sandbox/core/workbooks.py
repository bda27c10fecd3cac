"""Tables that leave and come in as files: XLSX and CSV; what leaves runs in no spreadsheet."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from sandbox.core.errors import DomainError

Cell = str | int | Decimal | date | datetime | bool | None
XLSX = "xlsx"
CSV = "csv"
MIME = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
}
LARGEST_ROWS = 5000
LARGEST_COLUMNS = 100
LARGEST_UNPACKED = 40 * 1024 * 1024
# What a spreadsheet would run rather than show (OWASP, CSV injection).
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")
_ENCODINGS = ("utf-8-sig", "cp1252")
_WIDEST = 60


class UnreadableTable(DomainError):
    """The file is neither a workbook nor a text table."""

    message = "« {file} » n'est pas un tableau lisible : {problem}"
    field = "file"


@dataclass(frozen=True)
class Table:
    """A sheet: its title, the names of its columns, its rows (amounts as Decimal euros)."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def harmless(cell: Cell) -> Cell:
    """A text that no spreadsheet takes for a formula; anything else as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUN) else cell


def to_xlsx(*tables: Table) -> bytes:
    """A workbook with one sheet per table, headings frozen, texts never run as formulas."""
    book = Workbook()
    for blank in book.worksheets:
        book.remove(blank)
    for table in tables:
        _fill(book, table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(_sheet_title(table.title))
    sheet.append(list(table.columns))
    widths = [len(name) for name in table.columns]
    for row in table.rows:
        sheet.append([harmless(cell) for cell in row])
        widths = [max(width, len(str(cell or ""))) for width, cell in zip(widths, row, strict=True)]
    for heading, width in zip(sheet[1], widths, strict=True):
        heading.font = Font(bold=True)
        sheet.column_dimensions[heading.column_letter].width = min(width + 2, _WIDEST)
    sheet.freeze_panes = "A2"


def _sheet_title(title: str) -> str:
    return "".join("-" if c in "[]:*?/\\" else c for c in title)[:31] or "Feuille"


def to_csv(table: Table) -> bytes:
    """The table as French spreadsheets open it: semicolons, decimal commas, UTF-8 with its mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "oui" if cell else "non"
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, Decimal):
        return f"{cell}".replace(".", ",")
    return str(harmless(cell))


def read_rows(file: str, content: bytes) -> list[list[str]]:
    """Rows of the first sheet of an XLSX or CSV file, every cell as trimmed text.

    Wholly blank rows are dropped at the end only, so that row 3 of the answer is line 4 of the
    file. Raises UnreadableTable.
    """
    if not content:
        raise UnreadableTable(file=file, problem="il est vide.")
    rows = _xlsx_rows(file, content) if content.startswith(b"PK") else _csv_rows(file, content)
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise UnreadableTable(file=file, problem="il ne contient aucune ligne.")
    return rows


def open_workbook(file: str, content: bytes, *, formulas: bool = False) -> Workbook:
    """An XLSX file, its formulas as written or as computed; raises UnreadableTable."""
    with _refusing(file):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise UnreadableTable(file=file, problem="il est trop gros une fois ouvert.")
        return load_workbook(io.BytesIO(content), read_only=not formulas, data_only=not formulas)


@contextmanager
def _refusing(file: str) -> Iterator[None]:
    """Whatever a damaged workbook breaks in its reader is said as one sentence."""
    try:
        yield
    except (
        *(InvalidFileException, zipfile.BadZipFile, SyntaxError),
        *(LookupError, ValueError, TypeError, AttributeError, EOFError, zlib.error),
    ) as error:
        problem = "enregistrez-le au format « Classeur Excel (.xlsx) »."
        raise UnreadableTable(file=file, problem=problem) from error


def _xlsx_rows(file: str, content: bytes) -> list[list[str]]:
    rows: list[list[str]] = []
    # Sheets are read as they are walked: what is broken in one shows only then.
    with _refusing(file):
        for row in open_workbook(file, content).worksheets[0].iter_rows(values_only=True):
            if len(rows) > LARGEST_ROWS:
                raise UnreadableTable(file=file, problem=f"il dépasse {LARGEST_ROWS} lignes.")
            rows.append([_read(value) for value in row[:LARGEST_COLUMNS]])
    return rows


def _read(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime) and not (value.hour or value.minute):
        value = value.date()
    if isinstance(value, date | datetime | bool):
        return _text(value)
    return "" if value is None else str(value).strip()


def _csv_rows(file: str, content: bytes) -> list[list[str]]:
    text = _decoded(file, content)
    first = text.split("\n", 1)[0]
    separator = max((";", ",", "\t"), key=first.count)
    try:
        rows = [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise UnreadableTable(file=file, problem="une ligne est mal formée.") from error
    if len(rows) > LARGEST_ROWS + 1:
        raise UnreadableTable(file=file, problem=f"il dépasse {LARGEST_ROWS} lignes.")
    return rows


def _decoded(file: str, content: bytes) -> str:
    if b"\x00" in content:
        raise UnreadableTable(file=file, problem="ce n'est ni un classeur .xlsx ni un texte .csv.")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableTable(file=file, problem="son encodage est inconnu : choisissez UTF-8.")
