"""A refused offer is followed by another one."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CT1.1/autre-proposition", on=("message.received",), anyone=True)
def other_offer(facts: Facts, refusal: Fact) -> Iterator[Said]:
    """Un client qui refuse reçoit une autre proposition.

    Pourquoi : un refus dit quelque chose du besoin ; l'entendre, c'est chercher ailleurs.

    Mesure : pour chaque date qu'un client refuse, un appel ou une proposition différente dans le
    délai de la procédure (minutes ouvrées) ; la même, répétée, est manquée.

    Conseil : demandez ce qui est vraiment nécessaire ce jour-là : souvent, une partie suffit.
    """
    if refusal["topic"] != "date_declined" or refusal["customer"] is None:
        return
    customer, minutes = refusal["customer"], facts.procedures.relation.answer_minutes
    offers = facts.acts("message.sent", customer=customer, before=refusal)
    last = next((m["proposal"] for m in reversed(offers) if m["proposal"]), None)
    word = facts.first("message.sent", "call.placed", customer=customer, mine=True, after=refusal)
    if word is not None and last is not None and word.get("proposal") == last:
        yield missed(f"{customer} : la même proposition, deux fois.", word, refusal)
        return
    yield from in_time(facts, customer, "autre proposition", refusal, word, minutes)
