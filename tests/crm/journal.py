"""What a test reads of the journal."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.journal.models import JournalEntry


def said(session: Session, verb: str) -> list[dict[str, Any]]:
    """Payloads of the entries of a verb, in order."""
    rows = session.scalars(
        select(JournalEntry.payload).where(JournalEntry.verb == verb).order_by(JournalEntry.seq)
    )
    return [json.loads(payload) for payload in rows]
