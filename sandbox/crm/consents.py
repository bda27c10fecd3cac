"""What people let us do with their details: consents, withdrawals, objections, and what follows.

GDPR art. 6, 7 and 21; CPCE L34-5 (e-mail to consumers); C. conso. L223-1 (calls to consumers).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from sandbox.crm.models import Channel, Consent, Contact, Customer

PROSPECTING = "prospecting"


class Reach(StrEnum):
    """The way that a choice is about; ``ANY`` covers them all."""

    ANY = "any"
    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"


class Choice(StrEnum):
    """What somebody told us: yes, no longer, or no (GDPR art. 21)."""

    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    OBJECTED = "objected"


class Basis(StrEnum):
    """Lawful basis of what we send (GDPR art. 6)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    INTEREST = "legitimate_interest"


class Bar(StrEnum):
    """Why somebody may not be prospected."""

    OBJECTION = "objection"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True, slots=True)
class Barred:
    """Why a customer is not to be prospected, and who said so, if somebody did."""

    why: Bar
    person: str = ""
    since: date | None = None


def choices_of(session: Session, run_id: int, customers: Collection[int]) -> Sequence[Consent]:
    """Choices noted for these customers and the people still there, oldest first."""
    return session.scalars(
        select(Consent)
        .outerjoin(Consent.contact)
        .where(
            Consent.run_id == run_id,
            Consent.customer_id.in_(customers),
            or_(Consent.contact_id.is_(None), Contact.left_on.is_(None)),
        )
        .order_by(Consent.id)
        .options(joinedload(Consent.contact))
    ).all()


def choices_of_person(session: Session, contact: Contact) -> Sequence[Consent]:
    """Every choice of somebody, gone or not, oldest first."""
    return session.scalars(
        select(Consent)
        .where(Consent.run_id == contact.run_id, Consent.contact_id == contact.id)
        .order_by(Consent.id)
    ).all()


def standing(choices: Iterable[Consent]) -> list[Consent]:
    """The choices that count: the last of each person on each way, « any » replacing all before."""
    kept: dict[tuple[int | None, str], Consent] = {}
    for choice in choices:
        covered = Reach if choice.reach == Reach.ANY else (choice.reach,)
        for reach in covered:
            kept.pop((choice.contact_id, reach), None)
        kept[choice.contact_id, choice.reach] = choice
    return list(kept.values())


def barred(customer: Customer, choices: Iterable[Consent], channel: str) -> Barred | None:
    """Why a customer may not be prospected this way, None when they may.

    A business is written to about its trade until somebody objects. A consumer agrees beforehand:
    by telephone always, by e-mail unless they buy from us already (CPCE L34-5, C. conso. L223-1).
    """
    theirs = [each for each in choices if each.customer_id == customer.id]
    said = _said(theirs, channel)
    for choice in said:
        if choice.choice != Choice.GRANTED:
            name = choice.contact.name if choice.contact else ""
            return Barred(Bar.OBJECTION, name, choice.chosen_on)
    agreed = bool(said) or customer.business
    asked = channel == Channel.PHONE or (channel == Channel.EMAIL and not customer.known_since)
    return Barred(Bar.NO_CONSENT) if asked and not agreed else None


def _said(choices: Iterable[Consent], channel: str) -> list[Consent]:
    """The last word of each person about a way."""
    ways = (Reach.ANY, Reach.LETTER if channel == Channel.REGISTERED else channel)
    last = {each.contact_id: each for each in choices if each.reach in ways}
    return list(last.values())


def barred_among(
    session: Session, run_id: int, customers: Collection[Customer], channel: str
) -> dict[str, Barred]:
    """Customers, by reference, who may not be prospected this way, and why."""
    choices = choices_of(session, run_id, [customer.id for customer in customers])
    found = {each.reference: barred(each, choices, channel) for each in customers}
    return {reference: why for reference, why in found.items() if why is not None}


def customers_kept(session: Session, run_id: int) -> Sequence[Customer]:
    """Every customer whose record is in use, by name."""
    return session.scalars(
        select(Customer)
        .where(Customer.run_id == run_id, Customer.merged_into_id.is_(None))
        .order_by(func.lower(Customer.name), Customer.id)
    ).all()
