"""Look-ups count once: the same content, looked up again soon after, is no news."""

from datetime import timedelta

from sqlalchemy import select

from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import Payload
from sandbox.journal.recording import canonical

# Procedures ask for look-ups that are recent: one made again later is evidence of its own.
SOON = timedelta(hours=1)


def consulted_already(ctx: Context, verb: str, reference: str, payload: Payload) -> bool:
    """Whether the actor's last entry of this verb on this reference, just now, says the same."""
    last = ctx.session.execute(
        select(JournalEntry.at, JournalEntry.payload)
        .where(
            JournalEntry.run_id == ctx.run.id,
            JournalEntry.reference == reference,
            JournalEntry.verb == verb,
            JournalEntry.post == ctx.actor,
        )
        .order_by(JournalEntry.seq.desc())
        .limit(1)
    ).first()
    if last is None or ctx.now() - last.at > SOON:
        return False
    return bool(last.payload == canonical(encode(payload)))
