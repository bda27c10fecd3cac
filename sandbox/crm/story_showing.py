"""What the timeline of a customer shows, ready for its template."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from sandbox.crm.complaints import Satisfaction, satisfaction_of
from sandbox.crm.models import Customer
from sandbox.crm.queries import history_opened
from sandbox.crm.story import RELATION, StoryKind, StoryRow, story_of

KINDS = (
    ("", "Tout"),
    (StoryKind.MESSAGES, "Messages"),
    (StoryKind.CALLS, "Appels"),
    (StoryKind.COMPLAINTS, "Réclamations"),
    (StoryKind.TASKS, "Tâches"),
    (StoryKind.SALES, "Ventes"),
    (StoryKind.MONEY, "Argent"),
)
SHOWN = 120
TRENDS = {1: ("en hausse", "ok"), 0: ("stable", "neutral"), -1: ("en baisse", "bad")}


@dataclass(frozen=True, slots=True)
class Mood:
    """Satisfaction: the last score, the mean in tenths, and where it goes."""

    last: int
    tenths: int
    count: int
    trend: tuple[str, str]


def mood_of(scores: Sequence[Satisfaction]) -> Mood | None:
    """Latest first; the trend compares the later half with the earlier one."""
    if not scores:
        return None
    values = [given.score for given in scores]
    half = len(values) // 2
    later, earlier = values[:half], values[half:]
    change = _mean(later) - _mean(earlier) if half else Fraction(0)
    way = (change > 0) - (change < 0)
    return Mood(values[0], round(_mean(values) * 10), len(values), TRENDS[way])


def _mean(values: Sequence[int]) -> Fraction:
    return Fraction(sum(values), len(values))


def timeline_page(session: Session, customer: Customer, kind: str) -> dict[str, Any]:
    """Values of the timeline; papers of sales and money only once the history is opened."""
    run_id = customer.run_id
    opened = history_opened(session, run_id, customer.reference)
    rooms = () if opened else (RELATION,)
    found = story_of(session, run_id, customer.id, *rooms)
    kept = [row for row in found if kind in ("", row.kind)]
    return {
        "customer": customer,
        "rows": [(row, _link(row)) for row in kept[:SHOWN]],
        "total": len(kept),
        "opened": opened,
        "kinds": KINDS,
        "kind": kind,
        "mood": mood_of(satisfaction_of(session, run_id, customer.id)),
    }


def _link(row: StoryRow) -> str:
    if not row.endpoint:
        return ""
    values: dict[str, Any] = {f"{row.endpoint.partition('.')[2]}_id": row.row_id}
    return url_for(row.endpoint, **values)
