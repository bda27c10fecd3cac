"""Verbs of what follows a purchase: dates, protests, claims, suppliers' invoices."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class PurchaseDateAsked(Payload, verb="purchase_order.date_asked"):
    """An earlier date was asked of a supplier; ``due_on`` is the one that stood."""

    supplier: str
    wanted_on: date
    due_on: date
    round: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class OfferTaken(Payload, verb="market_offer.taken"):
    """An offer of a marketplace became a purchase order; price in ten-thousandths of a euro.

    ``usual`` is the usual cost; ``others`` how many offers there were to compare.
    """

    product: str
    supplier: str
    quantity: int
    unit_price: int
    usual: int
    carriage: int
    rating: int
    delay_days: int
    others: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class CarrierProtested(Payload, verb="carrier.protested"):
    """A protest went to the carrier of an arrival; ``last_day`` is the law's."""

    arrival: str
    purchase_order: str
    channel: str
    received_on: date
    last_day: date
    in_time: bool
    evidential: bool
    precise: bool
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class SupplierClaimed(Payload, verb="supplier.claimed"):
    """A claim was made on a supplier."""

    purchase_order: str
    supplier: str
    product: str
    nature: str
    quantity: int
    asks: str


@dataclass(frozen=True)
class SupplierClaimSettled(Payload, verb="supplier_claim.settled"):
    """The supplier answered a claim: a delivery, a credit in cents, or no."""

    purchase_order: str
    supplier: str
    outcome: str
    credit: int


@dataclass(frozen=True)
class InvoicedLine:
    """One product of a three-way match: units and prices ordered, received, invoiced."""

    product: str
    ordered: int
    received: int
    invoiced: int
    order_price: int
    invoice_price: int


@dataclass(frozen=True)
class SupplierInvoiceReceived(Payload, verb="supplier_invoice.received"):
    """A supplier's invoice came in; amounts in cents."""

    purchase_order: str
    supplier: str
    number: str
    net: int
    gross: int
    due_on: date


@dataclass(frozen=True)
class SupplierInvoiceMatched(Payload, verb="supplier_invoice.matched"):
    """An invoice was laid beside the order and the receipts; ``differences`` are codes."""

    purchase_order: str
    supplier: str
    lines: tuple[InvoicedLine, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True)
class SupplierInvoiceApproved(Payload, verb="supplier_invoice.approved"):
    """An invoice may be paid."""

    purchase_order: str
    supplier: str
    gross: int
    differences: tuple[str, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class SupplierInvoiceDisputed(Payload, verb="supplier_invoice.disputed"):
    """An invoice was contested; ``founded`` when it really differs."""

    purchase_order: str
    supplier: str
    differences: tuple[str, ...]
    founded: bool
