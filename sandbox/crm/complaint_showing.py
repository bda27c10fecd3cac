"""What the screens show of complaints, ready for their templates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.calendar import working_days_between
from sandbox.core.money import format_euros
from sandbox.core.setting import Setting
from sandbox.crm.complaint_labels import LIABILITIES, NATURES, NEXT, REMEDIES, STATUSES, STEPS
from sandbox.crm.complaints import Complaint, ComplaintStatus
from sandbox.crm.labels import channel_icon
from sandbox.crm.models import Message
from sandbox.crm.panels import panels_of
from sandbox.crm.showing import FeedEntry
from sandbox.filters import plural, short_day, when

Moment = tuple[datetime, FeedEntry]


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A complaint in the list: how old in worked days, what comes next, whether it is late."""

    complaint: Complaint
    age: int
    next: str
    late: bool
    status: tuple[str, str]


def complaint_rows(found: Sequence[Complaint], now: datetime) -> list[ComplaintRow]:
    """Complaints of a list, with their ages."""
    return [
        ComplaintRow(
            complaint,
            working_days_between(complaint.opened_at.date(), _end(complaint, now).date()),
            NEXT[complaint.next_step].partition(":")[0].strip(),
            complaint.overdue(now),
            STATUSES[complaint.status],
        )
        for complaint in found
    ]


def _end(complaint: Complaint, now: datetime) -> datetime:
    return complaint.settled_at or now


def complaint_page(
    session: Session, setting: Setting, complaint: Complaint, now: datetime
) -> dict[str, Any]:
    """Values of one complaint: its steps, its story, the papers that may be read."""
    panels = panels_of(session, complaint.run_id, complaint.customer_id)
    papers = [
        (row.reference, f"{row.reference}, {short_day(row.on)}") for p in panels for row in p.rows
    ]
    step = complaint.next_step
    return {
        "complaint": complaint,
        "natures": NATURES,
        "remedies": REMEDIES,
        "step": step,
        "next": NEXT[step],
        "steps": STEPS,
        "badge": STATUSES[complaint.status],
        "late": complaint.overdue(now),
        "liability": LIABILITIES.get(complaint.liability, ""),
        "terms": terms_told(complaint),
        "papers": papers,
        "feed": [entry for _, entry in sorted(_story(session, complaint), key=lambda m: m[0])],
        "allowed_gesture": setting.procedures.level(setting.learner_post).goodwill,
    }


def terms_told(complaint: Complaint) -> str:
    """What the terms of sale say of the day on which it came."""
    if complaint.qualified_at is None:
        return ""
    if complaint.allowed is None:
        if not complaint.customer.business:
            return (
                "Particulier : le délai des CGV ne s’oppose pas à lui (garantie légale, deux ans)."
            )
        return "Les CGV ne fixent pas de délai pour cette nature."
    if complaint.days is None:
        return f"Les CGV donnent {plural(complaint.allowed, 'jour')} ; la date de départ manque."
    told = (
        f"{plural(complaint.days, 'jour')} après, pour {plural(complaint.allowed, 'jour')} aux CGV"
    )
    return f"Dans le délai : {told}." if complaint.in_terms else f"Hors délai : {told}."


def _story(session: Session, complaint: Complaint) -> Iterator[Moment]:
    yield (
        complaint.opened_at,
        _told("chat-square-quote", "Réclamation ouverte", complaint.opened_at),
    )
    if complaint.qualified_at:
        what = f"Qualifiée : {LIABILITIES[complaint.liability].lower()}"
        yield complaint.qualified_at, _told("tags", what, complaint.qualified_at)
    if complaint.checked_at:
        what = f"Faits vérifiés sur {', '.join(complaint.checked)}"
        yield complaint.checked_at, _told("search", what, complaint.checked_at, complaint.finding)
    if complaint.answered_at:
        what = REMEDIES[complaint.solution]
        what += f" ({format_euros(complaint.cost)})" if complaint.cost else ""
        yield complaint.answered_at, _told("reply", f"Solution : {what}", complaint.answered_at)
    if complaint.replied_at:
        agreed = complaint.status != ComplaintStatus.DISAGREED
        said = "accepte" if agreed else "refuse"
        entry = _told("person", f"{said} la solution", complaint.replied_at)
        yield (
            complaint.replied_at,
            FeedEntry(entry.icon, complaint.customer.name, entry.what, entry.when, "", ""),
        )
    if complaint.settled_at:
        yield (
            complaint.settled_at,
            _told("check2-circle", "Réclamation close", complaint.settled_at),
        )
    for message in _messages(session, complaint):
        url = url_for("crm.message", message_id=message.id)
        who = "Vous" if message.outgoing else message.sender_name
        icon = channel_icon(message.channel)
        yield message.at, FeedEntry(icon, who, message.subject, when(message.at), "", url)


def _told(icon: str, what: str, at: datetime, quote: str = "") -> FeedEntry:
    return FeedEntry(icon, "Vous", what, when(at), quote, "")


def _messages(session: Session, complaint: Complaint) -> Sequence[Message]:
    kept = (Message.run_id == complaint.run_id, Message.about == complaint.reference)
    return session.scalars(select(Message).where(*kept).order_by(Message.id)).all()
