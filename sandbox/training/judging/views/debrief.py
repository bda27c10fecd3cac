"""The debriefing of a run, step by step; only its owner writes in it."""

from http import HTTPStatus
from typing import Any

from flask import abort, g, request, url_for

from sandbox import web
from sandbox.core.database import writing
from sandbox.core.run import Run
from sandbox.evaluation.reac import reac
from sandbox.evaluation.report import Report
from sandbox.training.assessment import Entries, report_of
from sandbox.training.judging import debriefing as flow
from sandbox.training.judging import services
from sandbox.training.judging.customer_side import customer_sides
from sandbox.training.judging.errors import TooSoon
from sandbox.training.judging.judged import judged_findings, judged_groups, shown
from sandbox.training.judging.occasions import drawn, occasion_days
from sandbox.training.judging.queries import earlier_commitment, letters_of, stream_of
from sandbox.training.judging.stream import Stream
from sandbox.training.judging.texts import rated_texts
from sandbox.training.judging.views.blueprint import bp, said
from sandbox.training.queries import entries_on
from sandbox.web import Answer, done, page


@bp.get("/parties/<int:run_id>/debriefing")
def debriefing() -> Answer:
    """The debriefing where it stands."""
    stream, entries = _read(web.run())
    return _page(flow.current(stream, released=entries is not None), stream, entries)


@bp.get("/parties/<int:run_id>/debriefing/<name>")
def step(name: str) -> Answer:
    """One step of it; a step that is not open yet leads to the one to take up."""
    if name not in flow.STEPS:
        abort(HTTPStatus.NOT_FOUND)
    stream, entries = _read(web.run())
    steps = flow.steps(stream, plays=g.plays, released=entries is not None)
    if not any(one.name == name and one.is_open for one in steps):
        raise TooSoon
    return _page(name, stream, entries)


@bp.post("/parties/<int:run_id>/debriefing/se-situer")
def rate_oneself() -> Answer:
    """Say how one thinks one did."""
    with writing(web.session()) as session:
        levels = {code: request.form.get(code, "") for code in reac().criteria}
        services.rate_oneself(session, web.run().id, said(), levels)
        session.commit()
    return done("C'est noté. Voici le déroulé.", url_for(".step", name=flow.RUN))


@bp.post("/parties/<int:run_id>/debriefing/questions")
def answer_questions() -> Answer:
    """Answer the three questions."""
    with writing(web.session()) as session:
        services.answer_questions(session, web.run().id, said(), request.form)
        session.commit()
    return done("Vos réponses sont gardées.", url_for(".step", name=flow.FINDINGS))


@bp.post("/parties/<int:run_id>/debriefing/contester")
def contest() -> Answer:
    """Contest a finding that is shown."""
    run, form = web.run(), request.form
    with writing(web.session()) as session:
        report = _shown_report(run)
        key, sentence = form.get("finding", ""), form.get("reason", "")
        services.contest(session, run.id, said(), report, finding=key, sentence=sentence)
        session.commit()
    return done("Votre formateur lira ce que vous contestez.", url_for(".step", name=flow.FINDINGS))


@bp.post("/parties/<int:run_id>/debriefing/engagement")
def commit_to() -> Answer:
    """Choose the one thing to do next time."""
    with writing(web.session()) as session:
        services.commit_to(session, web.run().id, said(), request.form.get("reason", ""))
        session.commit()
    message = "Engagement gardé : la prochaine partie vous le rappellera."
    return done(message, url_for(".step", name=flow.COMMIT))


@bp.post("/parties/<int:run_id>/debriefing/engagement/tenu")
def check_commitment() -> Answer:
    """Say whether the last commitment was kept."""
    kept = request.form.get("kept", "")
    with writing(web.session()) as session:
        taken = earlier_commitment(session, web.run()) or abort(HTTPStatus.NOT_FOUND)
        services.check_commitment(session, web.run().id, said(), taken=taken, kept=kept)
        session.commit()
    return done("C'est noté.", url_for(".step", name=flow.COMMIT))


def _read(run: Run) -> tuple[Stream, Entries | None]:
    session = web.session()
    stream = stream_of(session, run.id)
    return stream, shown(run, entries_on(session, run.id), stream, plays=g.plays)


def _shown_report(run: Run) -> Report:
    stream, entries = _read(run)
    if entries is None or not stream.has_rated_self:
        raise TooSoon
    return report_of(run, entries)


def _page(name: str, stream: Stream, entries: Entries | None) -> Answer:
    run = web.run()
    steps = flow.steps(stream, plays=g.plays, released=entries is not None)
    values = _VALUES[name](run, stream, entries if entries is not None else ())
    released = entries is not None
    return page(
        "judging/debriefing.html", name=name, steps=steps, released=released, plays=g.plays,
        next_step=flow.step_after(name), rated=stream.has_rated_self, **values,
    )  # fmt: skip


def _rate(run: Run, stream: Stream, entries: Entries) -> dict[str, Any]:
    taken = earlier_commitment(web.session(), run)
    return {
        "frame": reac().groups,
        "levels": services.SELF_LEVELS,
        "chosen": stream.self_ratings,
        "taken": taken,
    }


def _run(run: Run, stream: Stream, entries: Entries) -> dict[str, Any]:
    findings = judged_findings(run, entries, stream)
    chart = drawn(entries, findings, outcomes=False)
    return {"chart": chart, "days": occasion_days(findings)}


def _customer(run: Run, stream: Stream, entries: Entries) -> dict[str, Any]:
    until = entries[-1].at if entries else run.clock
    letters = [one for one in letters_of(web.session(), run.id) if one[0].at <= until]
    return {"sides": customer_sides(letters, entries, until)}


def _ask(run: Run, stream: Stream, entries: Entries) -> dict[str, Any]:
    return {"questions": services.QUESTIONS, "written": flow.answers(stream)}


def _findings(run: Run, stream: Stream, entries: Entries) -> dict[str, Any]:
    findings = judged_findings(run, entries, stream)
    return {
        "groups": judged_groups(run, entries, stream),
        "chart": drawn(entries, findings, outcomes=True),
        "self_levels": services.SELF_LEVELS,
        "texts": rated_texts(web.session(), run.id, stream, released_only=g.plays),
    }


def _commit(run: Run, stream: Stream, entries: Entries) -> dict[str, Any]:
    return {
        "taken": earlier_commitment(web.session(), run),
        "kept": flow.kept(stream),
        "kept_levels": services.KEPT_LEVELS,
        "commitment": stream.commitment,
        "written": flow.answers(stream),
    }


_VALUES = {
    flow.RATE: _rate,
    flow.RUN: _run,
    flow.CUSTOMER: _customer,
    flow.ASK: _ask,
    flow.FINDINGS: _findings,
    flow.COMMIT: _commit,
}
