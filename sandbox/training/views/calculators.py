"""Calculators of a desk: nothing is written, and every answer shows its working."""

from http import HTTPStatus
from typing import Any

from flask import abort, request

from sandbox import web
from sandbox.core.money import format_rate
from sandbox.core.setting import setting_of
from sandbox.core.workings import Step
from sandbox.training.calculators import CALCULATORS, Calculator
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, page

_PAGE = "training/calculators.html"


@bp.get("/parties/<int:run_id>/calculettes")
@bp.get("/parties/<int:run_id>/calculettes/<tool>", endpoint="calculator")
def calculators(tool: str = "marge") -> Answer:
    """One calculator, and the working of what its address asks."""
    title, kind, reminder = CALCULATORS.get(tool) or abort(HTTPStatus.NOT_FOUND)
    form = kind(request.args) if request.args else kind(formdata=None, **_usual())
    steps = _worked(form) if request.args else []
    status = 422 if form.errors or form.form_errors else 200
    told: dict[str, Any] = {"tool": tool, "title": title, "reminder": reminder, "steps": steps}
    return page(_PAGE, status=status, form=form, tools=CALCULATORS, **told)


def _worked(form: Calculator) -> list[Step]:
    if not form.validate():
        return []
    try:
        return form.working()
    except ValueError as error:
        form.form_errors.append(str(error))
        return []


def _usual() -> dict[str, object]:
    """What a blank calculator starts from: the company's day and its late rate."""
    dunning = setting_of(web.session(), web.run().digest).procedures.dunning
    today = web.run().clock.date()
    rate = format_rate(dunning.late_rate).rstrip("% \u00a0")
    return {"invoiced": today, "due": today, "paid": today, "rate": rate}
