"""Conditions on the journal: whether an entry fits, whether one has been made."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.journal.models import JournalEntry
from sandbox.simulation.happening import Condition

REST = "*"
BOUNDS = {"from", "to"}


def fits(condition: Condition, reference: str, values: Mapping[str, Any]) -> bool:
    """Whether an entry about a reference, with these values, is the one that is meant."""
    held = {**values, "reference": reference}
    return all(_is(held.get(name), encode(value)) for name, value in condition.where.items())


def _is(held: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return held == wanted or any(_is(held, one) for one in wanted)
    if isinstance(wanted, dict) and set(wanted) <= BOUNDS:
        return isinstance(held, int) and _between(held, wanted)
    if isinstance(held, list):
        return wanted in held
    if isinstance(wanted, str) and wanted.endswith(REST):
        return isinstance(held, str) and held.startswith(wanted.removesuffix(REST))
    return bool(held == wanted)


def _between(held: int, bounds: Mapping[str, int]) -> bool:
    return bounds.get("from", held) <= held <= bounds.get("to", held)


def made(ctx: Context, condition: Condition, *, after: int = 0, by: str | None = None) -> bool:
    """Whether the journal holds such an entry, numbered above ``after``, by a post."""
    return any(
        fits(condition, reference, json.loads(payload))
        for post, reference, payload in _entries(ctx, condition.verb, after)
        if by is None or post == by
    )


def _entries(ctx: Context, verb: str, after: int) -> Iterator[tuple[str, str, str]]:
    written = select(JournalEntry.post, JournalEntry.reference, JournalEntry.payload).where(
        JournalEntry.run_id == ctx.run.id, JournalEntry.verb == verb, JournalEntry.seq > after
    )
    for row in ctx.session.execute(written):
        yield row.post, row.reference, row.payload
    for entry in ctx.scratch.entries:
        if entry["verb"] == verb and entry["seq"] > after:
            yield entry["post"], entry["reference"], entry["payload"]
