"""Customers are told when a supplier's delay concerns them."""

from collections.abc import Iterator

from sandbox.evaluation.delays import delays
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted, told
from sandbox.evaluation.vocabulary import notice_minutes, within


@rule(
    "CP2.3/client-prevenu-du-retard",
    on=("purchase_order.acknowledged",),
    anyone=True,
    blocking=True,
)
def customer_told_of_delay(facts: Facts, news: Fact) -> Iterator[Said]:
    """Le client est prévenu dès qu'un fournisseur annonce un retard qui le touche.

    Pourquoi : un client prévenu s'organise ; un client qui découvre le retard ne commande plus.

    Mesure : chaque fois qu'un fournisseur donne une date plus tardive que celle promise à un
    client dont la commande attend ces articles, un message à ce client dans le délai de la
    procédure, plus court quand la livraison est proche. Prévenir seulement un collègue ne
    compte qu'à moitié.

    Conseil : cherchez quelles commandes attendent l'arrivage, et proposez une solution à
    chacune.
    """
    for delay in delays(facts, news):
        order = delay.order
        documents = (order.subject, order["quote"], news.subject)
        message = told(facts, order["customer"], *documents, after=news)
        timing = within(facts, news.at, message, notice_minutes(facts, news, order))
        if timing is None:
            continue
        name = f"{order.subject}, retardée jusqu'au {delay.until:%d/%m/%Y}"
        colleague = alerted(facts, *documents, order["customer"], after=news)
        if timing.kept:
            yield met(f"{name} : client prévenu à temps ({timing}).", order, news, message)
        elif message is not None:
            yield missed(f"{name} : client prévenu trop tard ({timing}).", order, news, message)
        elif colleague is not None:
            yield partly(f"{name} : un collègue le sait, pas le client.", order, news, colleague)
        else:
            yield missed(f"{name} : client non prévenu ({timing}).", order, news)
