"""Use cases of consents and objections: what people allow, noted with its date and its proof."""

from datetime import date

from sandbox.core.context import Context
from sandbox.crm.consents import Basis, Choice, Reach, choices_of, standing
from sandbox.crm.models import Consent, Contact, Customer
from sandbox.crm.people_errors import NotTheirs
from sandbox.crm.privacy_errors import ChosenInTheFuture, ConsentUnproved, NoConsent
from sandbox.crm.services.people import theirs
from sandbox.journal import record, use_case
from sandbox.journal.payloads.privacy import ConsentGiven, ConsentWithdrawn, ObjectionNoted


@use_case(
    minutes=2,
    emits=(ConsentGiven,),
    refuses=(NotTheirs, ConsentUnproved, ChosenInTheFuture),
)
def note_consent(
    ctx: Context,
    customer: Customer,
    *,
    reach: Reach,
    proof: str,
    contact: int | None = None,
    basis: Basis = Basis.CONSENT,
    chosen_on: date | None = None,
) -> Consent:
    """Note that somebody may be prospected by a channel, and how that is proved (art. 7-1).

    ``contact`` is the row of the person; without it, the customer speaks.
    """
    if not proof.strip():
        raise ConsentUnproved
    noted = _chosen(ctx, customer, contact, Choice.GRANTED, reach, chosen_on)
    noted.basis, noted.proof = basis, proof.strip()
    told = ConsentGiven(
        customer=customer.reference,
        channel=reach,
        basis=basis,
        proved=True,
        person=contact is not None,
        chosen_on=noted.chosen_on,
    )
    record(ctx, customer.reference, told)
    return noted


@use_case(
    minutes=1,
    emits=(ConsentWithdrawn,),
    refuses=(NotTheirs, NoConsent, ChosenInTheFuture),
)
def withdraw_consent(
    ctx: Context,
    customer: Customer,
    *,
    reach: Reach,
    contact: int | None = None,
    proof: str = "",
    chosen_on: date | None = None,
) -> Consent:
    """Somebody no longer wants to be prospected by a channel: it is as easy as saying yes."""
    running = standing(choices_of(ctx.session, ctx.run.id, [customer.id]))
    given = [each for each in running if each.choice == Choice.GRANTED]
    if (contact, reach) not in {(each.contact_id, each.reach) for each in given}:
        raise NoConsent
    noted = _chosen(ctx, customer, contact, Choice.WITHDRAWN, reach, chosen_on)
    noted.proof = proof.strip()
    told = ConsentWithdrawn(customer.reference, reach, contact is not None)
    record(ctx, customer.reference, told)
    return noted


@use_case(minutes=2, emits=(ObjectionNoted,), refuses=(NotTheirs, ChosenInTheFuture))
def note_objection(
    ctx: Context,
    customer: Customer,
    *,
    reach: Reach = Reach.ANY,
    contact: int | None = None,
    proof: str = "",
    chosen_on: date | None = None,
) -> Consent:
    """Note that somebody wants no prospecting: no reason is asked (GDPR art. 21-2)."""
    noted = _chosen(ctx, customer, contact, Choice.OBJECTED, reach, chosen_on)
    noted.proof = proof.strip()
    told = ObjectionNoted(customer.reference, reach, contact is not None, noted.chosen_on)
    record(ctx, customer.reference, told)
    return noted


def _chosen(
    ctx: Context,
    customer: Customer,
    contact: int | None,
    choice: Choice,
    reach: Reach,
    chosen_on: date | None,
) -> Consent:
    on = chosen_on or ctx.today()
    if on > ctx.today():
        raise ChosenInTheFuture
    person = theirs(ctx, customer, Contact, contact) if contact is not None else None
    return ctx.add(
        Consent(
            customer_id=customer.id,
            contact_id=person.id if person else None,
            reach=reach,
            choice=choice,
            basis=Basis.CONSENT,
            chosen_on=on,
        )
    )
