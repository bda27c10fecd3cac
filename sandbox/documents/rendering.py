"""Snapshots to accessible PDF (PDF/A-3a, PDF/UA-1): same snapshot, same bytes.

Pure: no database, no web, no clock. Data reach the templates as JSON, never as markup, so a name
such as « #strong » prints as it is written.
"""

import json
import shutil
import threading
import unicodedata
from datetime import UTC, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from struct import iter_unpack, unpack_from
from tempfile import TemporaryDirectory
from typing import Any

import typst

from sandbox.documents.snapshots import Snapshot

TEMPLATES = Path(__file__).parent / "typst"
FACES = ("SourceSansPro-Regular.otf", "SourceSansPro-Semibold.otf")
WARM_UP = b'#set text(font: "Source Sans Pro"); a #strong[a]'

_local = threading.local()
_fonts_lock = threading.Lock()


def render(snapshot: Snapshot, einvoice: bytes | None = None) -> bytes:
    """The PDF of a document, dated midday UTC of its issue so every reader shows the same day.

    `einvoice` is the XML that an invoice carries with it: see `sandbox.documents.einvoice`.
    """
    inputs = _inputs(snapshot)
    if einvoice is not None:
        inputs["einvoice"] = einvoice.decode()
    pdf = _compiler().compile(
        TEMPLATES / f"{snapshot.kind}.typ",
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime.combine(snapshot.issued_on, time(12), UTC),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gave no PDF")
    return pdf


def pictures(snapshot: Snapshot, dots_per_inch: int = 80) -> tuple[bytes, ...]:
    """The same pages as PNG pictures, for the docs and for the eye."""
    found = _compiler().compile(
        TEMPLATES / f"{snapshot.kind}.typ",
        format="png",
        ppi=dots_per_inch,
        sys_inputs=_inputs(snapshot),
    )
    sheets = found if isinstance(found, list) else [found]
    return tuple(sheet for sheet in sheets if sheet is not None)


def _inputs(snapshot: Snapshot) -> dict[str, str]:
    said = {**snapshot.to_json(), "mentions": list(snapshot.printed_mentions)}
    return {"data": json.dumps(_printable(said), ensure_ascii=False, sort_keys=True)}


def _compiler() -> typst.Compiler:
    """One compiler a thread (it refuses to be shared); fonts are shared by all."""
    if not hasattr(_local, "compiler"):
        with _fonts_lock:
            fonts = _fonts()
        _local.compiler = typst.Compiler(root=TEMPLATES, font_paths=fonts)
    compiler: typst.Compiler = _local.compiler
    return compiler


@cache
def _fonts() -> typst.Fonts:
    """Our two faces alone: the package's folder holds each twice, found in no certain order."""
    with TemporaryDirectory() as folder:
        for face in FACES:
            shutil.copy(_font_folder() / face, folder)
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        # Faces are read at first use: use them before the folder goes.
        typst.compile(WARM_UP, font_paths=fonts, format="pdf")
    return fonts


@cache
def _font_folder() -> Path:
    spec = find_spec("font_source_sans_pro")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("the package font-source-sans-pro is not installed")
    return Path(spec.submodule_search_locations[0]) / "files"


@cache
def _drawn() -> frozenset[int]:
    """Code points that every face can draw; PDF/A forbids any other."""
    return frozenset.intersection(*(_code_points(face) for face in FACES))


def _code_points(face: str) -> frozenset[int]:
    """Code points of an OpenType face, from its `cmap` table (sub-table of format 12)."""
    font = (_font_folder() / face).read_bytes()
    (count,) = unpack_from(">H", font, 4)
    tables = (unpack_from(">4s4xLL", font, 12 + 16 * index) for index in range(count))
    start = next(offset for tag, offset, _ in tables if tag == b"cmap")
    (count,) = unpack_from(">H", font, start + 2)
    subtables = (start + unpack_from(">L", font, start + 8 + 8 * i)[0] for i in range(count))
    table = next(at for at in subtables if unpack_from(">H", font, at) == (12,))
    (groups,) = unpack_from(">L", font, table + 12)
    ranges = iter_unpack(">LLL", font[table + 16 : table + 16 + 12 * groups])
    return frozenset(code for first, last, _ in ranges for code in range(first, last + 1))


def _printable(value: Any) -> Any:
    """The same data with « ? » for what no face draws, and no invisible control."""
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_printable(item) for item in value]
    if isinstance(value, str):
        return "".join(map(_drawable, unicodedata.normalize("NFC", value)))
    return value


def _drawable(character: str) -> str:
    if character in "\n\t":
        return character
    if unicodedata.category(character) in ("Cc", "Cf"):
        return ""
    return character if ord(character) in _drawn() else "?"
