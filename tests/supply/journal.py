"""Reading the journal of the run under test."""

import json
from typing import Any

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.journal.models import JournalEntry


def said(ctx: Context, verb: str) -> list[tuple[str, dict[str, Any]]]:
    """(reference, payload) of every entry of a verb, in order."""
    rows = ctx.session.execute(
        select(JournalEntry.reference, JournalEntry.payload)
        .where(JournalEntry.run_id == ctx.run.id, JournalEntry.verb == verb)
        .order_by(JournalEntry.seq)
    )
    return [(reference, json.loads(payload)) for reference, payload in rows]


def cautions(ctx: Context) -> list[str]:
    """Codes of the warnings given so far."""
    return [caution.code for caution in ctx.scratch.cautions]
