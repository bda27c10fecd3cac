"""Deliveries on the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sandbox.core.context import LEARNER
from sandbox.core.setting import Setting
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.models import Amounts, DeliveryNote, Invoice, PricedLine
from sandbox.erp.models.delivery import arrival_day, leaving_day
from sandbox.erp.services.lines import vat_of
from sandbox.erp.showing.common import FeedEntry, totals_rows
from sandbox.erp.wording import STORY, who
from sandbox.filters import long_day, when
from sandbox.journal.models import JournalEntry
from sandbox.supply.models import Carrier

STATES = (
    ("", "Tous"),
    ("prepared", "À expédier"),
    ("shipped", "En route"),
    ("to_invoice", "À facturer"),
    ("delivered", "Livrés"),
)


@dataclass(frozen=True)
class Offer:
    """A carrier to choose: price in cents, days, and when goods given now would leave and come."""

    carrier: Carrier
    leaves_on: date
    arrives_on: date
    late: bool
    chosen: bool


def offers(carriers: Iterable[Carrier], delivery: DeliveryNote, now: datetime) -> list[Offer]:
    """What each carrier offers for a delivery."""
    promised_on = delivery.order.promised_on
    found = []
    for carrier in carriers:
        arrives_on = arrival_day(carrier, now)
        late = promised_on is not None and arrives_on > promised_on
        chosen = carrier.id == delivery.carrier_id
        found.append(Offer(carrier, leaving_day(carrier, now), arrives_on, late, chosen))
    return found


def delivery_page(
    delivery: DeliveryNote, carriers: Iterable[Carrier], invoices: Sequence[Invoice], now: datetime
) -> dict[str, Any]:
    """A delivery note, its carriers to choose from, and its invoice if it has one."""
    return {
        "delivery": delivery,
        "offers": [] if delivery.left else offers(carriers, delivery, now),
        "invoices": invoices,
        "to_invoice": delivery.left and not delivery.invoiced,
    }


def invoice_facts(delivery: DeliveryNote, invoice: Invoice) -> list[tuple[str, str]]:
    """What heads the invoice of a delivery before it is issued."""
    return [
        ("Date d’émission", long_day(invoice.issued_on)),
        ("Date de livraison", long_day(invoice.supplied_on)),
        ("Échéance", long_day(invoice.due_on)),
        ("Commande", delivery.order.reference),
        ("Votre référence", delivery.order.customer_reference),
        ("Bon de livraison", delivery.reference),
    ]


def story(entries: Iterable[JournalEntry], customer: str) -> list[FeedEntry]:
    """What happened to a document, latest first."""
    return [_told(entry, customer) for entry in entries if entry.verb in STORY][::-1]


def _told(entry: JournalEntry, customer: str) -> FeedEntry:
    icon, what = STORY[entry.verb]
    verb = "avez" if entry.post == LEARNER else "a"
    return FeedEntry(icon, who(entry.post, customer), f"{verb} {what}", when(entry.at))


def foot(
    document: Amounts, lines: Sequence[PricedLine], setting: Setting, customer: Customer
) -> list[tuple[str, str]]:
    """Totals of an invoice by VAT rate, each amount written."""
    vat = vat_of(setting.procedures.sales.carriage_vat, customer)
    goods: Cents = sum(line.net for line in lines)
    eco: Cents = sum(line.eco_total for line in lines)
    totals = document.foot(lines, document.carriage, vat)
    off = sum(line.before_overall - line.net for line in lines)
    return totals_rows(goods, eco, document.carriage, totals, off)
