"""What has passed its retention: prospects silent for three years, people who have left.

A period runs from the last contact that came from the person: opening a mail does not count (CNIL).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from sandbox.core.deadlines import prospect_data_until
from sandbox.core.run import Run
from sandbox.crm.calls import Call
from sandbox.crm.models import Contact, Customer, Message
from sandbox.crm.privacy import PrivacyRequest
from sandbox.crm.privacy_labels import ERASED


class Over(StrEnum):
    """Why something is no longer to be kept."""

    PROSPECT = "silent_prospect"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Expired:
    """Data kept too long: whose, since when it is of no use, and the day from which it goes."""

    why: Over
    customer: Customer
    contact: Contact | None
    since: date
    due_on: date


def last_sign(session: Session, customer: Customer) -> date | None:
    """Day when a prospect last wrote or rang; None when nobody knows."""
    return _latest(customer, _heard(session, customer.run_id, [customer.id]))


def _heard(session: Session, run_id: int, customers: Sequence[int]) -> dict[int, date]:
    """Day of the last message or call that came from these customers themselves."""
    wrote = (
        select(Message.customer_id, func.max(Message.at))
        .where(
            Message.run_id == run_id,
            Message.customer_id.in_(customers),
            Message.outgoing.is_(False),
            Message.sender_key.startswith("customer:"),
        )
        .group_by(Message.customer_id)
    )
    rang = (
        select(Call.customer_id, func.max(Call.began_at))
        .where(
            Call.run_id == run_id,
            Call.customer_id.in_(customers),
            Call.outgoing.is_(False),
            Call.other_key.startswith("customer:"),
        )
        .group_by(Call.customer_id)
    )
    heard: dict[int, date] = {}
    for customer_id, at in (*session.execute(wrote), *session.execute(rang)):
        heard[customer_id] = max(at.date(), heard.get(customer_id, at.date()))
    return heard


def expired(session: Session, run: Run) -> list[Expired]:
    """What is to go today, the oldest first."""
    found = [*_silent(session, run), *_gone(session, run)]
    return sorted(found, key=lambda one: (one.due_on, one.customer.id))


def _silent(session: Session, run: Run) -> list[Expired]:
    """Prospects who last got in touch three years ago, or earlier."""
    kept = (Customer.run_id == run.id, Customer.merged_into_id.is_(None))
    prospects = session.scalars(
        select(Customer).where(
            *kept, Customer.known_since.is_(None), Customer.last_contact_on.is_not(None)
        )
    ).all()
    heard = _heard(session, run.id, [each.id for each in prospects])
    signs = ((each, _latest(each, heard)) for each in prospects)
    return [
        Expired(Over.PROSPECT, each, None, sign, prospect_data_until(sign))
        for each, sign in signs
        if sign is not None and prospect_data_until(sign) <= run.clock.date()
    ]


def _latest(customer: Customer, heard: dict[int, date]) -> date | None:
    known = (customer.last_contact_on, heard.get(customer.id))
    return max((day for day in known if day is not None), default=None)


def _gone(session: Session, run: Run) -> list[Expired]:
    """People who have left their firm: nothing is proposed to them, their details are of no use."""
    people = session.scalars(
        select(Contact)
        .where(Contact.run_id == run.id, Contact.left_on <= run.clock.date())
        .where(Contact.name != ERASED)
        .options(joinedload(Contact.customer))
    )
    left = ((each, each.left_on) for each in people)
    return [Expired(Over.GONE, each.customer, each, on, on) for each, on in left if on is not None]


def waiting_request(session: Session, customer: Customer, contact: Contact | None) -> str | None:
    """Reference of a request not answered yet: nothing it bears on may go before."""
    asked = (PrivacyRequest.run_id == customer.run_id, PrivacyRequest.answered_at.is_(None))
    of_customer = PrivacyRequest.customer_id == customer.id
    theirs = of_customer if contact is None else PrivacyRequest.contact_id == contact.id
    return session.scalar(select(PrivacyRequest.reference).where(*asked, theirs).limit(1))
