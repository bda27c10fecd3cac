"""The whole seam between HTTP and the use cases."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any, ParamSpec, TypeVar

from flask import Response, abort, flash, g, make_response, redirect, render_template
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.utils import secure_filename

from sandbox.accounts.models import Role
from sandbox.core.calendar import PARIS
from sandbox.core.context import LEARNER, TRAINER, Context, open_context
from sandbox.core.database import writing
from sandbox.core.errors import DomainError, NotFound
from sandbox.core.run import Run
from sandbox.core.workbooks import MIME, XLSX, Table, to_csv, to_xlsx
from sandbox.extensions import db, htmx
from sandbox.intake import came_from

P = ParamSpec("P")
R = TypeVar("R")
Answer = str | Response | tuple[str, int] | tuple[Response, int]


def session() -> Session:
    """This request's database session."""
    return db.session()


def run() -> Run:
    """The run named by the address, which the person was found entitled to see."""
    found: Run = g.run
    return found


@contextmanager
def _moving(run_id: int, actor: str) -> Iterator[Context]:
    """The one door to a run: commit on success, keep the trace of a refusal."""
    with writing(session()) as current:
        ctx = open_context(current, run_id, actor)
        try:
            yield ctx
        except DomainError:
            current.commit()
            raise
        current.commit()


def stirring(run_id: int) -> AbstractContextManager[Context]:
    """Act in a learner's run as the trainer, who was found entitled to."""
    return _moving(run_id, TRAINER)


@contextmanager
def acting() -> Iterator[Context]:
    """Act in the run of this address, and say what the company's procedure advises against."""
    with _moving(run().id, LEARNER) as ctx:
        # Real time, for the trainer's wall alone: no use case reads it.
        ctx.run.acted_at = datetime.now(PARIS)
        yield ctx
    for caution in ctx.scratch.cautions:
        flash(str(caution), "warning")


def for_roles(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let only these roles in."""

    def guard(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if current_user.role not in roles:
                abort(HTTPStatus.FORBIDDEN)
            return view(*args, **kwargs)

        return guarded

    return guard


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Let everybody in, signed in or not."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def asked_by_htmx() -> bool:
    """Whether a fragment is wanted rather than a whole page."""
    return bool(htmx) and not (htmx.boosted or htmx.history_restore_request)


def page(template: str, /, *, fragment: str = "", status: int = 200, **values: Any) -> Response:
    """Render the whole page, or only its fragment when htmx asks for it."""
    wanted = fragment if fragment and asked_by_htmx() else template
    return make_response(render_template(wanted, **values), status)


def done(message: str, to: str) -> Response:
    """The act succeeded: say so on the next page."""
    flash(message, "success")
    if asked_by_htmx():
        return Response(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": to})
    return make_response(redirect(to, HTTPStatus.SEE_OTHER))


def toast(response: Response, text: str, kind: str = "info") -> Response:
    """Add a short message to a fragment."""
    # Header values are Latin-1: the escapes of JSON keep accents safe.
    response.headers["HX-Trigger"] = json.dumps({"toast": {"text": text, "kind": kind}})
    return response


def attached(content: bytes, name: str, kind: str) -> Response:
    """Send one file, of this content type, that nobody on the way keeps."""
    response = make_response(content)
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def download(kind: str, *tables: Table) -> Response:
    """Send tables as one file: ``xlsx`` with a sheet each, or the first as ``csv``."""
    if kind not in MIME:
        abort(HTTPStatus.NOT_FOUND)
    content = to_xlsx(*tables) if kind == XLSX else to_csv(tables[0])
    return attached(content, f"{secure_filename(tables[0].title) or 'tableau'}.{kind}", MIME[kind])


def refuse(error: DomainError) -> Response:
    """Tell which rule said no: a toast that leaves what was typed, or a page."""
    missing = isinstance(error, NotFound)
    status = HTTPStatus.NOT_FOUND if missing else HTTPStatus.UNPROCESSABLE_ENTITY
    if asked_by_htmx():
        answer = Response(status=status, headers={"HX-Reswap": "none"})
        return toast(answer, str(error), "danger")
    return make_response(
        render_template("errors/422.html", message=str(error), back=came_from()), status
    )
