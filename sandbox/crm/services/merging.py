"""Use cases of doubles and groups: two records become one, companies are linked."""

from sqlalchemy import select, update

from sandbox.core.context import Context
from sandbox.crm.merge_errors import DifferentCompanies, GroupTooDeep, MergedAlready, SameRecord
from sandbox.crm.models import Contact, Customer
from sandbox.crm.people import Site
from sandbox.journal import record, use_case
from sandbox.journal.payloads.people import CustomerGrouped, CustomersMerged

# What the kept record takes from the other one where it says nothing.
COMPLETED = (
    "siren",
    "siret",
    "vat_number",
    "platform_address",
    "street",
    "postcode",
    "town",
    "email",
    "phone",
)


@use_case(
    minutes=5,
    emits=(CustomersMerged,),
    refuses=(SameRecord, MergedAlready, DifferentCompanies),
)
def merge_customers(ctx: Context, customer: Customer, *, other: Customer) -> Customer:
    """Keep ``customer`` and merge ``other`` into it, for good.

    Nothing issued changes: quotes, orders, invoices stay under the name that they bear. People
    and places come over, what the kept record lacks is taken from the other, which points to it.
    """
    if customer.id == other.id:
        raise SameRecord
    for row in (customer, other):
        if row.merged_into_id is not None:
            raise MergedAlready(reference=row.reference)
    if customer.siren and other.siren and customer.siren != other.siren:
        raise DifferentCompanies(first=customer.name, second=other.name)
    taken = [n for n in COMPLETED if not getattr(customer, n) and getattr(other, n)]
    for name in taken:
        setattr(customer, name, getattr(other, name))
    for kind in (Contact, Site):
        theirs = (kind.run_id == ctx.run.id, kind.customer_id == other.id)
        ctx.session.execute(update(kind).where(*theirs).values(customer_id=customer.id))
    other.merged_into_id = customer.id
    payload = CustomersMerged(customer.reference, other.reference, tuple(taken))
    record(ctx, customer.reference, payload)
    return customer


@use_case(minutes=2, emits=(CustomerGrouped,), refuses=(SameRecord, MergedAlready, GroupTooDeep))
def link_to_group(ctx: Context, customer: Customer, *, parent: Customer | None = None) -> Customer:
    """Say that a customer belongs to a group (its parent company), or to none any more."""
    if parent is not None:
        _may_be_parent(ctx, customer, parent)
    customer.parent_id = parent.id if parent else None
    named = parent.reference if parent else None
    record(ctx, customer.reference, CustomerGrouped(customer.reference, named))
    return customer


def _may_be_parent(ctx: Context, customer: Customer, parent: Customer) -> None:
    if parent.id == customer.id:
        raise SameRecord
    for row in (customer, parent):
        if row.merged_into_id is not None:
            raise MergedAlready(reference=row.reference)
    has = select(Customer.id).where(
        Customer.run_id == ctx.run.id, Customer.parent_id == customer.id
    )
    if parent.parent_id is not None or ctx.session.scalar(has.limit(1)) is not None:
        raise GroupTooDeep
