"""Suppliers' invoices are matched before they are paid."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule(
    "CP2.2/facture-fournisseur-rapprochee",
    on=("supplier_invoice.approved", "supplier_invoice.disputed"),
    blocking=True,
)
def supplier_invoice(facts: Facts, decision: Fact) -> Iterator[Said]:
    """Une facture fournisseur est rapprochée de la commande et de la réception avant paiement.

    Pourquoi : payer ce qui n'a pas été commandé, ou pas reçu, ne se récupère presque jamais.

    Mesure : chaque facture que vous validez a été rapprochée avant, sans écart laissé ; chaque
    facture que vous contestez porte un écart réel.

    Conseil : comparez quantités et prix ligne par ligne : commandé, reçu, facturé.
    """
    matched = facts.last("supplier_invoice.matched", of=decision.subject, before=decision)
    name = f"Facture {decision.subject}"
    if decision.verb == "supplier_invoice.disputed":
        if decision["founded"]:
            yield met(f"{name} : contestée avec raison.", decision, matched)
        else:
            yield missed(f"{name} : contestée sans écart.", decision, matched)
    elif matched is None:
        yield missed(f"{name} : validée sans rapprochement.", decision)
    elif decision["differences"]:
        yield missed(f"{name} : validée malgré ses écarts.", decision, matched)
    else:
        yield met(f"{name} : rapprochée, puis validée.", decision, matched)
