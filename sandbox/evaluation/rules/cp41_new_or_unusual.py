"""New customers and unusual amounts are looked into."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Finding, met, missed
from sandbox.evaluation.registry import rule


@rule(
    code="CP4.1/nouveau-client-ou-montant-inhabituel",
    criterion="CP4.1",
    blocking=True,
    listens=("order.recorded", "history.consulted"),
)
def new_or_unusual(facts: Facts) -> Iterator[Finding]:
    """Nouveau client ou montant inhabituel : on se renseigne avant d'enregistrer.

    Pourquoi : c'est dans ces deux cas que les impayés sont les plus fréquents.

    Mesure : pour chaque commande que vous enregistrez d'un nouveau client ou d'un montant
    inhabituel, une consultation de l'historique de ce client avant l'enregistrement.

    Conseil : ouvrez l'historique du client : ancienneté, commandes passées, retards de
    paiement.
    """
    for order in facts.acts("order.recorded"):
        if not (order["new_customer"] or order["unusual"]):
            continue
        kind = "nouveau client" if order["new_customer"] else "montant inhabituel"
        look = facts.last("history.consulted", customer=order["customer"], mine=True, before=order)
        if look is not None:
            yield met(f"{order.subject}, {kind} : historique consulté avant.", order, look)
        else:
            yield missed(f"{order.subject}, {kind} : enregistrée sans se renseigner.", order)
