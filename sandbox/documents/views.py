"""Documents as files: read, never made to exist by reading them."""

from http import HTTPStatus

from flask import Response, abort, jsonify, make_response, redirect, render_template, url_for

import sandbox.documents.building
import sandbox.documents.filing.views  # noqa: F401 - its screens are on the same blueprint
from sandbox.core.context import Context
from sandbox.core.setting import setting_of
from sandbox.core.workbooks import Table
from sandbox.crm.models import Customer
from sandbox.documents.blueprint import bp
from sandbox.documents.building.account import statement_snapshot
from sandbox.documents.einvoice import file_of
from sandbox.documents.papers import papers_about
from sandbox.documents.queries import document, latest
from sandbox.documents.snapshots import AccessResponse, from_json
from sandbox.web import Answer, download, page, run, session


@bp.get("/documents/<int:document_id>.pdf")
def pdf(document_id: int) -> Response:
    """Show a document; drawn on the fly, and not kept, while its file is not there."""
    found = document(session(), run().id, document_id)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return _shown(found.reference, found.content or file_of(from_json(found.snapshot)))


@bp.get("/clients/<int:customer_id>/releve.pdf")
def statement(customer_id: int) -> Response:
    """The statement of a customer's account as it stands today: drawn, and not kept."""
    ctx = Context(session(), run(), setting_of(session(), run().digest))
    drawn = statement_snapshot(ctx, ctx.get(Customer, customer_id))
    return _shown(drawn.reference, file_of(drawn))


def _shown(reference: str, content: bytes) -> Response:
    response = make_response(content)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{reference}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@bp.get("/documents/donnees/<reference>.<kind>")
def held_data(reference: str, kind: str) -> Response:
    """What an answer to a request of access gave: a table, or JSON (GDPR art. 15-3 and 20)."""
    found = document(session(), run().id, latest(session(), run().id, reference) or 0)
    given = from_json(found.snapshot) if found else None
    if not isinstance(given, AccessResponse):
        abort(HTTPStatus.NOT_FOUND)
    if kind == "json":
        return _portable(given)
    rows = [(part.title, one.label, one.value) for part in given.data for one in part.values]
    return download(kind, Table(reference, ("Rubrique", "Donnée", "Valeur"), rows))


def _portable(given: AccessResponse) -> Response:
    """The same data for a machine (GDPR art. 20)."""
    response = make_response(jsonify(given.to_json()["data"]))
    response.headers["Content-Disposition"] = f'attachment; filename="{given.reference}.json"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@bp.get("/documents/de/<reference>")
def papers(reference: str) -> Answer:
    """The documents of a case: a part of its screen, or a screen of their own."""
    found = papers_about(session(), run().id, reference)
    fragment = "documents/_papers.html"
    return page("documents/papers.html", fragment=fragment, papers=found, reference=reference)


@bp.get("/documents/par-reference/<reference>")
def by_reference(reference: str) -> Response:
    """Lead to the file of a document known by its reference."""
    found = latest(session(), run().id, reference)
    if found is None:
        page = render_template("documents/missing.html", reference=reference)
        return make_response(page, HTTPStatus.NOT_FOUND)
    return make_response(redirect(url_for(".pdf", document_id=found), HTTPStatus.SEE_OTHER))


__all__ = ["bp"]
