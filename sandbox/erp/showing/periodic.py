"""What is to be invoiced, and a periodic invoice before it is issued, on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.models import DeliveryNote
from sandbox.erp.services.invoicing import worth
from sandbox.erp.services.periodic import Drawn
from sandbox.filters import long_day


@dataclass(frozen=True)
class Unbilled:
    """A delivery that left, and what it is worth without VAT, carriage aside (cents)."""

    note: DeliveryNote
    net: Cents


@dataclass(frozen=True)
class ToInvoice:
    """What one customer was sent and not invoiced."""

    customer: Customer
    rows: tuple[Unbilled, ...]

    @property
    def count(self) -> int:
        """How many notes."""
        return len(self.rows)

    @property
    def net(self) -> Cents:
        """What it is worth in all, without VAT (cents)."""
        return sum(row.net for row in self.rows)


def by_customer(notes: Sequence[DeliveryNote]) -> list[ToInvoice]:
    """Notes gathered by customer; they come sorted so."""
    found = []
    for _, those in groupby(notes, key=lambda note: note.customer_id):
        rows = tuple(Unbilled(note, worth(note)) for note in those)
        found.append(ToInvoice(rows[0].note.customer, rows))
    return found


def facts(drawn: Drawn) -> list[tuple[str, str]]:
    """What heads a periodic invoice: its days, orders and delivery notes."""
    invoice, parts = drawn.invoice, drawn.parts
    left = [part.delivery.shipped_at.date() for part in parts if part.delivery.shipped_at]
    orders = dict.fromkeys(part.order.reference for part in parts)
    return [
        ("Date d’émission", long_day(invoice.issued_on)),
        ("Livraisons", f"du {long_day(min(left))} au {long_day(max(left))}"),
        ("Échéance", long_day(invoice.due_on)),
        ("Commandes", ", ".join(orders)),
        ("Vos références", invoice.order_number),
        ("Bons de livraison", ", ".join(part.delivery.reference for part in parts)),
    ]
