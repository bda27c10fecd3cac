"""The accounting journals of a run, month by month, and the file that inspectors ask for."""

from datetime import date
from typing import Any

from flask import Response, request

from sandbox.core.calendar import end_of_month
from sandbox.core.fec import fec_text, file_name
from sandbox.core.setting import setting_of
from sandbox.erp.queries.accounting import fec_lines, pieces
from sandbox.erp.showing.accounting import months_of, wanted_month
from sandbox.erp.views.base import bp
from sandbox.web import Answer, attached, page, run, session


@bp.get("/journal-comptable")
def accounting() -> Answer:
    """Entries of one month, that of the company's day unless another is asked for."""
    today = run().clock.date()
    first = wanted_month(request.args.get("mois", ""), today)
    found = pieces(session(), run().id, first, end_of_month(first))
    debit, credit = (sum(piece.sums[side] for piece in found) for side in (0, 1))
    told: dict[str, Any] = {"first": first, "months": months_of(today), "today": today}
    return page("erp/accounting.html", pieces=found, sums=(debit, credit), **told)


@bp.get("/journal-comptable/fec")
def fec() -> Response:
    """The file of the entries of the calendar year, up to today (LPF art. A47 A-1)."""
    year = run().clock.date().year
    last = date(year, 12, 31)
    found = pieces(session(), run().id, date(year, 1, 1), last)
    name = file_name(setting_of(session(), run().digest).company.siren, last)
    content = fec_text(fec_lines(found)).encode("utf-8")
    return attached(content, name, "text/plain; charset=utf-8")
