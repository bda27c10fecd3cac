"""What documents are made of: parties, lines, totals; units stand in the types."""

from dataclasses import dataclass
from datetime import date

from sandbox.core.units import Cents, Days, Rate, UnitPrice


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where goods go; `contact` is who receives them."""

    name: str
    street: str
    postcode: str
    town: str
    country: str = "France"
    contact: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Party:
    """A company or a consumer, as the law wants it named."""

    name: str
    street: str
    postcode: str
    town: str
    country: str = "France"
    legal_form: str = ""
    capital: Cents | None = None
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    rcs_town: str = ""
    email: str = ""
    phone: str = ""
    iban: str = ""
    bic: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A priced line: `net` is after discount and without the eco-contribution."""

    reference: str
    label: str
    quantity: int
    unit: str
    unit_price: UnitPrice
    vat_rate: Rate
    net: Cents
    discount_rate: Rate = 0
    eco_unit: Cents | None = None
    eco: Cents | None = None


@dataclass(frozen=True, kw_only=True)
class DeliveryLine:
    """A line of a delivery note: quantities, no price."""

    reference: str
    label: str
    unit: str
    ordered: int
    shipped: int
    backorder: int = 0


@dataclass(frozen=True, kw_only=True)
class VatRow:
    """VAT at one rate, on its base."""

    rate: Rate
    base: Cents
    vat: Cents


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Foot of a priced document: `goods` is the sum of the lines, `net` the total before VAT."""

    goods: Cents
    net: Cents
    vat_rows: tuple[VatRow, ...]
    vat: Cents
    gross: Cents
    due: Cents
    carriage: Cents | None = None
    eco: Cents | None = None
    deposit: Cents | None = None


@dataclass(frozen=True, kw_only=True)
class UnpaidInvoice:
    """An invoice claimed by a letter; `penalty` in cents, without the fixed indemnity."""

    reference: str
    issued_on: date
    due_on: date
    gross: Cents
    paid: Cents
    remaining: Cents
    days_late: Days
    penalty: Cents | None = None


@dataclass(frozen=True, kw_only=True)
class AmountsDue:
    """What a letter claims: principal, late penalties, fixed indemnities (40 € an invoice)."""

    principal: Cents
    total: Cents
    penalties: Cents | None = None
    indemnity: Cents | None = None


@dataclass(frozen=True, kw_only=True)
class StatementRow:
    """One movement of a customer account, with the balance after it."""

    on: date
    reference: str
    label: str
    balance: Cents
    due_on: date | None = None
    debit: Cents | None = None
    credit: Cents | None = None
