"""Text of a PDF in the order it is written, with pikepdf alone: tests run without system tools."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf


def pages(pdf: bytes) -> list[str]:
    """The text of each page; no-break spaces become ordinary ones, to make looking easy."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [re.sub(r"\s+", " ", _page_text(page)) for page in document.pages]


def _page_text(page: pikepdf.Page) -> str:
    maps = {name: _to_unicode(font) for name, font in page.resources.get("/Font", {}).items()}
    written, current = [], {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            current = maps[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            pieces = operands[0] if operator == "TJ" else operands
            codes = b"".join(bytes(p) for p in pieces if isinstance(p, pikepdf.String))
            written += [current[codes[at : at + 2]] for at in range(0, len(codes), 2)]
        elif operator == "ET":
            written.append(" ")
    return "".join(written)


def _to_unicode(font: pikepdf.Object) -> dict[bytes, str]:
    cmap = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\n", cmap)
    return {bytes.fromhex(c): bytes.fromhex(text).decode("utf-16-be") for c, text in pairs}


def structure(pdf: bytes) -> list[str]:
    """The tags of a PDF in reading order, as H1, Table, TH…"""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(_tags(document.Root.StructTreeRoot.K))


def _tags(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S)[1:]
        yield from _tags(node.get("/K", pikepdf.Array()))
