"""One journal entry as it was: what it kept of that moment, and what had led to it."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sandbox.core.calendar import PARIS
from sandbox.core.setting import Setting
from sandbox.core.terms import PaymentTerm, label
from sandbox.crm.labels import CHANNELS, FIELDS, TOPICS
from sandbox.erp.labels import ORDER_CHANNEL, PIECES, RECIPIENTS
from sandbox.evaluation.wording import french
from sandbox.filters import eur, number, rate, short_day, unit_price, when
from sandbox.journal.models import JournalEntry
from sandbox.training.judging.fields import CENTS, FIRST, HIDDEN, LABELS, RATES, UNIT_PRICES, WORDS
from sandbox.training.wording import Names, who

BEFORE = 6
_CODE = re.compile(r"[a-z][a-z0-9_]*(:\S+)?")
_PEOPLE = ("sender", "to", "post", "recipients", "expected", "caller", "other")
_BOOKS: dict[str, dict[str, str]] = {
    "channel": ORDER_CHANNEL | {channel: label for channel, (_, label) in CHANNELS.items()},
    "topic": TOPICS,
    "terms": {term.value: label(term) for term in PaymentTerm},
    "missing": FIELDS | PIECES,
    "changed": FIELDS,
    "asked": PIECES,
    "pieces": PIECES,
    "recipient": RECIPIENTS,
}


@dataclass(frozen=True)
class Value:
    """One thing that an entry kept: its French name, and its text, or rows of text."""

    label: str
    text: str
    rows: tuple[str, ...] = ()


def entry_at(session: Session, run_id: int, seq: int) -> tuple[JournalEntry | None, list[Any]]:
    """An entry, and those before it on the same document, in one statement."""
    wanted = select(JournalEntry.reference).where(
        JournalEntry.run_id == run_id, JournalEntry.seq == seq
    )
    found: Sequence[JournalEntry] = session.scalars(
        select(JournalEntry)
        .where(
            JournalEntry.run_id == run_id,
            JournalEntry.seq <= seq,
            or_(
                JournalEntry.seq == seq,
                JournalEntry.reference == wanted.scalar_subquery(),
            ),
        )
        .order_by(JournalEntry.seq.desc())
        .limit(BEFORE + 1)
    ).all()
    if not found or found[0].seq != seq:
        return None, []
    return found[0], list(found[1:])


def kept_values(payload: str, setting: Setting, names: Names) -> list[Value]:
    """What an entry kept, in French; codes that no person reads are left out."""
    found = (
        _value(name, kept, setting, names)
        for name, kept in _in_order(json.loads(payload))
        if name in LABELS and name not in HIDDEN
    )
    return [value for value in found if value.text or value.rows]


def _value(name: str, kept: Any, setting: Setting, names: Names) -> Value:
    title = french(LABELS[name])
    if isinstance(kept, list):
        rows = [_row(name, item, setting, names) for item in kept]
        return Value(title, "" if kept else "aucun", tuple(row for row in rows if row))
    return Value(title, _text(name, kept, setting, names))


def _row(name: str, item: Any, setting: Setting, names: Names) -> str:
    if not isinstance(item, dict):
        return _text(name, item, setting, names)
    told = ((key, _text(key, kept, setting, names)) for key, kept in _in_order(item) if kept)
    titles = ((LABELS[key], text) for key, text in told if text and key in LABELS)
    return french(", ".join(f"{title[0].lower()}{title[1:]} {text}" for title, text in titles))


def _in_order(kept: dict[str, Any]) -> list[tuple[str, Any]]:
    """Who and what first, then figures, then the rest as it was kept."""
    rank = {name: place for place, name in enumerate(FIRST)}
    return sorted(kept.items(), key=lambda pair: rank.get(pair[0], len(FIRST)))


def _text(name: str, kept: Any, setting: Setting, names: Names) -> str:
    if kept is None or kept == "":
        return "—"
    if isinstance(kept, bool):
        return "oui" if kept else "non"
    if isinstance(kept, int):
        return _figure(name, kept)
    return _word(name, str(kept), setting, names)


def _figure(name: str, kept: int) -> str:
    if name in CENTS:
        return eur(kept)
    if name in UNIT_PRICES:
        return unit_price(kept)
    return rate(kept) if name in RATES else number(kept)


def _word(name: str, kept: str, setting: Setting, names: Names) -> str:
    if name.endswith(("_on", "_until", "_day")):
        return short_day(date.fromisoformat(kept))
    if name.endswith("_at") or name == "since":
        return when(datetime.fromisoformat(kept).replace(tzinfo=PARIS))
    if name in _PEOPLE:
        return who(kept, setting, names)
    if name in _BOOKS:
        return _BOOKS[name].get(kept, "")
    return _coded(kept, names)


def _coded(kept: str, names: Names) -> str:
    """A reference and its name, or a stable name in French, or « prix (MOB-001) »."""
    if not _CODE.fullmatch(kept):
        return f"{kept} ({names[kept]})" if kept in names else kept
    code, _, about = kept.partition(":")
    word = french(WORDS.get(code, ""))
    return f"{word} ({about})" if word and about else word
