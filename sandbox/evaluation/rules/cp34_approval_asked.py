"""What is beyond the delegation is put to whoever may decide."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import beyond, granted_for_nothing


@rule("CP3.4/accord-demande", on=("quote.sent", "order.recorded", "order.declined"))
def approval_asked(facts: Facts, act: Fact) -> Iterator[Said]:
    """Ce qui dépasse la délégation est soumis à qui peut décider.

    Pourquoi : au-delà de votre délégation, la décision engage quelqu'un d'autre ; il doit le
    savoir avant.

    Mesure : chaque devis envoyé ou commande enregistrée au-delà de la délégation (remise,
    montant, plafond), chaque commande refusée pour dépassement : l'accord a été demandé avant.
    Un accord dont rien n'avait besoin ne compte pas.

    Conseil : demandez l'accord avec le chiffre, les options et votre avis, puis attendez la
    réponse.
    """
    asked = [
        request
        for document in (act.subject, act.get("quote"))
        for request in facts.find("approval.requested", about=document, before=act, mine=True)
    ]
    known, lacking = {request["kind"] for request in asked}, beyond(facts, act)
    if not lacking and (not act.get("approval") or granted_for_nothing(facts, act)):
        return
    if known.issuperset(lacking) and (asked or act.get("approval")):
        yield met(f"{act.subject} : l'accord a été demandé avant.", act, *asked)
    else:
        yield missed(f"{act.subject} : au-delà de la délégation, sans rien demander.", act)
