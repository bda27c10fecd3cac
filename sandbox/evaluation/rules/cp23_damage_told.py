"""Reserves that a customer wrote on our delivery are passed on."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP2.3/avarie-chez-le-client", on=("delivery.contested",), anyone=True, blocking=True)
def damage_told(facts: Facts, contested: Fact) -> Iterator[Said]:
    """Les réserves d'un client à la livraison sont transmises aussitôt.

    Pourquoi : le délai pour agir contre le transporteur court déjà.

    Mesure : pour chaque livraison sur laquelle un client a porté des réserves, une alerte à un
    collègue ou un message au transporteur dans le délai de la procédure d'approvisionnement.

    Conseil : transmettez le bon annoté au service après-vente et à l'expédition.
    """
    matters = (contested.subject, contested["order"], contested["customer"])
    word = alerted(facts, *matters, after=contested)
    asked = facts.first("delivery.proof_asked", of=contested.subject, mine=True, after=contested)
    minutes, name = facts.procedures.supply.urgent_notice_minutes, contested["order"]
    act = earliest(word, asked)
    yield from in_time(facts, name, "réserves transmises", contested, act, minutes)
