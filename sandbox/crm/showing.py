"""What the screens show of messages and documents, ready for the templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for

from sandbox.core.setting import Setting
from sandbox.core.terms import label
from sandbox.crm.consent_showing import choices_shown
from sandbox.crm.directory import family_of
from sandbox.crm.labels import FIELDS, channel_icon
from sandbox.crm.models import Customer, Message
from sandbox.crm.panels import Notice, PanelData, PanelRow
from sandbox.crm.people_labels import NEEDS
from sandbox.filters import when

LATEST = 4


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One message in a customer's story."""

    icon: str
    who: str
    what: str
    when: str
    quote: str
    url: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom an answer goes to: somebody outside, or a colleague to be told otherwise."""

    key: str
    name: str
    outside: bool


def recipient_of(message: Message, setting: Setting) -> Recipient | None:
    """Whom one may answer; nobody for what the world or a platform sends."""
    sent = message.outgoing
    key = message.to_key if sent else message.sender_key
    name = message.to_name if sent else message.sender_name
    if family_of(key):
        return Recipient(key, name, outside=True)
    return Recipient(key, name, outside=False) if setting.colleague(key) else None


def answer_subject(subject: str) -> str:
    """Subject of an answer: one « Re: » is enough."""
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"


def feed_of(messages: Iterable[Message]) -> list[FeedEntry]:
    """A customer's messages as entries of a feed."""
    return [
        FeedEntry(
            icon="send" if message.outgoing else channel_icon(message.channel),
            who="Vous" if message.outgoing else message.sender_name,
            what=message.subject,
            when=when(message.at),
            quote="",
            url=url_for("crm.message", message_id=message.id),
        )
        for message in messages
    ]


def link_of(row: PanelRow | Notice) -> str:
    """Address of a document shown in a panel: « erp.quote » takes a « quote_id »."""
    name = row.endpoint.partition(".")[2]
    values: dict[str, Any] = {f"{name}_id": row.row_id}
    return url_for(row.endpoint, **values)


def latest(panels: Sequence[PanelData]) -> list[PanelRow]:
    """The last few documents of all panels."""
    rows = [row for panel in panels for row in panel.rows]
    return sorted(rows, key=lambda row: (row.on, row.row_id), reverse=True)[:LATEST]


def smart_buttons(panels: Sequence[PanelData]) -> list[tuple[str, int, str, str]]:
    """How many documents of each kind, leading to the history."""
    return [
        (panel.icon, len(panel.rows), panel.title, "#historique" if panel.rows else "")
        for panel in panels
    ]


def terms_label(code: str) -> str:
    """Wording of payment terms, with a capital."""
    words = label(code)
    return words[0].upper() + words[1:]


def customer_rows(customers: Iterable[Customer]) -> list[tuple[Customer, str]]:
    """Customers of a list, with the wording of their terms."""
    return [(customer, terms_label(customer.terms)) for customer in customers]


def customer_page(
    customer: Customer, panels: Sequence[PanelData], messages: Iterable[Message], *, opened: bool
) -> dict[str, Any]:
    """Values of a customer's record; documents in detail only once the history is opened."""
    rows = [(panel, [(row, link_of(row)) for row in panel.rows]) for panel in panels]
    return {
        "customer": customer,
        "needs": NEEDS,
        "terms": terms_label(customer.terms),
        "choices": choices_shown(customer),
        "missing": [FIELDS[name] for name in customer.missing],
        "smart": smart_buttons(panels),
        "history": rows if opened else None,
        "feed": feed_of(messages),
    }
