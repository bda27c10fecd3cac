"""A registered letter that nobody fetched is followed by another way."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CT1.2/pli-non-reclame", on=("letter.returned",), anyone=True)
def unclaimed(facts: Facts, back: Fact) -> Iterator[Said]:
    """Un recommandé non réclamé est suivi d'une autre voie.

    Pourquoi : la date de présentation vous protège, mais le client n'a toujours rien lu.

    Mesure : pour chaque pli revenu non réclamé, un appel, un message ou une alerte à un collègue au
    sujet de ce client, dans le délai de réponse de la procédure.

    Conseil : gardez le pli fermé, appelez, et dites au commercial ce qui se passe.
    """
    if back["outcome"] != "unclaimed" or back["customer"] is None:
        return
    customer, minutes = back["customer"], facts.procedures.relation.answer_minutes
    ways = ("message.sent", "call.placed", "colleague.alerted")
    word = facts.first(*ways, customer=customer, mine=True, after=back)
    yield from in_time(facts, f"{customer}, pli non réclamé", "autre voie", back, word, minutes)
