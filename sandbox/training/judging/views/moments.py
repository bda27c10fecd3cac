"""The note of the day, and one entry as it was at that moment."""

from datetime import date
from http import HTTPStatus

from flask import abort, g, request

from sandbox import web
from sandbox.core.setting import setting_of
from sandbox.training.judging.day_note import day_note as note_of
from sandbox.training.judging.day_note import ended_days
from sandbox.training.judging.judged import detail_is_shown, shown
from sandbox.training.judging.moment import entry_at, kept_values
from sandbox.training.judging.queries import stream_of
from sandbox.training.judging.views.blueprint import bp
from sandbox.training.queries import entries_on, names_in
from sandbox.training.reading import read_line
from sandbox.web import Answer, page


@bp.get("/parties/<int:run_id>/fin-de-journee")
def day_note() -> Answer:
    """Three things done well, one to look at; no mark."""
    session, run = web.session(), web.run()
    stream, entries = stream_of(session, run.id), entries_on(session, run.id)
    if run.mode == "evaluation" and shown(run, entries, stream, plays=g.plays) is None:
        return page("judging/later.html")
    days = ended_days(entries, run.clock)
    day = _asked(days)
    note = note_of(run, entries, stream, day) if day else None
    return page("judging/day.html", note=note, days=days)


@bp.get("/parties/<int:run_id>/journal/<int:seq>")
def moment(seq: int) -> Answer:
    """What the journal knew at one entry, and what had led to it."""
    session, run = web.session(), web.run()
    entry, before = entry_at(session, run.id, seq)
    if entry is None:
        abort(HTTPStatus.NOT_FOUND)
    setting, names = setting_of(session, run.digest), names_in(session, run.id)
    seen = detail_is_shown(run, entry, stream_of(session, run.id), plays=g.plays)
    return page(
        "judging/moment.html",
        line=read_line(entry, setting, names),
        values=kept_values(entry.payload, setting, names) if seen else None,
        before=[read_line(one, setting, names) for one in before],
    )


def _asked(days: list[date]) -> date | None:
    """The day asked for, else the last one that is over."""
    asked = request.args.get("jour", "")
    chosen = next((day for day in days if day.isoformat() == asked), None)
    return chosen or (days[-1] if days else None)
