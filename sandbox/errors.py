"""What people see when something is refused, missing, or broken: French, and never a trace."""

import logging
import secrets

from flask import Flask, Response, g, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError
from werkzeug.exceptions import HTTPException

from sandbox.core.errors import DomainError
from sandbox.extensions import db
from sandbox.intake import came_from
from sandbox.simulation.reading import BadFiles
from sandbox.web import asked_by_htmx, refuse, toast

log = logging.getLogger(__name__)

_STALE = "La page est restée ouverte trop longtemps : rechargez-la, puis recommencez."
_UNFIT = "Un nombre ou une date est hors limites : corrigez, puis recommencez."
_BROKEN = "Une erreur est de notre fait ; rien n'a été enregistré."


def register(app: Flask) -> None:
    """Bind the handlers."""
    app.register_error_handler(DomainError, refuse)
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(BadFiles, _bad_files)
    for unfit in (DataError, OverflowError):
        app.register_error_handler(unfit, _unfit)
    for status in (400, 403, 404, 405, 413):
        app.register_error_handler(status, _refused)
    app.register_error_handler(Exception, _broken)


def _stale(_error: CSRFError) -> Response:
    return _answer(422, _STALE)


def _bad_files(error: BadFiles) -> Response:
    """A trainer's scenario cannot be used as it stands: say what is wrong in it."""
    return _answer(422, f"Le scénario ne peut pas servir. {error}")


def _refused(error: HTTPException) -> Response:
    status = {400: 422, 405: 404, 413: 422}.get(error.code or 500, error.code or 500)
    text = {
        400: "La demande est illisible : rechargez la page, puis recommencez.",
        403: "Cette page n'est pas ouverte à votre compte.",
        404: "Cette page n'existe pas.",
        405: "Cette page n'existe pas.",
        413: "Ce qui a été envoyé est trop volumineux (4 Mo au plus).",
    }[error.code or 500]
    return _answer(status, text)


def _unfit(_error: Exception) -> Response:
    """A number or a date that is within no bounds, and that no form stopped."""
    log.exception("unfit value on %s", request.path)
    db.session.rollback()
    return _answer(422, _UNFIT)


def _broken(error: Exception) -> Response | HTTPException:
    if isinstance(error, HTTPException):
        return error
    incident = secrets.token_hex(4)
    log.exception("incident %s on %s", incident, request.path)
    db.session.rollback()
    g.pop("run", None)
    return _answer(500, f"{_BROKEN} (incident {incident})", incident)


def _answer(status: int, text: str, incident: str = "") -> Response:
    if asked_by_htmx():
        answer = Response(status=status, headers={"HX-Reswap": "none"})
        return toast(answer, text, "danger")
    html = render_template(
        f"errors/{status}.html", message=text, incident=incident, back=came_from()
    )
    return Response(html, status)
