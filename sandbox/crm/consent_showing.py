"""What the screens show of consents and objections."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sandbox.crm.consent_labels import BARS, BASES, CHOICES, REACHES
from sandbox.crm.consents import Basis, Choice, Reach, barred_among, standing
from sandbox.crm.models import Channel, Customer


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """A choice in words; ``status`` is a word and the tone of its badge."""

    who: str
    reach: str
    status: tuple[str, str]
    basis: str
    on: date
    proof: str


def choices_shown(customer: Customer) -> list[ChoiceShown]:
    """The choices that count for a customer and the people there."""
    names = {each.id: each.name for each in customer.contacts if each.left_on is None}
    spoken = [each for each in customer.consents if each.contact_id in {None, *names}]
    return [
        ChoiceShown(
            names.get(each.contact_id or 0, customer.name),
            REACHES[Reach(each.reach)],
            CHOICES[Choice(each.choice)],
            BASES[Basis(each.basis)] if each.choice == Choice.GRANTED else "—",
            each.chosen_on,
            each.proof,
        )
        for each in standing(spoken)
    ]


def left_out(
    session: Session, run_id: int, customers: Collection[Customer]
) -> list[tuple[Customer, str]]:
    """Customers whom a prospecting mailing leaves out, and why."""
    found = barred_among(session, run_id, customers, Channel.EMAIL)
    return [
        (each, f"{found[each.reference].person or 'le client'} : {BARS[found[each.reference].why]}")
        for each in customers
        if each.reference in found
    ]
