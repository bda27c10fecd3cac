"""Use cases of retention: what is no longer of use is erased, not before, and not what is asked."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.deadlines import prospect_data_until
from sandbox.crm.held import erase
from sandbox.crm.models import Contact, Customer
from sandbox.crm.people_errors import NotTheirs
from sandbox.crm.privacy_errors import (
    ErasedTooEarly,
    NotAProspect,
    RequestUnderWay,
    StillThere,
    UnknownLastContact,
)
from sandbox.crm.retention import last_sign, waiting_request
from sandbox.crm.services.people import theirs
from sandbox.journal import record, use_case
from sandbox.journal.payloads.privacy import PersonErased, ProspectErased


@use_case(
    minutes=4,
    emits=(ProspectErased,),
    refuses=(NotAProspect, UnknownLastContact, RequestUnderWay),
    warns=(ErasedTooEarly,),
)
def erase_prospect(ctx: Context, customer: Customer) -> Customer:
    """Erase what names people on the record of a prospect silent for three years (GDPR art. 5-1 e).

    A firm's name and numbers stay: they name nobody.
    """
    if customer.known_since is not None:
        raise NotAProspect(customer=customer.name)
    since = last_sign(ctx.session, customer)
    if since is None:
        raise UnknownLastContact(customer=customer.name)
    _nothing_asked(ctx, customer, None)
    due_on = prospect_data_until(since)
    if ctx.today() < due_on:
        ctx.caution(ErasedTooEarly(since=since, due_on=due_on))
    here = (Contact.run_id == ctx.run.id, Contact.customer_id == customer.id)
    for person in ctx.session.scalars(select(Contact).where(*here)).all():
        erase(ctx.session, person, customer)
    customer.email, customer.phone, customer.note = "", "", ""
    customer.last_contact_on = None
    cautions = tuple(caution.code for caution in ctx.scratch.cautions)
    record(ctx, customer.reference, ProspectErased(customer.reference, since, due_on, cautions))
    return customer


@use_case(minutes=2, emits=(PersonErased,), refuses=(NotTheirs, StillThere, RequestUnderWay))
def erase_contact(ctx: Context, customer: Customer, *, contact: int) -> Contact:
    """Erase the details of somebody who has left their firm: they are of no use any more."""
    person = theirs(ctx, customer, Contact, contact)
    if person.left_on is None:
        raise StillThere(name=person.name)
    _nothing_asked(ctx, customer, person)
    erase(ctx.session, person, customer)
    record(ctx, customer.reference, PersonErased(customer.reference, person.left_on))
    return person


def _nothing_asked(ctx: Context, customer: Customer, person: Contact | None) -> None:
    """What somebody asked to see is not erased before they are answered."""
    asked = waiting_request(ctx.session, customer, person)
    if asked is not None:
        raise RequestUnderWay(reference=asked)
