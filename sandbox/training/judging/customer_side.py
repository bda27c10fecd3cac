"""What the customer saw: letters, waits, dates promised and dates kept."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sandbox.core.calendar import working_minutes_between
from sandbox.crm.models import Message
from sandbox.evaluation.wording import delay, french
from sandbox.filters import eur, plural, short_day
from sandbox.journal.models import JournalEntry
from sandbox.training.assessment import Entries

EXCERPT = 180
Letters = Sequence[tuple[Message, str, str]]


@dataclass(frozen=True)
class Moment:
    """One thing that reached the customer, or left them."""

    at: datetime
    icon: str
    sentence: str
    excerpt: str = ""
    reference: str = ""
    bad: bool = False


@dataclass
class CustomerSide:
    """The run as one customer lived it."""

    reference: str
    name: str
    moments: list[Moment] = field(default_factory=list)
    waits_since: datetime | None = None


def customer_sides(letters: Letters, entries: Entries, clock: datetime) -> list[CustomerSide]:
    """Each customer who had a part in the run, who wrote first on top."""
    started = entries[0].at if entries else clock
    names = {reference: name for _, reference, name in letters}
    sides: dict[str, CustomerSide] = {}
    for reference, moment in sorted(_moments(letters, entries, started), key=lambda m: m[1].at):
        name = names.get(reference, reference)
        sides.setdefault(reference, CustomerSide(reference, name)).moments.append(moment)
    for reference, side in sides.items():
        _still_waits(side, [m for m, own, _ in letters if own == reference and _theirs(m)], clock)
    return list(sides.values())


def _moments(letters: Letters, entries: Entries, started: datetime) -> Iterator[tuple[str, Moment]]:
    asked: dict[str, datetime] = {}
    for message, reference, _ in letters:
        if message.at < started or not _theirs(message):
            continue
        yield reference, _letter(message, asked.get(reference))
        if message.outgoing:
            asked.pop(reference, None)
        else:
            asked.setdefault(reference, message.at)
    yield from _deeds(entries)


def _theirs(message: Message) -> bool:
    """Whether a message is from or to the customer, not between colleagues about them."""
    return (message.to_key if message.outgoing else message.sender_key).startswith("customer:")


def _letter(message: Message, asked: datetime | None) -> Moment:
    excerpt = " ".join(message.body.split())
    excerpt = excerpt[:EXCERPT].rstrip() + ("…" if len(excerpt) > EXCERPT else "")
    if not message.outgoing:
        sentence = f"Vous écrit : « {message.subject} »."
        return Moment(message.at, "envelope", french(sentence), excerpt, message.reference)
    waited = ""
    if asked is not None:
        waited = f", après {delay(working_minutes_between(asked, message.at))} d'attente"
    sentence = f"Reçoit de vous « {message.subject} »{waited}."
    return Moment(message.at, "send", french(sentence), excerpt, message.reference)


def _still_waits(side: CustomerSide, messages: list[Message], clock: datetime) -> None:
    """Say it when their last message asked something that nobody answered."""
    if not messages or messages[-1].outgoing or "?" not in messages[-1].body:
        return
    side.waits_since = messages[-1].at
    waited = delay(working_minutes_between(messages[-1].at, clock))
    sentence = f"A posé une question, sans réponse depuis {waited} ouvrées."
    side.moments.append(Moment(clock, "hourglass-split", french(sentence), bad=True))


def _deeds(entries: Entries) -> Iterator[tuple[str, Moment]]:
    """What reaches the customer without a letter: goods, invoices, offers that lapse."""
    owners: dict[str, str] = {}
    for entry in entries:
        said = json.loads(entry.payload)
        owner = said.get("customer") or owners.get(entry.reference, "")
        owners[entry.reference] = owner
        moment = _deed(entry, said) if owner else None
        if moment is not None:
            yield owner, moment


def _deed(entry: JournalEntry, said: dict[str, Any]) -> Moment | None:
    match entry.verb:
        case "delivery.delivered":
            return _delivered(entry, date.fromisoformat(said["promised_on"]))
        case "invoice.issued":
            gross, due = eur(said["gross"]), short_day(date.fromisoformat(said["due_on"]))
            return _moment(entry, "receipt", f"Reçoit une facture de {gross}, à payer le {due}.")
        case "quote.expired":
            return _moment(entry, "hourglass-bottom", "Voit votre devis périmer.", bad=True)
        case "invoice.refused":
            return _moment(entry, "x-octagon", "Refuse votre facture.", bad=True)
    return None


def _delivered(entry: JournalEntry, promise: date) -> Moment:
    late = (entry.at.date() - promise).days
    told = f"Signe sa livraison, promise pour le {short_day(promise)}"
    if late > 0:
        return _moment(entry, "truck", f"{told} : {plural(late, 'jour')} de retard.", bad=True)
    return _moment(entry, "truck", f"{told} : parole tenue.")


def _moment(entry: JournalEntry, icon: str, text: str, *, bad: bool = False) -> Moment:
    return Moment(entry.at, icon, french(text), "", entry.reference, bad)
