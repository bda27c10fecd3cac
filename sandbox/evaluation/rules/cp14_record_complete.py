"""Customers' records are complete before a first order is recorded."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never


@rule("CP1.4/fiche-complete", on=("order.recorded",), blocking=True)
def record_complete(facts: Facts, order: Fact) -> Iterator[Said]:
    """La fiche du client est complète avant d'enregistrer sa première commande.

    Pourquoi : sans SIREN ni adresse de facturation, la livraison se perd et la facture est
    rejetée.

    Mesure : pour chaque première commande d'un client que vous enregistrez, et chaque commande
    d'un client dont vous avez ouvert ou complété la fiche, aucun champ obligatoire ne manque.

    Conseil : demandez les éléments en même temps que vous envoyez le devis.
    """
    touched = ("customer.created", "customer.updated")
    last = facts.last(*touched, of=order["customer"], before=order)
    missing = order.get("missing")
    if missing is None and last is not None:
        missing = last["missing"]
    if missing is None or not (order["new_customer"] or last is not None):
        return
    yield never(
        order,
        missing,
        f"{order.subject} : la fiche de {order['customer']} est complète.",
        f"{order.subject} : enregistrée, la fiche de {order['customer']} est incomplète.",
    )
