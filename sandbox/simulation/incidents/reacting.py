"""The learner's reactions to incidents are recognised in the journal; the story answers them."""

from collections.abc import Iterable, Iterator

from sqlalchemy import bindparam, select

from sandbox.core.calendar import add_working_minutes, working_minutes_between
from sandbox.core.codec import encode
from sandbox.core.context import LEARNER, Context
from sandbox.journal import record, subscribe
from sandbox.journal.payloads import IncidentAnswered, Payload, verbs
from sandbox.simulation.actors.speaking import customer_key
from sandbox.simulation.actors.stage import come_about
from sandbox.simulation.conditions import fits, made
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.filling import filled
from sandbox.simulation.happening import Condition
from sandbox.simulation.incident_files import (
    ACCEPTED,
    TOLERATED,
    WORTHS,
    Consequence,
    IncidentFile,
    Reaction,
)
from sandbox.simulation.incidents.striking import OPEN, sheet_of
from sandbox.simulation.models import Incident, IncidentStatus
from sandbox.simulation.regard import feel
from sandbox.simulation.scene import scene

_STRUCK = (
    select(Incident)
    .where(Incident.run_id == bindparam("run_id"), Incident.status == IncidentStatus.STRUCK)
    .order_by(Incident.id)
)


def listed(sheet: IncidentFile) -> Iterator[tuple[str, int, Reaction]]:
    """Every reaction of an incident: its worth, its place, itself."""
    for worth in WORTHS:
        for number, reaction in enumerate(sheet.reactions(worth)):
            yield worth, number, reaction


@subscribe(*verbs.values())
def watch(ctx: Context, reference: str, payload: Payload) -> None:
    """An act of the learner may be a reaction to what has struck."""
    if ctx.actor != LEARNER or not ctx.run.counters.get(OPEN):
        return
    found = scene(ctx)
    if found is None or not _heeded(found.incidents.values(), payload.verb):
        return
    values = encode(payload)
    for row in ctx.session.scalars(_STRUCK, {"run_id": ctx.run.id}):
        for worth, number, reaction in listed(found.incidents[row.incident]):
            if _begins(reaction, row, payload.verb, reference, values):
                said = {"worth": worth, "reaction": number}
                schedule(ctx, ctx.now(), "incident_reaction", row.reference, **said)


def _heeded(sheets: Iterable[IncidentFile], verb: str) -> bool:
    return any(
        condition.verb == verb
        for sheet in sheets
        for _, _, reaction in listed(sheet)
        for condition in reaction.when
    )


def _begins(
    reaction: Reaction, row: Incident, verb: str, reference: str, values: dict[str, object]
) -> bool:
    """Whether this entry is one of those that make the reaction."""
    conditions = (c for c in reaction.when if c.verb == verb)
    return any(fits(filled(c, row.facts), reference, values) for c in conditions)


@happens("incident_reaction")
def recognise(ctx: Context, subject: str, worth: str, reaction: int) -> None:
    """A reaction is complete: it counts once, and the story goes on from it."""
    row = ctx.find(Incident, subject)
    found = sheet_of(ctx, row.incident).reactions(worth)[reaction]
    if row.struck_at is None or not _in_time(ctx, row, found) or _too_late(row, worth, found):
        return
    if all(_since(ctx, row, condition) for condition in found.when):
        _answer(ctx, row, worth, reaction, found)


def _too_late(row: Incident, worth: str, reaction: Reaction) -> bool:
    """A second best after the best is no news; some wrong acts are right once things are clear."""
    return row.has_answer(ACCEPTED) and (worth == TOLERATED or reaction.spared)


def _in_time(ctx: Context, row: Incident, reaction: Reaction) -> bool:
    if reaction.within is None or row.struck_at is None:
        return True
    return working_minutes_between(row.struck_at, ctx.now()) <= reaction.within


def _since(ctx: Context, row: Incident, condition: Condition) -> bool:
    return made(ctx, filled(condition, row.facts), after=row.struck_seq, by=LEARNER)


@happens("incident_waited")
def wait_in_vain(ctx: Context, subject: str, worth: str, reaction: int) -> None:
    """Nothing was done in time, good or bad."""
    row = ctx.find(Incident, subject)
    if not row.answers:
        found = sheet_of(ctx, row.incident).reactions(worth)[reaction]
        _answer(ctx, row, worth, reaction, found)


def _answer(ctx: Context, row: Incident, worth: str, number: int, reaction: Reaction) -> None:
    if not row.answered(worth, number):
        return
    world = ctx.acting_as("world")
    payload = IncidentAnswered(row.incident, row.kind, worth, number, row.about)
    record(world, row.reference, payload)
    if row.facts.get("customer"):
        feel(ctx, customer_key(row.facts["customer"]), reaction.loyalty)
    for step, consequence in enumerate(reaction.then):
        at = add_working_minutes(ctx.now(), consequence.wait)
        said = {"worth": worth, "reaction": number, "step": step}
        schedule(ctx, at, "incident_goes_on", row.reference, **said)


@happens("incident_goes_on")
def go_on(ctx: Context, subject: str, worth: str, reaction: int, step: int) -> None:
    """What a reaction, or the incident itself, leads to comes about."""
    row = ctx.find(Incident, subject)
    sheet = sheet_of(ctx, row.incident)
    steps = sheet.reactions(worth)[reaction].then if worth else sheet.then
    consequence: Consequence = filled(steps[step], row.facts)
    if not (consequence.unless and made(ctx, consequence.unless, after=row.struck_seq)):
        come_about(ctx, consequence, row.facts)
