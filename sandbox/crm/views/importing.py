"""Customers from a file: choose it, read its lines over, then open the records."""

from typing import Any

from flask import request, url_for

from sandbox.core.errors import DomainError
from sandbox.core.workbooks import read_rows
from sandbox.crm import services
from sandbox.crm.importing import (
    HEADINGS,
    MODEL,
    MOST,
    ImportLine,
    look_over,
    read_lines,
    set_aside,
)
from sandbox.crm.services import CustomerDraft
from sandbox.crm.views.base import bp
from sandbox.filters import plural
from sandbox.web import Answer, acting, done, download, page, run, session


@bp.get("/clients/importer")
def import_customers() -> Answer:
    """Choose a file."""
    return _choose()


def _choose(refusal: str = "") -> Answer:
    values: dict[str, Any] = {"refusal": refusal, "columns": HEADINGS.values(), "most": MOST}
    return page("crm/import.html", status=422 if refusal else 200, **values)


@bp.get("/clients/importer/modele.<kind>")
def import_model(kind: str) -> Answer:
    """An example of the list that can be imported."""
    return download(kind, MODEL)


@bp.post("/clients/importer")
def read_customers() -> Answer:
    """Show what the file holds, line by line; nothing is written."""
    file = request.files.get("file")
    name, content = (file.filename or "", file.read()) if file else ("", b"")
    try:
        lines = look_over(session(), run().id, read_lines(read_rows(name, content)))
    except DomainError as error:
        return _choose(str(error))
    return _shown(set_aside(lines))


def _shown(lines: list[ImportLine], refusal: str = "") -> Answer:
    wrong = sum(line.blocks for line in lines)
    values: dict[str, Any] = {
        "lines": lines,
        "wrong": wrong,
        "refusal": refusal,
        "headings": HEADINGS,
    }
    return page("crm/import_lines.html", status=422 if wrong or refusal else 200, **values)


@bp.post("/clients/importer/creer")
def write_customers() -> Answer:
    """Open the records of the lines taken, as corrected on the screen."""
    lines = look_over(session(), run().id, _typed())
    if any(line.blocks for line in lines):
        return _shown(lines)
    drafts = [CustomerDraft(**line.values) for line in lines if line.taken]  # type: ignore[arg-type]
    try:
        with acting() as ctx:
            opened = services.import_customers(ctx, drafts=drafts)
    except DomainError as error:
        return _shown(look_over(session(), run().id, _typed()), str(error))
    told = plural(len(opened), "fiche ouverte", "fiches ouvertes")
    return done(
        f"{told}, de {opened[0].reference} à {opened[-1].reference}.", url_for(".customers")
    )


def _typed() -> list[ImportLine]:
    """Lines as corrected; those that are ticked are taken."""
    taken = set(request.form.getlist("taken"))
    names = ("number", *HEADINGS)
    rows = zip(*(request.form.getlist(name)[:MOST] for name in names), strict=False)
    return [
        ImportLine(int(number), dict(zip(HEADINGS, cells, strict=True)), number in taken)
        for number, *cells in rows
        if number.isdecimal() and len(number) < 6
    ]
