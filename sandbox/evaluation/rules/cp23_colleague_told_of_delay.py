"""The posts that a delay concerns are told."""

from collections.abc import Iterator

from sandbox.evaluation.delays import delays
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import told_whom
from sandbox.evaluation.vocabulary import in_time, notice_minutes


@rule("CP2.3/collegue-prevenu-du-retard", on=("purchase_order.acknowledged",), anyone=True)
def colleague_told_of_delay(facts: Facts, news: Fact) -> Iterator[Said]:
    """Un collègue concerné apprend le retard d'un fournisseur qui touche un client.

    Pourquoi : le commercial, l'expédition et les achats organisent leur journée sur l'ancienne
    date.

    Mesure : pour chaque retard annoncé qui touche une commande d'un client, une alerte à l'un
    des postes que la procédure d'alerte nomme, dans le délai, plus court si la livraison est
    proche.

    Conseil : une alerte courte suffit : commande, article, nouvelle date, ce que vous proposez.
    """
    posts = tuple(facts.procedures.alerts.recipients.get("delay", ()))
    for delay in delays(facts, news):
        order, minutes = delay.order, notice_minutes(facts, news, delay.order)
        _, word = told_whom(
            facts, order["customer"], order.subject, news.subject, after=news, posts=posts
        )
        yield from in_time(facts, order.subject, "collègue prévenu", news, word, minutes)
