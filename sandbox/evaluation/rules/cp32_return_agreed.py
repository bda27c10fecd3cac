"""Goods come back after an agreement, not before."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import told
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP3.2/retour-puis-avoir", on=("goods.returned",), anyone=True)
def return_agreed(facts: Facts, returned: Fact) -> Iterator[Said]:
    """Un retour de marchandise est suivi d'un avoir ou d'une réponse au client.

    Pourquoi : le client qui a rendu la marchandise ne doit plus la payer ; il attend son avoir.

    Mesure : pour chaque retour d'un client, un avoir ou un message à ce client dans le délai de
    la procédure (minutes ouvrées).

    Conseil : vérifiez l'état des articles, puis émettez l'avoir le jour même.
    """
    customer, minutes = returned["customer"], facts.procedures.relation.answer_minutes
    known = (returned["order"], returned["delivery"], returned.subject)
    act = earliest(
        facts.first("credit_note.issued", customer=customer, after=returned),
        told(facts, customer, *known, after=returned),
    )
    yield from in_time(facts, f"Retour de {customer}", "avoir ou réponse", returned, act, minutes)
