"""What was quoted is what is sold."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained


@rule("CP3.2/conditions-du-devis", on=("order.recorded",), blocking=True)
def terms_of_quote(facts: Facts, order: Fact) -> Iterator[Said]:
    """Les conditions du devis tiennent, sauf accord donné plus haut.

    Pourquoi : céder sur le prix en enregistrant une commande, c'est une remise que personne n'a
    décidée.

    Mesure : chaque commande reçue à un autre prix que son devis est ramenée au devis avant d'être
    enregistrée, ou couverte par un accord obtenu avant.

    Conseil : rappelez au client les conditions du devis, ligne par ligne, avec courtoisie.
    """
    received = facts.first("order.received", of=order.subject)
    asked = received["differences"] if received else ()
    if not any(code.startswith("price") for code in asked):
        return
    left = [code for code in order["differences"] if code.startswith("price")]
    approval = asked_and_obtained(facts, "discount", order.subject, order["quote"], before=order)
    if not left:
        yield met(f"{order.subject} : ramenée aux prix du devis.", order, received)
    elif approval.granted:
        yield met(f"{order.subject} : autre prix, avec accord.", order, received, approval.answer)
    else:
        yield missed(f"{order.subject} : enregistrée à un autre prix.", order, received)
