"""New customers and unusual amounts are looked into."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP4.1/nouveau-client-ou-montant-inhabituel", on=("order.recorded",), blocking=True)
def new_or_unusual(facts: Facts, order: Fact) -> Iterator[Said]:
    """Nouveau client ou montant inhabituel : on se renseigne avant d'enregistrer.

    Pourquoi : c'est dans ces deux cas que les impayés sont les plus fréquents.

    Mesure : pour chaque commande que vous enregistrez d'un nouveau client ou d'un montant
    inhabituel, une consultation de l'historique de ce client avant l'enregistrement.

    Conseil : ouvrez l'historique du client : ancienneté, commandes passées, retards de
    paiement.
    """
    if not (order["new_customer"] or order["unusual"]):
        return
    kind = "nouveau client" if order["new_customer"] else "montant inhabituel"
    look = facts.last("history.consulted", customer=order["customer"], mine=True, before=order)
    if look is not None:
        yield met(f"{order.subject}, {kind} : historique consulté avant.", order, look)
    else:
        yield missed(f"{order.subject}, {kind} : enregistrée sans se renseigner.", order)
