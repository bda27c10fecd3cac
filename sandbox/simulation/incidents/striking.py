"""Incidents strike: at their hour, after something else, by chance, or at the trainer's hand."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sandbox.core import chance
from sandbox.core.calendar import PARIS, add_working_minutes
from sandbox.core.codec import Malformed, decode, encode
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.crm.models import Customer
from sandbox.crm.services import receive_message
from sandbox.journal import record, subscribe
from sandbox.journal.payloads import IncidentStruck, Payload, verbs
from sandbox.simulation.actors.naming import with_names
from sandbox.simulation.actors.stage import sender_of
from sandbox.simulation.actors.telephone import ring
from sandbox.simulation.conditions import fits, made
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.filling import Facts, filled
from sandbox.simulation.incident_files import (
    WORTHS,
    IncidentFile,
    IncidentMessage,
    Planned,
    Variant,
)
from sandbox.simulation.incidents.kinds import Params, kinds
from sandbox.simulation.models import Incident, IncidentStatus
from sandbox.simulation.scene import customer_character, scene

SERIES = "INC"
OPEN = "INC-open"


class UnknownIncident(DomainError):
    """No incident file bears this name."""

    message = "Aucun incident ne s'appelle « {incident} »."
    field = "incident"


class BadParams(DomainError):
    """A parameter does not fit."""

    message = "Ce paramètre ne convient pas : {problem}"


def sheet_of(ctx: Context, name: str) -> IncidentFile:
    """The incident of this name, as the run knows it; raises UnknownIncident."""
    found = scene(ctx)
    if found is None or name not in found.incidents:
        raise UnknownIncident(incident=name)
    return found.incidents[name]


def params_of(sheet: IncidentFile, given: Mapping[str, Any]) -> Params:
    """Typed parameters: those of the file, with what is given laid over; raises BadParams."""
    try:
        params: Params = decode(kinds[sheet.kind].params, {**sheet.params, **given})
    except Malformed as error:
        raise BadParams(problem=str(error)) from error
    return params


def keep(
    ctx: Context, name: str, params: Mapping[str, Any], status: IncidentStatus, slot: str = ""
) -> Incident:
    """Put an incident among those of the run; raises UnknownIncident or BadParams."""
    sheet = sheet_of(ctx, name)
    params_of(sheet, params)
    return ctx.add(
        Incident(
            reference=f"{SERIES}-{ctx.run.count_up(SERIES):04d}",
            incident=name,
            kind=sheet.kind,
            name=slot or name,
            params=encode(dict(params)),
            status=status,
        )
    )


def plan(ctx: Context, row: Incident, at: datetime) -> Incident:
    """Let an incident strike at a moment."""
    row.status, row.planned_at = IncidentStatus.PLANNED, at
    schedule(ctx, at, "incident_strikes", row.reference)
    return row


def lay_out(ctx: Context, planned: tuple[Planned, ...]) -> None:
    """Write the incidents of a scenario into its template, and plan those that have a date."""
    for each in planned:
        status = IncidentStatus.ARMED if each.armed else IncidentStatus.PLANNED
        row = keep(ctx, each.incident, each.params, status, each.known_as)
        if each.at is not None:
            plan(ctx, row, each.at)
        elif each.window is not None:
            closes = each.window.closes.isoformat()
            schedule(ctx, each.window.opens, "incident_window", row.reference, closes=closes)


@happens("incident_window")
def draw_lot(ctx: Context, subject: str, closes: str) -> None:
    """Some moment of the window, the same for the same seed."""
    row = ctx.find(Incident, subject)
    minutes = int((datetime.fromisoformat(closes) - ctx.now()).total_seconds()) // 60
    drawn = chance.between(0, max(minutes, 0), ctx.run.seed, "world", "incident", row.name)
    at = (ctx.now() + timedelta(minutes=drawn)).astimezone(PARIS)
    plan(ctx, row, add_working_minutes(at, 0))


@subscribe(*verbs.values())
def set_off(ctx: Context, reference: str, payload: Payload) -> None:
    """An entry sets off the incidents that wait for it."""
    found = scene(ctx)
    for number, each in enumerate(found.planned if found else (), 1):
        after = each.after
        if after and after.verb == payload.verb and fits(after, reference, encode(payload)):
            at = add_working_minutes(ctx.now(), after.delay)
            schedule(ctx, at, "incident_strikes", f"{SERIES}-{number:04d}")


@happens("incident_strikes")
def strike_at_last(ctx: Context, subject: str) -> None:
    """A planned incident strikes, once, unless it no longer makes sense."""
    row = ctx.find(Incident, subject)
    unless = next((p.unless for p in _slots(ctx, row)), None)
    if row.status == IncidentStatus.PLANNED and not (unless and made(ctx, unless)):
        strike(ctx, row)


def _slots(ctx: Context, row: Incident) -> Iterator[Planned]:
    found = scene(ctx)
    return (p for p in (found.planned if found else ()) if p.known_as == row.name)


@happens("incident_follows_on")
def follow_on(ctx: Context, subject: str, params: dict[str, Any]) -> None:
    """One incident brings another."""
    strike(ctx, keep(ctx, subject, params, IncidentStatus.PLANNED))


def strike(ctx: Context, row: Incident) -> Incident:
    """Let an incident strike now, as ``world``; raises what its kind refuses."""
    world, sheet = ctx.acting_as("world"), sheet_of(ctx, row.incident)
    params = params_of(sheet, row.params)
    struck = kinds[sheet.kind].strike(world, params)
    facts = with_names(world, {name: value for name, value in struck.items() if value})
    row.strike(ctx.now(), ctx.run.entry_seq, facts)
    ctx.run.count_up(OPEN)
    payload = IncidentStruck(
        incident=row.incident,
        kind=row.kind,
        false_alarm=sheet.false_alarm,
        about=row.about,
        customer=facts.get("customer") or None,
    )
    record(world, row.reference, payload)
    if sheet.message:
        _tell(world, sheet.message, facts, params, row)
    if sheet.call:
        ring(world, facts["customer"], sheet.call, row.about, facts)
    _await(world, row, sheet)
    return row


def _tell(
    ctx: Context, message: IncidentMessage, facts: Facts, params: Params, row: Incident
) -> None:
    variant = _variant(ctx, message, facts, params, row)
    key, name, family = sender_of(ctx, filled(message.sender, facts))
    customer = facts.get("customer")
    receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=name,
        family=family,
        topic=message.topic,
        subject=filled(variant.subject or message.subject, facts),
        body=filled(variant.body, facts).strip(),
        channel=message.channel,
        customer=ctx.find(Customer, customer) if customer else None,
        about=filled(message.about, facts) or None,
        link=message.link,
        fraudulent=message.fraudulent,
    )


def _variant(
    ctx: Context, message: IncidentMessage, facts: Facts, params: Params, row: Incident
) -> Variant:
    """The wording: in the language and tone asked for if there is one, then by lot."""
    customer = facts.get("customer")
    own = customer_character(ctx, customer).language if customer else "fr"
    fitting = [v for v in message.variants if v.lang == (params.lang or own)]
    fitting = fitting or list(message.variants)
    toned = [v for v in fitting if v.tone == params.tone] or fitting
    names = [str(number) for number in range(len(toned))]
    return toned[int(chance.pick(names, ctx.run.seed, "world", "variant", row.reference))]


def _await(ctx: Context, row: Incident, sheet: IncidentFile) -> None:
    """What follows by itself, and what follows if nothing good is done."""
    for step, consequence in enumerate(sheet.then):
        at = add_working_minutes(ctx.now(), consequence.wait)
        schedule(ctx, at, "incident_goes_on", row.reference, worth="", reaction=0, step=step)
    for worth in WORTHS:
        for number, reaction in enumerate(sheet.reactions(worth)):
            if reaction.idle is not None:
                at = add_working_minutes(ctx.now(), reaction.idle)
                said = {"worth": worth, "reaction": number}
                schedule(ctx, at, "incident_waited", row.reference, **said)
