"""What people see when something is refused, missing, or broken: French, and never a trace."""

import logging
import secrets

from flask import Flask, Response, g, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from sandbox.core.errors import DomainError
from sandbox.extensions import db
from sandbox.web import asked_by_htmx, refuse, toast

log = logging.getLogger(__name__)

_STALE = "La page est restée ouverte trop longtemps : rechargez-la, puis recommencez."
_BROKEN = "Une erreur est de notre fait ; rien n'a été enregistré."


def register(app: Flask) -> None:
    """Bind the handlers."""
    app.register_error_handler(DomainError, refuse)
    app.register_error_handler(CSRFError, _stale)
    for status in (403, 404, 405, 413):
        app.register_error_handler(status, _refused)
    app.register_error_handler(Exception, _broken)


def _stale(_error: CSRFError) -> Response:
    return _answer(422, _STALE)


def _refused(error: HTTPException) -> Response:
    status = {405: 404, 413: 422}.get(error.code or 500, error.code or 500)
    text = {
        403: "Cette page n'est pas ouverte à votre compte.",
        404: "Cette page n'existe pas.",
        422: "Le fichier envoyé est trop volumineux (4 Mo au plus).",
    }[status]
    return _answer(status, text)


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
        f"errors/{status}.html", message=text, incident=incident, back=request.referrer
    )
    return Response(html, status)
