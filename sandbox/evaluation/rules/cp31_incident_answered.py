"""Incidents are met by a reaction that the panel accepts."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule

WORTHS = ("accepted", "tolerated", "wrong")


@rule("CP3.1/reaction-a-l-incident", on=("incident.answered",), anyone=True, blocking=True)
def incident_answered(facts: Facts, answer: Fact) -> Iterator[Said]:
    """La réaction à un aléa fait partie de celles que les formateurs acceptent.

    Pourquoi : devant un aléa, plusieurs réponses sont bonnes ; d'autres aggravent le problème.

    Mesure : pour chaque aléa, la meilleure de vos réactions reconnues : acceptée, c'est réussi ;
    tolérée, à moitié ; contre-indiquée, manqué. Une solution que la liste ne connaît pas n'est pas
    jugée : contestez.

    Conseil : cherchez qui perd quoi, et quand ; proposez ce qui répare au moindre coût.
    """
    known = facts.find("incident.answered", of=answer.subject)
    if answer is not min(known, key=lambda one: WORTHS.index(one["worth"])):
        return
    name = f"Aléa « {answer['kind']} »"
    struck = facts.last("incident.struck", of=answer.subject, before=answer)
    if answer["worth"] == "accepted":
        yield met(f"{name} : une des bonnes réponses.", answer, struck)
    elif answer["worth"] == "tolerated":
        yield partly(f"{name} : une réponse admise, pas la meilleure.", answer, struck)
    else:
        yield missed(f"{name} : une réponse contre-indiquée.", answer, struck)
