"""What the ledger says of an invoice: its entry, those of its payments and of its credit notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sandbox.core import ledger
from sandbox.core.calendar import MONTHS
from sandbox.core.units import Cents
from sandbox.erp.early import off_invoice, terms_of
from sandbox.erp.entries import entry_of_invoice, entry_of_note
from sandbox.erp.models import CreditNote, Invoice
from sandbox.erp.queries.billing import InvoiceStory
from sandbox.erp.queries.depositing import Part
from sandbox.filters import eur, rate


@dataclass(frozen=True)
class Shown:
    """An entry with its heading; ``would_be`` when it is only what might be entered."""

    title: str
    on: date | None
    lines: ledger.Entry
    why: str = ""
    would_be: bool = False

    @property
    def sums(self) -> tuple[Cents, Cents]:
        """Debits and credits."""
        return ledger.sums(self.lines)


def ledger_page(
    invoice: Invoice, story: InvoiceStory, notes: Sequence[CreditNote], parts: Sequence[Part]
) -> dict[str, Any]:
    """Entries of an invoice and of what followed it, in their order."""
    first = entry_of_invoice(invoice, parts)
    why = _DEPOSIT if invoice.advance else _AFTER_DEPOSIT if parts else ""
    told = [Shown(f"Facture {invoice.reference}", invoice.issued_on, first, why)]
    for note in notes:
        entry = entry_of_note(note, invoice, first)
        told.append(Shown(f"Avoir {note.reference}", note.issued_on, entry))
    for part in story.settled:
        title = f"Règlement {part.payment.reference}"
        told.append(Shown(title, part.at.date(), ledger.of_payment(part.amount)))
    paid_on = story.settled[-1].at.date() if story.settled and not invoice.balance else None
    return {
        "invoice": invoice,
        "entries": [*told, *_early(invoice)],
        "vat_due": _told(invoice, _vat_due(invoice, paid_on)),
    }


_DEPOSIT = (
    "Rien n’est encore vendu : la somme est une dette envers le client (4191). La TVA devient "
    "exigible quand elle est encaissée."
)
_AFTER_DEPOSIT = (
    "Le compte 4191 est soldé par la facture définitive, qui ne porte que le reste de la TVA."
)


def _early(invoice: Invoice) -> Iterator[Shown]:
    """The payment with escompte, as long as the order grants one and nothing is paid."""
    terms = terms_of([invoice.order] if invoice.order else [])
    if terms is None or invoice.balance != invoice.gross:
        return
    off = off_invoice(invoice, terms.rate)
    if off is None:
        return
    entry = ledger.of_early_payment(invoice.gross, off.net, off.vat)
    why = (
        f"Si le client paie sous {terms.days} jours, il déduit {rate(terms.rate)} des articles, "
        f"soit {eur(off.gross)} TTC. La TVA de l’escompte se récupère par un avoir (CGI, art. "
        "272-1) : « Lettrer avec l’escompte », dans Règlements, l’émet et solde la facture."
    )
    yield Shown("Règlement avec escompte", None, entry, why, would_be=True)


def _told(invoice: Invoice, due: date | None) -> str:
    """When its VAT is due, in words; nothing without VAT."""
    if not invoice.vat:
        return "Aucune TVA : rien n’est exigible."
    if due is None:
        return "TVA pas encore exigible : elle le sera au paiement (CGI, art. 269-2)."
    return f"TVA exigible au titre de {MONTHS[due.month - 1]} {due.year} (CGI, art. 269-2)."


def _vat_due(invoice: Invoice, paid_on: date | None) -> date | None:
    """Day that makes the VAT due; None while it waits for the payment."""
    products = [line.product for line in invoice.lines if line.product is not None]
    services = bool(invoice.advance) or (bool(products) and not any(p.stocked for p in products))
    supplied, issued = invoice.supplied_on, invoice.issued_on
    return ledger.vat_due_on(supplied, issued, paid_on, services=services)
