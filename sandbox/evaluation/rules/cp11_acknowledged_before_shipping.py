"""Orders are acknowledged before the goods leave."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never_without


@rule("CP1.1/accuse-avant-expedition", on=("delivery.shipped",))
def acknowledged_before_shipping(facts: Facts, shipped: Fact) -> Iterator[Said]:
    """L'accusé de réception de commande part avant la marchandise.

    Pourquoi : le client découvre sinon la date et le prix à la livraison, trop tard pour réagir.

    Mesure : pour chaque bon de livraison que vous faites partir, un accusé de réception de la
    commande envoyé avant le départ.

    Conseil : suivez l'ordre du dossier : enregistrer, accuser réception, préparer, expédier.
    """
    sent = facts.first("order.acknowledged", of=shipped["order"])
    order = shipped["order"]
    yield never_without(
        shipped,
        sent,
        f"{order} : accusé de réception envoyé avant le départ.",
        f"{order} : expédiée sans accusé de réception.",
    )
