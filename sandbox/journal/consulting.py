"""Look-ups count once: the same content, looked up again, is no news."""

from sqlalchemy import select

from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import Payload
from sandbox.journal.recording import canonical


def consulted_already(ctx: Context, verb: str, reference: str, payload: Payload) -> bool:
    """Whether the actor's last entry of this verb on this reference says the very same thing."""
    last = ctx.session.scalar(
        select(JournalEntry.payload)
        .where(
            JournalEntry.run_id == ctx.run.id,
            JournalEntry.reference == reference,
            JournalEntry.verb == verb,
            JournalEntry.post == ctx.actor,
        )
        .order_by(JournalEntry.seq.desc())
        .limit(1)
    )
    return last == canonical(encode(payload))
