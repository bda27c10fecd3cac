"""The customer's history is read before a complaint is answered."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import consulted_before, query
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import from_customer
from sandbox.evaluation.vocabulary import precedes


@rule("CP3.1/historique-avant-reponse", on=("message.sent", "call.placed"))
def history_first(facts: Facts, answer: Fact) -> Iterator[Said]:
    """L'historique du client est lu avant de répondre à sa réclamation.

    Pourquoi : la même réponse ne convient pas à un premier incident et à un troisième.

    Mesure : pour chaque réponse à une réclamation, une consultation de l'historique de ce client
    avant, dans le délai de validité de la procédure de crédit.

    Conseil : ouvrez l'historique, relevez un fait, citez-le dans votre réponse.
    """
    customer = answer["customer"]
    heard = facts.find("message.received", customer=customer, topic="claim", before=answer)
    claims = [message for message in heard if from_customer(message)]
    earlier = facts.last("message.sent", "call.placed", customer=customer, before=answer, mine=True)
    if customer is None or not claims or precedes(claims[-1], earlier or claims[0]):
        return
    minutes = facts.procedures.credit.check_valid_minutes
    look = consulted_before(answer, minutes, query(facts, "history.consulted", customer=customer))
    name = f"Réclamation de {customer} : historique, {look}"
    if look.fresh:
        yield met(f"{name}.", answer, claims[-1], look.fact)
    else:
        yield missed(f"{name}.", answer, claims[-1], look.fact)
