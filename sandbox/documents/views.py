"""Documents as files: read, never made to exist by reading them."""

from http import HTTPStatus

from flask import Response, abort, make_response, redirect, render_template, url_for

import sandbox.documents.building
import sandbox.documents.filing.views  # noqa: F401 - its screens are on the same blueprint
from sandbox.documents.blueprint import bp
from sandbox.documents.einvoice import file_of
from sandbox.documents.queries import document, latest
from sandbox.documents.snapshots import from_json
from sandbox.web import run, session


@bp.get("/documents/<int:document_id>.pdf")
def pdf(document_id: int) -> Response:
    """Show a document; drawn on the fly, and not kept, while its file is not there."""
    found = document(session(), run().id, document_id)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    response = make_response(found.content or file_of(from_json(found.snapshot)))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{found.reference}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@bp.get("/documents/par-reference/<reference>")
def by_reference(reference: str) -> Response:
    """Lead to the file of a document known by its reference."""
    found = latest(session(), run().id, reference)
    if found is None:
        page = render_template("documents/missing.html", reference=reference)
        return make_response(page, HTTPStatus.NOT_FOUND)
    return make_response(redirect(url_for(".pdf", document_id=found), HTTPStatus.SEE_OTHER))


__all__ = ["bp"]
