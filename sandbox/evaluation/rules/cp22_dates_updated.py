"""A supplier's new date is carried to the customer's order."""

from collections.abc import Iterator

from sandbox.evaluation.delays import delays
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP2.2/date-reportee", on=("purchase_order.acknowledged",), anyone=True)
def dates_updated(facts: Facts, news: Fact) -> Iterator[Said]:
    """La nouvelle date du fournisseur est reportée sur la commande du client.

    Pourquoi : deux dossiers qui disent deux dates, c'est le prochain qui lira la mauvaise.

    Mesure : pour chaque retard annoncé qui touche une commande d'un client, une date nouvelle
    pour ce client (reliquat daté, ou proposition datée) dans le délai de la procédure.

    Conseil : corrigez la date de la commande dès que le fournisseur écrit.
    """
    for delay in delays(facts, news):
        order = delay.order
        about = {"customer": order["customer"], "after": news}
        offers = facts.acts("message.sent", **about)
        dated = facts.first("order.backorder_dated", of=order.subject, after=news)
        offer = next((m for m in offers if m["proposal"] and "-" in m["proposal"]), None)
        name = f"{order.subject}, retardée au {delay.until:%d/%m/%Y}"
        minutes, kept = facts.procedures.supply.notice_minutes, earliest(dated, offer)
        yield from in_time(facts, name, "date reportée", news, kept, minutes)
