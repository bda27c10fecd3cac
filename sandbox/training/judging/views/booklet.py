"""The booklet: released by the trainer, read by the learner, each version as it was."""

from http import HTTPStatus

from flask import Response, abort, url_for
from flask_login import current_user
from werkzeug.utils import secure_filename

from sandbox import web
from sandbox.core.database import writing
from sandbox.training.judging.booklet import booklet_of, booklets_of, release_booklet, tables
from sandbox.training.judging.models import Booklet
from sandbox.training.judging.progress import progress_of
from sandbox.training.judging.views.blueprint import bp, parameters, said
from sandbox.training.reach import learner_at, trainers_only
from sandbox.web import Answer, attached, done, download, page

_MIME = {"pdf": "application/pdf", "json": "application/json"}


@bp.get("/formateur/apprenants/<int:learner_id>/livret")
@trainers_only
def booklet(learner_id: int) -> Answer:
    """The versions released, and what the next one would hold."""
    learner, session = learner_at(learner_id), web.session()
    criteria = progress_of(session, learner, parameters())
    return page(
        "judging/booklet.html",
        learner=learner,
        versions=booklets_of(session, learner_id),
        decided=sum(one.decision is not None for one in criteria),
        total=len(criteria),
    )


@bp.post("/formateur/apprenants/<int:learner_id>/livret")
@trainers_only
def publish_booklet(learner_id: int) -> Answer:
    """Freeze a version, and let the learner read it."""
    with writing(web.session()) as session:
        found = release_booklet(session, learner_at(learner_id), said(), parameters())
        version = found.version
        session.commit()
    told = f"Livret publié, version {version} : il ne changera plus."
    return done(told, url_for(".booklet", learner_id=learner_id))


@bp.get("/formateur/apprenants/<int:learner_id>/livret/<int:version>.<kind>")
@trainers_only
def booklet_file(learner_id: int, version: int, kind: str) -> Answer:
    """A version as a file."""
    return _file(booklet_of(web.session(), learner_at(learner_id).id, version), kind)


@bp.get("/mon-livret")
def own_booklet() -> Answer:
    """The versions of one's own booklet."""
    found = booklets_of(web.session(), current_user.id)
    return page("judging/own_booklet.html", versions=found)


@bp.get("/mon-livret/<int:version>.<kind>")
def own_booklet_file(version: int, kind: str) -> Answer:
    """A version of one's own booklet as a file."""
    return _file(booklet_of(web.session(), current_user.id, version), kind)


def _file(found: Booklet | None, kind: str) -> Response:
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    if kind not in _MIME:
        return download(kind, *tables(found))
    content = found.pdf if kind == "pdf" else found.content.encode()
    name = secure_filename(f"livret-{found.data['login']}-v{found.version}")
    return attached(content, f"{name}.{kind}", _MIME[kind])
