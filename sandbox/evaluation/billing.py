"""What invoices charge, as the journal tells it: of one delivery, or of several in a month."""

from sandbox.core.units import Cents
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact


def invoice_of(facts: Facts, delivery: str) -> Fact | None:
    """The first invoice that charges a delivery note, alone or with others."""
    alone = facts.first("invoice.issued", delivery=delivery)
    together = facts.first("invoice.issued", parts__delivery=delivery)
    return min(filter(None, (alone, together)), key=lambda fact: fact.seq, default=None)


def orders_of(invoice: Fact) -> list[str]:
    """References of the orders that an invoice charges, each once."""
    parts = invoice.get("parts") or ()
    return list(dict.fromkeys(part["order"] for part in parts)) or [invoice["order"]]


def charged(invoice: Fact, order: str) -> Cents:
    """What an invoice charges of an order, VAT included, lent packaging left out."""
    parts = invoice.get("parts") or ()
    if parts:
        return sum(part["gross"] for part in parts if part["order"] == order)
    return int(invoice["gross"] - invoice.get("packaging_deposit", 0))


def invoices_of(facts: Facts, order: str, before: Fact) -> list[Fact]:
    """Invoices that charge an order, issued before a fact, in their order."""
    found = [
        *facts.find("invoice.issued", order=order, before=before),
        *facts.find("invoice.issued", parts__order=order, before=before),
    ]
    return sorted(found, key=lambda fact: fact.seq)
