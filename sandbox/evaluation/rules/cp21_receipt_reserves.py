"""Differences on a goods receipt, and damages, are noted in precise reserves."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP2.1/reserves-a-reception", on=("goods.received",), blocking=True)
def receipt_reserves(facts: Facts, receipt: Fact) -> Iterator[Said]:
    """Une différence ou une avarie à la réception donne lieu à des réserves précises.

    Pourquoi : sans réserves écrites et précises, le transporteur et le fournisseur sont réputés
    avoir bien livré (C. com. L133-3).

    Mesure : pour chaque réception que vous enregistrez avec une différence ou une avarie,
    des réserves qui disent la nature, la quantité et l'article ; « sous réserve de déballage »
    ne vaut rien.

    Conseil : comptez devant le chauffeur et écrivez : « manque 2 MOB-001, carton ouvert ».
    """
    if not (receipt["difference"] or receipt.get("damaged")):
        return
    if not receipt["reserves"]:
        yield missed(f"{receipt.subject} : ni réserves, ni mention du défaut.", receipt)
    elif "VagueReserves" in receipt["cautions"]:
        yield missed(f"{receipt.subject} : des réserves trop vagues pour valoir.", receipt)
    else:
        yield met(f"{receipt.subject} : signalé par des réserves précises.", receipt)
