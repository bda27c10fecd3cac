"""The diary of due dates."""

from sandbox.erp.queries.due_dates import by_week
from sandbox.erp.queries.due_dates import due_dates as still_due
from sandbox.erp.views.base import bp
from sandbox.web import Answer, page, run, session


@bp.get("/echeances")
def due_dates() -> Answer:
    """What falls due, week by week: to us, and by us."""
    dues = still_due(session(), run().id)
    today = run().clock.date()
    return page("erp/due_dates.html", weeks=by_week(dues), count=len(dues), today=today)
