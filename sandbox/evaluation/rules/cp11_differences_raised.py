"""Differences between order and quote are settled before recording."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CP1.1/ecarts-signales", on=("order.received",), anyone=True, blocking=True)
def differences_raised(facts: Facts, received: Fact) -> Iterator[Said]:
    """Les écarts entre la commande et le devis sont réglés avant l'enregistrement.

    Pourquoi : une commande qui change le devis est une offre nouvelle ; l'enregistrer telle
    quelle, c'est l'accepter.

    Mesure : pour chaque commande reçue qui diffère de son devis et que vous enregistrez, chaque
    écart est signalé au client ou corrigé avant. Corriger sans rien dire au client ne compte
    qu'à moitié.

    Conseil : comparez la commande au devis, signalez les écarts au client, puis attendez sa
    réponse.
    """
    order = facts.first("order.recorded", of=received.subject, mine=True)
    if order is None or not received["differences"]:
        return
    raised = facts.first("order.differences_raised", of=order.subject, before=order)
    told = set(raised["differences"]) if raised else set()
    left = [code for code in order["differences"] if code not in told]
    silent = facts.first(
        "order.corrected", of=order.subject, mine=True, by_agreement=False, before=order
    )
    name, number = order.subject, len(received["differences"])
    if left:
        because = f"{name} : écarts laissés sans suite, {len(left)} sur {number}."
        yield missed(because, order, received, raised)
    elif silent and not raised:
        because = f"{name} : écarts corrigés sans que le client en soit averti."
        yield partly(because, order, received, silent)
    else:
        because = f"{name} : tous les écarts avec le devis sont réglés à temps."
        yield met(because, order, received, raised)
