"""What a trainer does with incidents, in a learner's run: inject, plan, arm, fire, give up."""

from datetime import datetime
from typing import Any

from sandbox.core.context import TRAINER, Context
from sandbox.core.errors import NotEntitled
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.services import receive_message
from sandbox.journal import use_case
from sandbox.journal.payloads import IncidentStruck, MessageReceived
from sandbox.simulation.actors.stage import sender_of
from sandbox.simulation.incidents.kinds import NothingToStrike
from sandbox.simulation.incidents.striking import (
    BadParams,
    UnknownIncident,
    keep,
    plan,
    strike,
)
from sandbox.simulation.models import AlreadyStruck, Incident, IncidentStatus


def only_trainers(ctx: Context) -> None:
    """Raise NotEntitled for anybody else."""
    if ctx.actor != TRAINER:
        raise NotEntitled


@use_case(
    emits=(IncidentStruck,),
    refuses=(NotEntitled, UnknownIncident, BadParams, NothingToStrike),
)
def inject_incident(
    ctx: Context,
    *,
    incident: str,
    params: dict[str, Any] | None = None,
    when: datetime | None = None,
) -> Incident:
    """Let an incident strike now, or at a moment, with parameters laid over its own."""
    only_trainers(ctx)
    row = keep(ctx, incident, params or {}, IncidentStatus.PLANNED)
    if when is not None and when > ctx.now():
        return plan(ctx, row, when)
    return strike(ctx, row)


@use_case(refuses=(NotEntitled, UnknownIncident, BadParams))
def arm_incident(ctx: Context, *, incident: str, params: dict[str, Any] | None = None) -> Incident:
    """Keep an incident ready, to be fired when the moment has come."""
    only_trainers(ctx)
    return keep(ctx, incident, params or {}, IncidentStatus.ARMED)


@use_case(
    emits=(IncidentStruck,),
    refuses=(NotEntitled, AlreadyStruck, UnknownIncident, BadParams, NothingToStrike),
)
def fire_incident(ctx: Context, incident: Incident) -> Incident:
    """Let an armed or planned incident strike now."""
    only_trainers(ctx)
    incident.must_be_to_come()
    return strike(ctx, incident)


@use_case(refuses=(NotEntitled, AlreadyStruck))
def cancel_incident(ctx: Context, incident: Incident) -> Incident:
    """Give up an incident that has not struck."""
    only_trainers(ctx)
    incident.must_be_to_come()
    incident.status = IncidentStatus.CANCELLED
    return incident


@use_case(emits=(MessageReceived,), refuses=(NotEntitled,))
def write_as(
    ctx: Context,
    *,
    sender: str,
    subject: str,
    body: str,
    topic: str = "other",
    channel: Channel = Channel.EMAIL,
    about: str | None = None,
) -> Message:
    """Write to the learner as anybody of the story: a post, CLI-0001, FOU-0001, TRA-01, news."""
    only_trainers(ctx)
    key, name, family = sender_of(ctx, sender)
    return receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=name,
        family=family,
        topic=topic,
        subject=subject,
        body=body,
        channel=channel,
        customer=ctx.find(Customer, sender) if family == "client" else None,
        about=about,
    )
