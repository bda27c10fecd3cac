"""What a trainer stirs in one, several or all runs of a class at once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import request, url_for

from sandbox import web
from sandbox.accounts.models import Cohort
from sandbox.core.calendar import PARIS
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.crm.labels import TOPICS
from sandbox.crm.models import Channel
from sandbox.simulation.conducting import pause_run, resume_run
from sandbox.simulation.incidents.forms import read_form
from sandbox.simulation.incidents.kinds import kinds
from sandbox.simulation.incidents.queries import sheets_of
from sandbox.simulation.incidents.services import arm_incident, inject_incident, write_as
from sandbox.simulation.incidents.striking import UnknownIncident
from sandbox.simulation.views import NotAMoment, let_pass
from sandbox.training import stirring
from sandbox.training.reach import (
    Seat,
    chosen,
    cohort_at,
    in_each,
    reached,
    seats_of,
    trainers_only,
)
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, done, page

WHEN = (("now", "Tout de suite"), ("at", "À une date de l'entreprise"), ("arm", "Le garder prêt"))
CHANNELS = (("email", "Courriel"), ("chat", "Messagerie interne"), ("letter", "Lettre"))


@bp.get("/formateur/classes/<int:cohort_id>/agir")
@trainers_only
def stir(cohort_id: int) -> Answer:
    """Incidents, messages and time, for the runs that are ticked."""
    return _screen(cohort_at(cohort_id), request.args)


def _screen(cohort: Cohort, typed: Mapping[str, str], problem: DomainError | None = None) -> Answer:
    seats = seats_of(cohort)
    values = _choices(seats[0], typed) if seats else {}
    return page(
        "training/stir.html",
        status=422 if problem else 200,
        cohort=cohort,
        seats=seats,
        ticked=_ticked(seats),
        typed=typed,
        problem=str(problem) if problem else "",
        field=(problem.field or "") if problem else "",
        **values,
    )


def _ticked(seats: list[Seat]) -> set[str]:
    """Runs ticked in the form, the one in the address, or all of them."""
    if request.method == "POST":
        return set(request.form.getlist("runs"))
    one = request.args.get("partie", "")
    return {one} if one else {str(seat.played.run.id) for seat in seats}


def _choices(seat: Seat, typed: Mapping[str, str]) -> dict[str, Any]:
    session, run = web.session(), seat.played.run
    sheets, cast = sheets_of(session, run), stirring.cast_of(session, run.id)
    options = stirring.choices(sheets)
    first = options[0][0] if options else ""
    return {
        "incidents": options,
        "injection": stirring.injection(sheets, typed.get("incident") or first, cast, typed),
        "senders": stirring.senders(seat.played.setting, cast),
        "topics": tuple(TOPICS.items()),
        "channels": CHANNELS,
        "whens": WHEN,
        "now": run.clock,
    }


@bp.post("/formateur/classes/<int:cohort_id>/agir/incident")
@trainers_only
def inject(cohort_id: int) -> Answer:
    """Let an incident strike now, plan it, or arm it, in the runs that are ticked."""
    cohort = cohort_at(cohort_id)
    seats = chosen(seats_of(cohort))
    try:
        said = reached(in_each(seats, _injecting()), _DONE[_when()])
    except DomainError as error:
        return _screen(cohort, request.form, error)
    return done(said, url_for(".trainer", classe=cohort_id))


_DONE = {"now": "Incident envoyé", "at": "Incident prévu", "arm": "Incident armé"}


def _when() -> str:
    wanted = request.form.get("when", "now")
    return wanted if wanted in _DONE else "now"


def _injecting() -> Any:
    """The gesture that the form asks for; raises NotAMoment for a date that cannot be read."""
    form, when = request.form, _when()
    at = moment(form.get("at", "")) if when == "at" else None
    name = form.get("incident", "")

    def act(ctx: Context) -> object:
        sheets = sheets_of(ctx.session, ctx.run)
        if name not in sheets:
            raise UnknownIncident(incident=name)
        sheet = sheets[name]
        params = read_form(kinds[sheet.kind], stirring.typed_params(form), sheet.params)
        if when == "arm":
            return arm_incident(ctx, incident=name, params=params)
        return inject_incident(ctx, incident=name, params=params, when=at)

    return act


def moment(text: str) -> datetime:
    """A company date as a field gives it; raises NotAMoment."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=PARIS)
    except ValueError as error:
        raise NotAMoment(until=text) from error


@bp.post("/formateur/classes/<int:cohort_id>/agir/message")
@trainers_only
def write(cohort_id: int) -> Answer:
    """Write as anybody of the story, to the learners ticked."""
    cohort, details = cohort_at(cohort_id), _letter()
    try:
        count = in_each(chosen(seats_of(cohort)), lambda ctx: write_as(ctx, **details))
    except DomainError as error:
        return _screen(cohort, request.form, error)
    return done(reached(count, "Message envoyé"), url_for(".trainer", classe=cohort_id))


def _letter() -> dict[str, Any]:
    """What is to be written, and as whom."""
    form = request.form
    channel, topic = form.get("channel", ""), form.get("topic", "")
    return {
        "sender": form.get("sender", ""),
        "subject": form.get("subject", "").strip()[:160],
        "body": form.get("body", "").strip()[:4000],
        "topic": topic if topic in TOPICS else "other",
        "channel": Channel(channel) if channel in dict(CHANNELS) else Channel.EMAIL,
        "about": form.get("about", "").strip()[:40] or None,
    }


@bp.post("/formateur/classes/<int:cohort_id>/agir/temps")
@trainers_only
def let_time_pass(cohort_id: int) -> Answer:
    """Let company time pass in the runs ticked: each stops where its telephone rings."""
    cohort, form = cohort_at(cohort_id), request.form
    until = form.get("moment", "") if form.get("until") == "moment" else form.get("until", "next")
    try:
        count = in_each(chosen(seats_of(cohort)), lambda ctx: let_pass(ctx, until))
    except DomainError as error:
        return _screen(cohort, form, error)
    return done(reached(count, "Le temps a passé"), url_for(".trainer", classe=cohort_id))


@bp.post("/formateur/classes/<int:cohort_id>/pause")
@trainers_only
def pause_class(cohort_id: int) -> Answer:
    """Stop every run of the class, or let them all go on."""
    stops = bool(request.form.get("stop"))
    seats = [s for s in seats_of(cohort_at(cohort_id)) if s.played.run.paused != stops]
    count = in_each(seats, pause_run if stops else resume_run) if seats else 0
    said = reached(count, "En pause" if stops else "C'est parti")
    return done(said, url_for(".trainer", classe=cohort_id))
