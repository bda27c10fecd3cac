"""Sums asked in advance on the screen: agreed, invoiced, paid, deducted."""

from collections.abc import Sequence
from typing import Any

from sandbox.erp.labels import DEPOSIT
from sandbox.erp.models import Invoice, Order
from sandbox.erp.queries.depositing import Advances
from sandbox.erp.queries.selling import Linked
from sandbox.erp.services.depositing import ALL_LEFT
from sandbox.erp.showing.offering import deposit_told
from sandbox.filters import eur

TITLES = {"deposit": "Facture d’acompte", "forfeit": "Facture d’arrhes"}


def deposit_page(order: Order, advances: Advances) -> dict[str, Any]:
    """A deposit, ready to show; ``refusal`` says why none can be invoiced."""
    return {
        "order": order,
        "advances": advances,
        "name": DEPOSIT[order.deposit_kind] if order.deposit_kind else "",
        "told": deposit_told(order, business=order.customer.business),
        "typed": eur(advances.to_ask) if advances.to_ask else "",
        "refusal": _refusal(order, advances),
    }


def _refusal(order: Order, advances: Advances) -> str:
    if not order.deposit_kind:
        return "Le devis ne prévoit ni acompte ni arrhes : une somme d’avance se convient d’abord."
    if not order.recorded:
        return "Enregistrez d’abord la commande : c’est elle qui engage le client."
    if order.status in ALL_LEFT:
        return "Tout est parti : facturez la livraison, les sommes d’avance s’y déduisent."
    return "" if advances.room else "Tout le montant de la commande est déjà facturé."


def advance_rows(order: Order, linked: Sequence[Linked]) -> list[tuple[str, str]]:
    """What is asked in advance, what of it is invoiced, and what is paid."""
    asked, found = order.deposit_asked, [each for each in linked if each.kind == "deposit"]
    if not asked:
        return []
    told = [f"{eur(asked)} demandés", f"{eur(sum(each.gross for each in found))} facturés"]
    told.append(f"{eur(sum(each.gross - each.left for each in found))} réglés")
    return [(DEPOSIT[order.deposit_kind], ", ".join(told))]


def title_of(invoice: Invoice) -> str:
    """What the invoice is called."""
    if invoice.periodic:
        return "Facture périodique"
    return TITLES.get(invoice.advance or "", "Facture")


def after_deposits(invoice: Invoice) -> list[tuple[str, str]]:
    """Rows under the total: what deposits take off, and what is left to pay of it at issue."""
    if not invoice.deducted:
        return []
    taken = [(f"Déduit : {name}", f"−{eur(amount)}") for name, amount in invoice.deductions]
    return [*taken, ("Solde à payer", eur(invoice.gross - invoice.deducted))]
