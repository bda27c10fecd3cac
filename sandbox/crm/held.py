"""What the customer desk holds on somebody: identity, exchanges, calls, consents; and its end."""

from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.crm.calls import Call
from sandbox.crm.consent_labels import BASES, CHOICES, REACHES
from sandbox.crm.consents import Basis, Choice, Reach, choices_of_person
from sandbox.crm.models import Consent, Contact, Customer, Message
from sandbox.crm.people import Need
from sandbox.crm.people_labels import LANGUAGES, NEEDS, ROLES
from sandbox.crm.privacy import Held, kept_on, register_held
from sandbox.crm.privacy_labels import ERASED

Pair = tuple[str, str]
WHEN = "%d/%m/%Y à %H:%M"
OTHER = "[une autre personne]"


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
    """What they wrote to us, what we wrote to them, and what was noted of their calls."""
    if contact.name == ERASED:
        return []
    others = _others(session, contact)
    written = messages_naming(session, contact)
    mails = (
        (f"{'Envoyé' if m.outgoing else 'Reçu'} le {m.at:{WHEN}}", f"{m.subject} : {m.body}")
        for m in written
        if m.outgoing or signed(m.sender_name, contact)
    )
    calls = (
        (f"Appel du {call.began_at:{WHEN}}", call.notes or "sans note")
        for call in calls_with(session, contact)
    )
    told = ((label, _alone(text, others)) for label, text in chain(mails, calls))
    return [Held("Échanges", _filled(told))]


def _others(session: Session, contact: Contact) -> Sequence[Contact]:
    """Other people at the same customer's: nothing is told of them."""
    theirs = (Contact.run_id == contact.run_id, Contact.customer_id == contact.customer_id)
    return session.scalars(select(Contact).where(*theirs, Contact.id != contact.id)).all()


def _alone(text: str, others: Sequence[Contact]) -> str:
    """A text on one line, without the name, address or number of anybody else."""
    for known in (value for each in others for value in (each.name, each.email, each.phone)):
        text = text.replace(known, OTHER) if known else text
    return " ".join(text.split())


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


def messages_naming(session: Session, contact: Contact) -> Sequence[Message]:
    """Messages with the customer that somebody signed, or that name them."""
    return session.scalars(
        select(Message)
        .where(
            Message.run_id == contact.run_id,
            Message.customer_id == contact.customer_id,
            or_(
                Message.sender_name.startswith(contact.name, autoescape=True),
                Message.body.contains(contact.name, autoescape=True),
            ),
        )
        .order_by(Message.id)
    ).all()


def signed(name: str, contact: Contact) -> bool:
    """Whether a name, such as « Inès Carlier, Atelier Lumen », is theirs and nobody else's."""
    return name.partition(",")[0].strip() == contact.name


def calls_with(session: Session, contact: Contact) -> Sequence[Call]:
    """Calls with somebody."""
    found = session.scalars(
        select(Call)
        .where(
            Call.run_id == contact.run_id,
            Call.customer_id == contact.customer_id,
            Call.other_name.startswith(contact.name, autoescape=True),
        )
        .order_by(Call.id)
    )
    return [call for call in found if signed(call.other_name, contact)]


def erase(session: Session, contact: Contact, customer: Customer) -> None:
    """Nothing is left of somebody but a row without a name, and that they are not prospected.

    A private person's record loses its details too; its name stays on what the law keeps.
    """
    for message in messages_naming(session, contact):
        if signed(message.sender_name, contact):
            message.sender_name = ERASED
        message.subject = _without(message.subject, contact)
        message.body = _without(message.body, contact)
    for call in calls_with(session, contact):
        call.other_name, call.notes = ERASED, _without(call.notes, contact)
    for choice in choices_of_person(session, contact):
        choice.proof = ""
    if not customer.business:
        _erase_record(customer, lawful=bool(kept_on(session, customer)))
    contact.name, contact.title, contact.email, contact.phone = ERASED, "", "", ""
    contact.need, contact.preferred_channel = Need.NONE, ""
    contact.left_on = contact.left_on or session.get_one(Run, contact.run_id).clock.date()


def _without(text: str, contact: Contact) -> str:
    for known in (contact.name, contact.email, contact.phone):
        text = text.replace(known, ERASED) if known else text
    return text


def _erase_record(customer: Customer, *, lawful: bool) -> None:
    customer.email, customer.phone, customer.note = "", "", ""
    if not lawful:
        customer.name = ERASED
        customer.street, customer.postcode, customer.town = "", "", ""
        customer.delivery_street, customer.delivery_postcode, customer.delivery_town = "", "", ""


def _filled(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple((label, value) for label, value in pairs if value)


register_held("identity", identity)
register_held("exchanges", exchanges)
register_held("prospecting", prospecting)
