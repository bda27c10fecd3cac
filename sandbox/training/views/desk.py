"""In a run: the handbook of the company, the journal, the report, the map of a deal."""

from http import HTTPStatus

from flask import abort, g, request

from sandbox import web
from sandbox.core.setting import setting_of
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import rules
from sandbox.journal.recording import verify
from sandbox.training import assessment, handbook, queries
from sandbox.training.judging.judged import amended, rates_first, shown
from sandbox.training.judging.queries import stream_of
from sandbox.training.reading import read_days, to_show
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, page


@bp.get("/parties/<int:run_id>/procedures")
def procedures() -> Answer:
    """What the company expects, allows, and whom to tell."""
    session, run = web.session(), web.run()
    setting = setting_of(session, run.digest)
    return page(
        "training/procedures.html",
        setting=setting,
        delegation=handbook.delegation(setting),
        delays=handbook.delays(setting.procedures),
        dunning=handbook.dunning(setting),
        carriers=queries.carriers_of(session, run.id),
        practice=queries.practice_customers(session, run.id),
    )


@bp.get("/parties/<int:run_id>/journal")
def journal() -> Answer:
    """Every deed of the run in French, and whether the chain is whole."""
    session, run = web.session(), web.run()
    document = request.args.get("q", "").strip().upper()[:80]
    setting, names = setting_of(session, run.digest), queries.names_in(session, run.id)
    entries = to_show(queries.entries_on(session, run.id, document), run, plays=g.plays)
    return page(
        "training/journal.html",
        days=read_days(entries, setting, names),
        count=len(entries),
        document=document,
        broken=verify(session, run),
    )


@bp.get("/parties/<int:run_id>/bilan")
def report() -> Answer:
    """What the evaluator saw in this run, criterion by criterion."""
    session, run = web.session(), web.run()
    stream = stream_of(session, run.id)
    entries = shown(run, queries.entries_on(session, run.id), stream, plays=g.plays)
    if entries is None or rates_first(run, stream, plays=g.plays):
        return page("training/report_later.html", first=entries is not None)
    judged = amended(run, entries, stream)
    return page(
        "training/report.html",
        groups=assessment.groups_of(judged, entries),
        chart=assessment.chart(judged),
        figures=assessment.figures(run, judged, entries),
        until=entries[-1].at if entries else None,
    )


@bp.get("/parties/<int:run_id>/bilan/regles/<path:code>")
def rule(code: str) -> Answer:
    """A rule's own page: why, how it is measured, what to do."""
    found = rules.get(code)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return page("training/rule.html", rule=found, title=reac().criteria[found.criterion])
