"""The company as a discrete-event simulation: a persisted queue, and a clock that moves."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select

from sandbox.core.calendar import add_working_minutes, tomorrow_opening
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.core.units import Minutes
from sandbox.journal import record, use_case
from sandbox.journal.payloads import BEHIND_THE_SCENES, CallRang, ClockAdvanced
from sandbox.journal.recording import reversible
from sandbox.journal.use_cases import after_move
from sandbox.simulation.models import Event

LIMIT = 200
RINGS = (CallRang.verb,)
# Nobody plays longer; without a bound a slip of the hand would age the company by centuries.
LONGEST = timedelta(days=366)

Happening = Callable[..., None]
_happenings: dict[str, Happening] = {}


class NothingAhead(DomainError):
    """No event is waiting."""

    message = "Aucun événement n'est attendu : choisissez une heure ou une date."


class NotInThePast(DomainError):
    """Company time only goes forward."""

    message = "L'horloge de l'entreprise ne recule pas."
    field = "until"


class TooFarAhead(DomainError):
    """Company time stops a year after the scenario begins."""

    message = "Cette date est trop lointaine : l'histoire se joue jusqu'au {last:%d/%m/%Y} au plus."
    field = "until"


def happens(kind: str) -> Callable[[Happening], Happening]:
    """The decorated ``(ctx, subject, **details)`` is what happens when such an event falls due."""

    def register(happening: Happening) -> Happening:
        if kind in _happenings:
            raise ValueError(f"event {kind} is defined twice")
        _happenings[kind] = happening
        return happening

    return register


def schedule(ctx: Context, at: datetime, kind: str, subject: str, **details: Any) -> None:
    """Put an event in the queue; one that should be past happens at once."""
    if kind not in _happenings:
        raise ValueError(f"no event is called {kind}")
    at = max(at, ctx.now())
    ctx.add(Event(at=at, kind=kind, subject=subject, details=details))
    run = ctx.run
    run.next_event_at = at if run.next_event_at is None else min(run.next_event_at, at)


def tick(ctx: Context, until: datetime, limit: int = LIMIT, *, heeds: bool = False) -> bool:
    """Let what is due by ``until`` happen; False if the limit stopped it before.

    One who ``heeds`` the telephone stops when it rings.
    """
    run, end = ctx.run, max(until, ctx.now())
    for _ in range(limit):
        if run.next_event_at is None or run.next_event_at > end:
            run.clock = end
            return True
        before = run.entry_seq
        _happen(ctx)
        if heeds and _noticed(ctx, before, RINGS):
            return False
    return False


def _noticed(ctx: Context, before: int, verbs: tuple[str, ...] = ()) -> bool:
    """Whether an entry of these verbs (any that the learner may see) was made since."""
    return any(
        entry["verb"] in verbs if verbs else entry["verb"] not in BEHIND_THE_SCENES
        for entry in ctx.scratch.entries
        if entry["seq"] > before
    )


_NEXT_TWO = (
    select(Event)
    .where(Event.run_id == bindparam("run_id"), Event.done.is_(False))
    .order_by(Event.at, Event.id)
    .limit(2)
)


def _happen(ctx: Context) -> None:
    ctx.session.flush()
    event, *after = ctx.session.scalars(_NEXT_TWO, {"run_id": ctx.run.id})
    event.done = True
    ctx.run.clock = max(ctx.run.clock, event.at)
    # What the event itself schedules may come before the one that waits behind it.
    ctx.run.next_event_at = after[0].at if after else None
    # When an actor asks for what the company refuses, nothing comes of it.
    with suppress(DomainError), reversible(ctx):
        _happenings[event.kind](ctx, event.subject, **event.details)


@after_move
def catch_up(ctx: Context) -> None:
    """What fell due while the learner was at work happens before the move is over."""
    if ctx.run.next_event_at is not None and ctx.run.next_event_at <= ctx.run.clock:
        tick(ctx, ctx.run.clock)


def _pass(ctx: Context, until: datetime) -> bool:
    since, last = ctx.now(), ctx.setting.starts_at + LONGEST
    if until > last:
        raise TooFarAhead(last=last)
    reached = tick(ctx, until, heeds=True)
    record(ctx, "horloge", ClockAdvanced(since))
    return reached


@use_case(emits=(ClockAdvanced,), refuses=(NotInThePast, TooFarAhead))
def advance_clock(ctx: Context, *, until: datetime) -> bool:
    """Let company time pass until a moment; False when it rang, or too much happened, before."""
    if until < ctx.now():
        raise NotInThePast
    return _pass(ctx, until)


@use_case(emits=(ClockAdvanced,), refuses=(NotInThePast, TooFarAhead))
def advance_by(ctx: Context, *, minutes: Minutes) -> bool:
    """Let so many working minutes pass."""
    if minutes < 0:
        raise NotInThePast
    return _pass(ctx, add_working_minutes(ctx.now(), minutes))


@use_case(emits=(ClockAdvanced,), refuses=(TooFarAhead,))
def advance_to_tomorrow(ctx: Context) -> bool:
    """Let company time pass until the next working day opens."""
    return _pass(ctx, tomorrow_opening(ctx.now()))


@use_case(emits=(ClockAdvanced,), refuses=(NothingAhead,))
def advance_to_next_event(ctx: Context) -> bool:
    """Let company time pass until something that can be noticed has happened."""
    since, before = ctx.now(), ctx.run.entry_seq
    last = ctx.setting.starts_at + LONGEST
    for _ in range(LIMIT):
        if ctx.run.next_event_at is None or ctx.run.next_event_at > last:
            break
        _happen(ctx)
        if _noticed(ctx, before):
            record(ctx, "horloge", ClockAdvanced(since))
            return True
    raise NothingAhead
