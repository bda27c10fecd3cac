"""What documents are made of: parties, lines, totals; units stand in the types."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sandbox.core.units import Cents, Days, Rate, UnitPrice

# VAT categories of the e-invoice (UNTDID 5305): standard, exempt, reverse charge, intra-EU supply,
# export, zero rate; empty is « S » when there is a rate, else what the legal sentences say.
VatCategory = Literal["", "S", "E", "AE", "K", "G", "Z"]


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
    """A company or a consumer, as the law wants it named.

    `platform_address` is where it receives e-invoices (the SIREN when empty), never printed.
    """

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
    platform_address: str = ""
    consumer: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """A priced line: `net` is after discount and without the eco-contribution.

    `further_discounts` are each taken on what the one before leaves.
    `delivery` is the note on which it left, in an invoice that covers several.
    `supply`, when known, lets the controls compare the line with the invoice's category.
    """

    reference: str
    label: str
    quantity: int
    unit: str
    unit_price: UnitPrice
    vat_rate: Rate
    net: Cents
    discount_rate: Rate = 0
    further_discounts: tuple[Rate, ...] = ()
    eco_unit: Cents | None = None
    eco: Cents | None = None
    vat_category: VatCategory = ""
    supply: Literal["", "goods", "services"] = ""
    delivery: str = ""


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
    """VAT at one rate, on its base; `exemption` says why there is none, with its VATEX code."""

    rate: Rate
    base: Cents
    vat: Cents
    category: VatCategory = ""
    exemption: str = ""
    exemption_code: str = ""


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """Part of a discount on the whole document, at one VAT rate: `amount` is positive."""

    label: str
    amount: Cents
    vat_rate: Rate
    vat_category: VatCategory = ""


@dataclass(frozen=True, kw_only=True)
class PriorInvoice:
    """An earlier invoice that this one refers to; what it takes off, when it is a deposit."""

    reference: str
    issued_on: date
    net: Cents = 0
    vat: Cents = 0
    gross: Cents = 0


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Foot of a priced document: `goods` is the sum of the lines, `net` the total before VAT.

    `net` = goods + eco + carriage - allowances; `deposit` is already paid, VAT included.
    """

    goods: Cents
    net: Cents
    vat_rows: tuple[VatRow, ...]
    vat: Cents
    gross: Cents
    due: Cents
    carriage: Cents | None = None
    eco: Cents | None = None
    deposit: Cents | None = None
    allowances: tuple[Allowance, ...] = ()


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
