"""What the scenario's author wrote: episodes that happen at a time, or after something else."""

from sqlalchemy import func, select

from sandbox.core.calendar import add_working_minutes
from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.erp.models import Quote
from sandbox.erp.services.answering import expire_quote
from sandbox.journal import subscribe
from sandbox.journal.payloads import Payload, verbs
from sandbox.simulation.actors.stage import come_about
from sandbox.simulation.actors.telephone import ring
from sandbox.simulation.conditions import fits, made
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.happening import Episode
from sandbox.simulation.models import Event
from sandbox.simulation.scene import scene


@subscribe(*verbs.values())
def set_off(ctx: Context, reference: str, payload: Payload) -> None:
    """An entry sets off the episodes that wait for it."""
    found = scene(ctx)
    for episode in found.story if found else ():
        after = episode.after
        if after and after.verb == payload.verb and fits(after, reference, encode(payload)):
            at = add_working_minutes(ctx.now(), after.delay)
            schedule(ctx, at, "episode", episode.name)


@happens("episode")
def happen(ctx: Context, subject: str) -> None:
    """What the author wrote happens, once, unless it no longer makes sense."""
    found = scene(ctx)
    episode = next((e for e in found.story if e.name == subject), None) if found else None
    if episode is None or (episode.unless and made(ctx, episode.unless)) or _twice(ctx, episode):
        return
    come_about(ctx, episode)


def _twice(ctx: Context, episode: Episode) -> bool:
    """Whether the entry that an episode waits for has already set it off."""
    if episode.after is None:
        return False
    done = ctx.session.scalar(
        select(func.count()).where(
            Event.run_id == ctx.run.id,
            Event.kind == "episode",
            Event.subject == episode.name,
            Event.done.is_(True),
        )
    )
    return bool(done and done > 1)


@happens("somebody_rings")
def somebody_rings(
    ctx: Context, subject: str, dialogue: str, about: str | None, facts: dict[str, str]
) -> None:
    """The telephone rings, as the author wrote."""
    ring(ctx, subject, dialogue, about, facts)


@happens("quote_lapses")
def lapse(ctx: Context, subject: str) -> None:
    """A quote nobody answered is over: expire_quote refuses the others."""
    expire_quote(ctx.acting_as("world"), ctx.find(Quote, subject))
