"""Screens of the workbooks that a scenario asks for."""

import base64

from flask import Response, abort, request, url_for
from werkzeug.utils import secure_filename

from sandbox.core.workbooks import MIME, XLSX
from sandbox.crm import services
from sandbox.crm.forms import beside
from sandbox.crm.views.base import bp, current_setting, plays
from sandbox.crm.workbook_forms import WorkbookForm
from sandbox.crm.workbooks import HandedWorkbook, workbooks_of
from sandbox.web import Answer, acting, attached, done, page, run, session


def _form() -> WorkbookForm:
    form = WorkbookForm()
    form.task.choices = [(task.code, task.title) for task in current_setting().workbooks]
    return form


def _workbooks(form: WorkbookForm, status: int = 200) -> Answer:
    return page(
        "crm/workbooks.html",
        form=form,
        tasks={task.code: task.title for task in current_setting().workbooks},
        workbooks=workbooks_of(session(), run().id),
        plays=plays(),
        status=status,
    )


@bp.get("/classeurs")
def workbooks() -> Answer:
    """Workbooks asked for, and those handed in."""
    return _workbooks(_form())


@bp.post("/classeurs")
def hand_in_workbook() -> Answer:
    """Hand in a workbook."""
    form, file = _form(), request.files.get("file")
    if form.validate() and file is not None and file.filename:
        content = base64.b64encode(file.read()).decode()
        with beside(form):
            with acting() as ctx:
                services.hand_in_workbook(
                    ctx, task=form.task.data, name=file.filename[:120], content=content
                )
            return done("Classeur remis.", url_for(".workbooks"))
    elif file is None or not file.filename:
        form.file.errors = ["Choisissez un fichier."]
    return _workbooks(form, status=422)


@bp.get("/classeurs/<int:workbook_id>")
def workbook(workbook_id: int) -> Response:
    """The file as it was handed in."""
    kept = session().get(HandedWorkbook, (run().id, workbook_id))
    if kept is None:
        abort(404)
    name = secure_filename(kept.name) or f"{kept.reference}.xlsx"
    return attached(kept.content, name, MIME[XLSX])
