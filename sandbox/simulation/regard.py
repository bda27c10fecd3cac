"""How actors hold us: loyalty that answers to how they are treated, and those who fall silent."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.models import Regard
from sandbox.simulation.scene import customer_character

LEAST, MOST = 0, 100
# Under these, a customer says no to what it would have accepted, and takes its time to pay.
TIRED, COLD = 25, 40
COLD_PAYS_LATER = 7
USUAL = 60


def regard_of(ctx: Context, key: str) -> Regard | None:
    """What an actor has come to think of us, if anything has moved it."""
    return ctx.session.scalar(
        select(Regard).where(Regard.run_id == ctx.run.id, Regard.reference == key)
    )


def loyalty_of(ctx: Context, key: str) -> int:
    """Loyalty of an actor, from 0 to 100."""
    found = regard_of(ctx, key)
    return _usual(ctx, key) if found is None else found.loyalty


def _usual(ctx: Context, key: str) -> int:
    kind, _, reference = key.partition(":")
    return customer_character(ctx, reference).loyalty if kind == "customer" else USUAL


def _kept(ctx: Context, key: str) -> Regard:
    found = regard_of(ctx, key)
    return found or ctx.add(Regard(reference=key, loyalty=_usual(ctx, key), silent=False))


def feel(ctx: Context, key: str, change: int) -> None:
    """An actor likes us better, or less."""
    if change:
        schedule(ctx, ctx.now(), "actor_feels", key, change=change)


@happens("actor_feels")
def felt(ctx: Context, subject: str, change: int) -> None:
    """Loyalty moves, within its bounds."""
    regard = _kept(ctx, subject)
    regard.loyalty = max(LEAST, min(MOST, regard.loyalty + change))


def fall_silent(ctx: Context, key: str, *, silent: bool = True) -> None:
    """An actor stops answering, or answers again."""
    _kept(ctx, key).silent = silent


def is_silent(ctx: Context, key: str) -> bool:
    """Whether an actor has stopped answering."""
    found = regard_of(ctx, key)
    return found is not None and found.silent
