"""Purchase orders make no overstock."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP2.1/surstock", on=("purchase_order.sent",))
def overstock(facts: Facts, order: Fact) -> Iterator[Said]:
    """Une commande fournisseur ne crée pas de surstock.

    Pourquoi : commander « au cas où » immobilise de l'argent et de la place, et finit en
    invendus.

    Mesure : pour chaque commande fournisseur que vous envoyez, aucune ligne qui porte le stock
    à plus de trois fois ce qu'un réapprovisionnement vise.

    Conseil : partez de la quantité proposée ; ne l'augmentez que pour une commande client.
    """
    if "Overstock" in order["cautions"]:
        yield missed(f"{order.subject} : quantité très au-dessus du besoin.", order)
    else:
        yield met(f"{order.subject} : quantités mesurées.", order)
