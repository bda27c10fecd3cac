"""New customers and unusual amounts are looked into."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never_without


@rule(
    "CP4.1/nouveau-client-ou-montant-inhabituel",
    on=("quote.sent", "order.recorded"),
    blocking=True,
)
def new_or_unusual(facts: Facts, act: Fact) -> Iterator[Said]:
    """Nouveau client ou montant inhabituel : on se renseigne avant de s'engager.

    Pourquoi : c'est dans ces deux cas que les impayés sont les plus fréquents.

    Mesure : pour chaque devis que vous envoyez et chaque commande que vous enregistrez, d'un
    nouveau client ou d'un montant inhabituel, avant : une source de son dossier de solvabilité, ou
    son historique.

    Conseil : ouvrez un dossier de solvabilité depuis sa fiche, ou son historique : ancienneté,
    commandes passées, retards de paiement.
    """
    if not (act["new_customer"] or act.get("unusual")):
        return
    kind = "nouveau client" if act["new_customer"] else "montant inhabituel"
    looked = ("solvency.looked_up", "history.consulted")
    look = facts.last(*looked, customer=act["customer"], mine=True, before=act)
    yield never_without(
        act,
        look,
        f"{act.subject}, {kind} : renseignements pris avant.",
        f"{act.subject}, {kind} : engagement pris sans se renseigner.",
    )
