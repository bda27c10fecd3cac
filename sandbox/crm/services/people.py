"""Use cases of the people and the places of a customer."""

from typing import TypeVar

from sqlalchemy import func, select

from sandbox.core.context import Context
from sandbox.core.errors import NotFound
from sandbox.crm.models import Contact, Customer
from sandbox.crm.people import Need, Role, Site, SiteKind
from sandbox.crm.people_errors import NotTheirs, NoWayToReach, PersonUnnamed, SiteIncomplete
from sandbox.crm.privacy_errors import SensitiveWords
from sandbox.crm.privacy_warning import caution_sensitive
from sandbox.journal import record, use_case
from sandbox.journal.payloads.people import (
    ContactAdded,
    ContactChanged,
    ContactLeft,
    SiteAdded,
    SiteClosed,
)

Owned = TypeVar("Owned", Contact, Site)


@use_case(
    minutes=3,
    emits=(ContactAdded,),
    refuses=(PersonUnnamed, NoWayToReach),
    warns=(SensitiveWords,),
)
def add_contact(
    ctx: Context,
    customer: Customer,
    *,
    name: str,
    title: str = "",
    role: Role = Role.OTHER,
    email: str = "",
    phone: str = "",
    preferred_channel: str = "",
    language: str = "fr",
    need: Need = Need.NONE,
) -> Contact:
    """Note somebody at a customer's: what they do, how to reach them, what they need."""
    contact = Contact(
        customer_id=customer.id,
        name=name.strip(),
        title=title.strip(),
        role=role,
        email=email.strip(),
        phone=phone.strip(),
        preferred_channel=preferred_channel,
        language=language,
        need=need,
    )
    _reachable(contact)
    ctx.add(contact)
    caution_sensitive(ctx, name, title)
    payload = ContactAdded(
        customer=customer.reference,
        role=role,
        channel=preferred_channel,
        language=language,
        need=need,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, customer.reference, payload)
    return contact


@use_case(
    minutes=2,
    emits=(ContactChanged,),
    refuses=(PersonUnnamed, NoWayToReach, NotTheirs),
    warns=(SensitiveWords,),
)
def change_contact(
    ctx: Context,
    customer: Customer,
    *,
    contact: int,
    name: str | None = None,
    title: str | None = None,
    role: Role | None = None,
    email: str | None = None,
    phone: str | None = None,
    preferred_channel: str | None = None,
    language: str | None = None,
    need: Need | None = None,
) -> Contact:
    """Correct what is known of somebody (``contact`` is their row); what is left out stays."""
    told = {n: v for n, v in locals().items() if n not in ("ctx", "customer", "contact")}
    person = theirs(ctx, customer, Contact, contact)
    given = {n: v.strip() if type(v) is str else v for n, v in told.items() if v is not None}
    changed = tuple(sorted(n for n, v in given.items() if getattr(person, n) != v))
    for field in changed:
        setattr(person, field, given[field])
    _reachable(person)
    if changed:
        caution_sensitive(ctx, person.name, person.title)
        cautions = tuple(caution.code for caution in ctx.scratch.cautions)
        record(ctx, customer.reference, ContactChanged(customer.reference, changed, cautions))
    return person


def _reachable(person: Contact) -> None:
    if not person.name:
        raise PersonUnnamed
    if not (person.email or person.phone):
        raise NoWayToReach


@use_case(minutes=1, emits=(ContactLeft,), refuses=(NotTheirs,))
def contact_left(ctx: Context, customer: Customer, *, contact: int) -> Contact:
    """Somebody no longer works there: nothing is proposed to them any more."""
    person = theirs(ctx, customer, Contact, contact)
    if person.left_on is not None:
        raise NotTheirs(customer=customer.name)
    person.left_on = ctx.today()
    here = (Contact.run_id == ctx.run.id, Contact.customer_id == customer.id)
    others = (Contact.left_on.is_(None), Contact.id != person.id)
    left = ctx.session.scalar(select(func.count()).select_from(Contact).where(*here, *others))
    record(ctx, customer.reference, ContactLeft(customer.reference, person.role, left or 0))
    return person


def theirs(ctx: Context, customer: Customer, kind: type[Owned], row_id: int) -> Owned:
    """A person or a place of this customer's; raises NotTheirs."""
    try:
        found = ctx.get(kind, row_id)
    except NotFound as error:
        raise NotTheirs(customer=customer.name) from error
    if found.customer_id != customer.id:
        raise NotTheirs(customer=customer.name)
    return found


@use_case(minutes=3, emits=(SiteAdded,), refuses=(SiteIncomplete,))
def add_site(
    ctx: Context,
    customer: Customer,
    *,
    kind: SiteKind,
    label: str,
    street: str,
    postcode: str,
    town: str,
) -> Site:
    """Note another address of a customer, to deliver or to bill."""
    texts = {"label": label, "street": street, "postcode": postcode, "town": town}
    address = {name: text.strip() for name, text in texts.items()}
    if not all(address.values()):
        raise SiteIncomplete
    site = ctx.add(Site(customer_id=customer.id, kind=kind, **address))
    record(ctx, customer.reference, SiteAdded(customer.reference, kind))
    return site


@use_case(minutes=1, emits=(SiteClosed,), refuses=(NotTheirs,))
def close_site(ctx: Context, customer: Customer, *, site: int) -> Site:
    """An address is no longer used."""
    place = theirs(ctx, customer, Site, site)
    if place.closed_on is not None:
        raise NotTheirs(customer=customer.name)
    place.closed_on = ctx.today()
    record(ctx, customer.reference, SiteClosed(customer.reference, place.kind))
    return place
