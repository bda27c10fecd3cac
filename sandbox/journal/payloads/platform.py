"""Verbs of the approved platform: what follows the deposit of an e-invoice."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class InvoiceStatusSet(Payload, verb="invoice.status_set"):
    """A status (204 to 209, 211) on one of our invoices; ``reason`` is the official code.

    ``party`` is the side that sets it, ``document`` what completes a suspended invoice.
    """

    customer: str
    status: int
    party: str
    reason: str = ""
    document: str = ""


@dataclass(frozen=True)
class OrderNumberNoted(Payload, verb="order.number_noted"):
    """The order number that a customer wants on its invoice was written on the order."""

    customer: str


@dataclass(frozen=True)
class SupplierInvoiceStatusSet(Payload, verb="supplier_invoice.status_set"):
    """A status that we set on a supplier's invoice; ``reason`` is the official code."""

    supplier: str
    status: int
    reason: str = ""
