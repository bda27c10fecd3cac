"""Writing the journal: one entry per thing that happened, each chained to the one before."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from sandbox.core.calendar import PARIS
from sandbox.core.codec import encode
from sandbox.core.context import Context, save_run
from sandbox.core.errors import DomainError
from sandbox.core.run import Run
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import Payload

FORMAT = 1

Subscriber = Callable[[Context, str, Any], None]
_subscribers: dict[type[Payload], list[Subscriber]] = defaultdict(list)


def subscribe(*kinds: type[Payload]) -> Callable[[Subscriber], Subscriber]:
    """Call the decorated function with (context, reference, payload) when such an entry is made.

    Subscribers only schedule: they change no document and record nothing.
    """

    def register(subscriber: Subscriber) -> Subscriber:
        for kind in kinds:
            _subscribers[kind].append(subscriber)
        return subscriber

    return register


def canonical(data: Any) -> str:
    """The one text of some plain data: sorted keys, no spaces, accents kept."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def genesis(digest: str, seed: int) -> str:
    """Hash that the first entry is chained to."""
    return hashlib.sha256(f"comptoir|{FORMAT}|{digest}|{seed}".encode()).hexdigest()


def chained(
    previous: str, seq: int, at: datetime, post: str, verb: str, reference: str, payload: str
) -> str:
    """SHA-256 of the canonical text of an entry and of the hash before it."""
    wall = at.astimezone(PARIS).strftime("%Y-%m-%dT%H:%M:%S")
    text = "\n".join((previous, str(seq), wall, post, verb, reference, payload))
    return hashlib.sha256(text.encode()).hexdigest()


def record(ctx: Context, reference: str, payload: Payload) -> None:
    """Add one entry about ``reference`` to the journal, and tell those who subscribed."""
    run, text = ctx.run, canonical(encode(payload))
    run.entry_seq += 1
    previous = run.head_hash or genesis(run.digest, run.seed)
    run.head_hash = chained(
        previous, run.entry_seq, run.clock, ctx.actor, payload.verb, reference, text
    )
    ctx.scratch.entries.append(
        {
            "run_id": run.id,
            "seq": run.entry_seq,
            "at": run.clock,
            "post": ctx.actor,
            "verb": payload.verb,
            "reference": reference,
            "payload": text,
            "hash": run.head_hash,
        }
    )
    for subscriber in _subscribers[type(payload)]:
        subscriber(ctx, reference, payload)


@contextmanager
def reversible(ctx: Context) -> Iterator[None]:
    """Run a block under a savepoint: on a refusal, rows, counters and journal are as before it."""
    kept, position = len(ctx.scratch.entries), ctx.run.position()
    ctx.session.flush()
    try:
        with ctx.session.begin_nested():
            yield
    except DomainError:
        del ctx.scratch.entries[kept:]
        ctx.run.return_to(position)
        raise


_INSERT = insert(JournalEntry.__table__)  # type: ignore[arg-type]


def write_entries(ctx: Context) -> None:
    """Insert the entries gathered so far and save where the run stands: two statements."""
    if ctx.scratch.entries:
        ctx.session.execute(_INSERT, ctx.scratch.entries)
        ctx.scratch.entries = []
    save_run(ctx)


def entries_of(session: Session, run_id: int, after: int = 0) -> Iterator[JournalEntry]:
    """Entries of a run in order, those numbered above ``after``."""
    return iter(
        session.scalars(
            select(JournalEntry)
            .where(JournalEntry.run_id == run_id, JournalEntry.seq > after)
            .order_by(JournalEntry.seq)
        )
    )


def verify(session: Session, run: Run) -> str | None:
    """French sentence saying where the chain breaks, or None when it is whole."""
    return break_in(run, entries_of(session, run.id))


def break_in(run: Run, entries: Iterable[JournalEntry]) -> str | None:
    """The same, of a whole journal already read."""
    previous, seq = genesis(run.digest, run.seed), 0
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            return f"L'entrée n° {seq} manque."
        previous = chained(
            previous, seq, entry.at, entry.post, entry.verb, entry.reference, entry.payload
        )
        if entry.hash != previous:
            return f"L'entrée n° {seq} ne correspond pas à son empreinte."
    if (seq, previous) != (run.entry_seq, run.head_hash or previous):
        return f"La partie annonce {run.entry_seq} entrées, le journal en compte {seq}."
    return None
