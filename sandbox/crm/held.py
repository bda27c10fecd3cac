"""What the customer desk holds on somebody: identity, exchanges, calls, consents; and its end."""

from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.crm.calls import Call
from sandbox.crm.consent_labels import BASES, CHOICES, REACHES
from sandbox.crm.consents import Basis, Choice, Reach, choices_of_person
from sandbox.crm.models import Consent, Contact, Customer, Message
from sandbox.crm.people import Need
from sandbox.crm.people_labels import LANGUAGES, NEEDS, ROLES
from sandbox.crm.privacy import Held, register_held
from sandbox.crm.privacy_labels import ERASED

Pair = tuple[str, str]
WHEN = "%d/%m/%Y à %H:%M"


def identity(session: Session, contact: Contact, customer: Customer) -> Sequence[Held]:
    """Who they are for us, and how to reach them."""
    found = (
        ("Nom", contact.name),
        ("Fonction", contact.title),
        ("Chez", customer.name),
        ("Rôle pour nous", ROLES.get(contact.role, "")),
        ("Courriel", contact.email),
        ("Téléphone", contact.phone),
        ("Langue", LANGUAGES.get(contact.language, contact.language)),
        ("Besoin d’aménagement", NEEDS[Need(contact.need)] if contact.need else ""),
        ("Parti le", f"{contact.left_on:%d/%m/%Y}" if contact.left_on else ""),
    )
    return [Held("Identité et coordonnées", _filled(found))]


def exchanges(session: Session, contact: Contact, customer: Customer) -> Sequence[Held]:
    """What they wrote to us, and what was noted of their calls."""
    if contact.name == ERASED:
        return []
    mails = ((f"{m.at:{WHEN}}", m.subject) for m in messages_from(session, contact))
    calls = (
        (f"Appel du {call.began_at:{WHEN}}", call.notes or "sans note")
        for call in calls_with(session, contact)
    )
    return [Held("Échanges", _filled(chain(mails, calls)))]


def prospecting(session: Session, contact: Contact, customer: Customer) -> Sequence[Held]:
    """What they agreed to, took back or objected to."""
    said = ((_way(each), _choice(each)) for each in choices_of_person(session, contact))
    return [Held("Prospection", _filled(said))]


def _way(each: Consent) -> str:
    return f"{CHOICES[Choice(each.choice)][0]}, {REACHES[Reach(each.reach)].lower()}"


def _choice(each: Consent) -> str:
    granted = each.choice == Choice.GRANTED
    basis = f"{BASES[Basis(each.basis)]}, " if granted else ""
    return f"{basis}le {each.chosen_on:%d/%m/%Y}" + (f" : {each.proof}" if each.proof else "")


def messages_from(session: Session, contact: Contact) -> Sequence[Message]:
    """Messages that somebody signed."""
    return session.scalars(
        select(Message)
        .where(
            Message.run_id == contact.run_id,
            Message.customer_id == contact.customer_id,
            Message.sender_name.startswith(contact.name, autoescape=True),
        )
        .order_by(Message.id)
    ).all()


def calls_with(session: Session, contact: Contact) -> Sequence[Call]:
    """Calls with somebody."""
    return session.scalars(
        select(Call)
        .where(
            Call.run_id == contact.run_id,
            Call.customer_id == contact.customer_id,
            Call.other_name.startswith(contact.name, autoescape=True),
        )
        .order_by(Call.id)
    ).all()


def erase(session: Session, contact: Contact) -> None:
    """Nothing is left of somebody but a row without a name, and that they are not prospected."""
    today, name = session.get_one(Run, contact.run_id).clock.date(), contact.name
    for message in messages_from(session, contact):
        message.sender_name = ERASED
        message.body = message.body.replace(name, ERASED)
    for call in calls_with(session, contact):
        call.other_name, call.notes = ERASED, call.notes.replace(name, ERASED)
    for choice in choices_of_person(session, contact):
        choice.proof = ""
    contact.name, contact.title, contact.email, contact.phone = ERASED, "", "", ""
    contact.need, contact.preferred_channel = Need.NONE, ""
    contact.left_on = contact.left_on or today


def _filled(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple((label, value) for label, value in pairs if value)


register_held("identity", identity)
register_held("exchanges", exchanges)
register_held("prospecting", prospecting)
