"""Purchase orders respect packs."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never


@rule("CP2.1/conditionnements", on=("purchase_order.sent",))
def full_packs(facts: Facts, order: Fact) -> Iterator[Said]:
    """Les quantités commandées respectent les conditionnements du fournisseur.

    Pourquoi : un conditionnement entamé se refuse, se facture ou se livre plus tard.

    Mesure : chaque commande fournisseur que vous envoyez compte des conditionnements entiers.

    Conseil : arrondissez au conditionnement supérieur, sans dépasser le besoin.
    """
    yield never(
        order,
        "NotFullPacks" in order["cautions"],
        f"{order.subject} : conditionnements entiers.",
        f"{order.subject} : des conditionnements sont entamés.",
    )
