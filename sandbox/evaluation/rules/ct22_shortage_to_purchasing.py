"""Purchasing hears of shortages."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CT2.2/rupture-aux-achats", on=("order.recorded",))
def shortage_to_purchasing(facts: Facts, order: Fact) -> Iterator[Said]:
    """Une rupture est connue du poste qui peut la réparer.

    Pourquoi : l'acheteur ne voit pas vos commandes ; il achète si on lui dit.

    Mesure : pour chaque commande que vous enregistrez et dont le stock manque, une alerte à l'un
    des postes que la procédure nomme pour le stock, ou un achat rattaché, dans le délai.

    Conseil : dites l'article, la quantité, la commande et la date promise.
    """
    reserved = facts.find("stock.reserved", of=order.subject)
    short = next((fact for fact in reserved if fact["short"]), None)
    if short is None:
        return
    posts = tuple(facts.procedures.alerts.recipients.get("stock", ()))
    since = facts.first("order.received", of=order.subject) or order
    word = earliest(
        alerted(facts, order.subject, short["product"], after=since, posts=posts),
        facts.first("purchase_order.sent", needed_for=order.subject),
        facts.first("production.requested", needed_for=order.subject),
    )
    minutes, name = facts.procedures.alerts.minutes, f"{order.subject}, {short['product']}"
    yield from in_time(facts, name, "rupture transmise", short, word, minutes)
