"""A vague complaint calls for a question first."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import from_customer
from sandbox.evaluation.vocabulary import in_time, precedes


@rule("CT1.1/question-avant-d-agir", on=("message.received",), anyone=True)
def question_first(facts: Facts, message: Fact) -> Iterator[Said]:
    """Une réclamation qui ne dit pas tout appelle une question avant d'agir.

    Pourquoi : réparer ce qu'on a cru comprendre fâche deux fois.

    Mesure : pour chaque réclamation sans numéro de pièce, un message ou un appel à ce client
    avant tout avoir ou tout retour, dans le délai de la procédure.

    Conseil : demandez le numéro, le fait, la date, et ce que le client souhaite.
    """
    customer = message["customer"]
    vague = message["topic"] == "claim" and message["about"] is None
    if not (vague and from_customer(message)):
        return
    word = facts.first("message.sent", "call.placed", customer=customer, mine=True, after=message)
    act = facts.first("credit_note.issued", customer=customer, mine=True, after=message)
    if act is not None and not precedes(word, act):
        yield missed(f"{customer} : un avoir est parti sans une question.", act, message)
        return
    minutes = facts.procedures.relation.answer_minutes
    name = f"Réclamation de {customer}"
    yield from in_time(facts, name, "question au client", message, word, minutes)
