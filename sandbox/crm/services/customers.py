"""Use cases of the customers' records: open, complete, look up what is known."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from sandbox.core.context import Context
from sandbox.core.numbering import master, parse_master
from sandbox.crm.errors import (
    DuplicateCustomer,
    InvalidSiren,
    InvalidSiret,
    InvalidVatNumber,
    NameMissing,
    NobodyToImport,
    UnknownTerms,
)
from sandbox.crm.identity import checked, refuse_duplicate
from sandbox.crm.models import Customer
from sandbox.crm.privacy_errors import SensitiveWords
from sandbox.crm.privacy_warning import caution_sensitive
from sandbox.journal import record, use_case
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads import CustomerCreated, CustomerUpdated, HistoryConsulted

REFUSES = (
    NameMissing,
    InvalidSiren,
    InvalidSiret,
    InvalidVatNumber,
    UnknownTerms,
    DuplicateCustomer,
)


@dataclass(frozen=True)
class CustomerDraft:
    """A customer of a list, before the record is opened."""

    name: str
    business: bool = True
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = "FR"
    email: str = ""
    phone: str = ""
    terms: str = "net_30"


@use_case(emits=(HistoryConsulted,))
def consult_history(ctx: Context, customer: Customer) -> None:
    """Look up what the company and a customer have had to do with each other."""
    payload = HistoryConsulted(customer.reference)
    if not consulted_already(ctx, payload.verb, customer.reference, payload):
        record(ctx, customer.reference, payload)


@use_case(minutes=8, emits=(CustomerCreated,), refuses=REFUSES, warns=(SensitiveWords,))
def create_customer(
    ctx: Context,
    *,
    name: str,
    business: bool = True,
    siren: str = "",
    siret: str = "",
    vat_number: str = "",
    platform_address: str = "",
    street: str = "",
    postcode: str = "",
    town: str = "",
    country: str = "FR",
    delivery_street: str = "",
    delivery_postcode: str = "",
    delivery_town: str = "",
    email: str = "",
    phone: str = "",
    terms: str = "net_30",
    monthly_invoice: bool = False,
    note: str = "",
    last_contact_on: date | None = None,
) -> Customer:
    """Open a customer's record."""
    details = {n: v for n, v in locals().items() if n != "ctx"}
    values = checked(details)
    refuse_duplicate(ctx, values["siren"])
    customer = ctx.add(Customer(reference=_next_reference(ctx), **values))
    record(ctx, customer.reference, CustomerCreated(customer.missing, _cautions(ctx, customer)))
    return customer


@use_case(
    minutes=10,
    emits=(CustomerCreated,),
    refuses=(*REFUSES, NobodyToImport),
    warns=(SensitiveWords,),
)
def import_customers(ctx: Context, *, drafts: list[CustomerDraft]) -> list[Customer]:
    """Open the records of a list that was read over: all of them, or none."""
    if not drafts:
        raise NobodyToImport
    return [create_customer(ctx, **asdict(draft)) for draft in drafts]


@use_case(minutes=4, emits=(CustomerUpdated,), refuses=REFUSES, warns=(SensitiveWords,))
def update_customer(
    ctx: Context,
    customer: Customer,
    *,
    name: str | None = None,
    business: bool | None = None,
    siren: str | None = None,
    siret: str | None = None,
    vat_number: str | None = None,
    platform_address: str | None = None,
    street: str | None = None,
    postcode: str | None = None,
    town: str | None = None,
    country: str | None = None,
    delivery_street: str | None = None,
    delivery_postcode: str | None = None,
    delivery_town: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    terms: str | None = None,
    monthly_invoice: bool | None = None,
    note: str | None = None,
    last_contact_on: date | None = None,
) -> Customer:
    """Complete or correct a customer's record; what is left out stays as it is."""
    details = {n: v for n, v in locals().items() if n not in ("ctx", "customer")}
    values = checked(_merged(customer, details))
    if values["siren"] != customer.siren:
        refuse_duplicate(ctx, values["siren"], customer.id)
    changed = tuple(sorted(n for n, v in values.items() if getattr(customer, n) != v))
    for field in changed:
        setattr(customer, field, values[field])
    if changed:
        cautions = _cautions(ctx, customer) if "note" in changed else ()
        record(ctx, customer.reference, CustomerUpdated(changed, customer.missing, cautions))
    return customer


def _cautions(ctx: Context, customer: Customer) -> tuple[str, ...]:
    """What is warned of when the note of a record is written."""
    caution_sensitive(ctx, customer.note)
    return tuple(caution.code for caution in ctx.scratch.cautions)


def _merged(customer: Customer, details: dict[str, Any]) -> dict[str, Any]:
    return {n: getattr(customer, n) if v is None else v for n, v in details.items()}


def _next_reference(ctx: Context) -> str:
    # Scenario files name their customers themselves: the series goes on after the highest.
    highest = ctx.session.scalar(
        select(func.max(Customer.reference)).where(Customer.run_id == ctx.run.id)
    )
    return master("CLI", parse_master(highest)[1] + 1 if highest else 1)
