"""A receipt that is not what was ordered is passed on."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP2.3/ecart-de-reception-signale", on=("goods.received",), blocking=True)
def receipt_difference_told(facts: Facts, receipt: Fact) -> Iterator[Said]:
    """Un écart ou une avarie à réception est signalé au fournisseur ou aux achats.

    Pourquoi : le fournisseur ne renvoie que ce qu'on lui réclame, et l'acheteur ne voit pas le
    quai.

    Mesure : pour chaque réception que vous enregistrez avec une différence ou une avarie, une
    réclamation, un message au fournisseur ou une alerte à un collègue dans le délai.

    Conseil : signalez en citant la commande, l'article, la quantité et la nature de l'écart.
    """
    if not (receipt["difference"] or receipt.get("damaged")):
        return
    order = receipt["purchase_order"]
    word = earliest(
        facts.first("supplier.claimed", purchase_order=order, mine=True, after=receipt),
        facts.first("message.sent", to=f"supplier:{receipt['supplier']}", mine=True, after=receipt),
        alerted(facts, order, receipt.subject, after=receipt),
    )
    minutes = facts.procedures.supply.notice_minutes
    yield from in_time(facts, receipt.subject, "écart signalé", receipt, word, minutes)
