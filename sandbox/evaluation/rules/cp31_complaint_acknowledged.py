"""Somebody who complains is told that it is dealt with."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CP3.1/reclamation-accusee", on=("complaint.opened",))
def complaint_acknowledged(facts: Facts, complaint: Fact) -> Iterator[Said]:
    """Le client qui réclame sait vite que l'on s'occupe de lui.

    Pourquoi : l'attente sans nouvelles irrite plus que le défaut lui-même.

    Mesure : pour chaque réclamation ouverte, un accusé de réception ou une réponse dans le délai
    de la procédure (minutes ouvrées).

    Conseil : remerciez, reformulez, dites quand viendra la réponse ; cherchez ensuite.
    """
    told = facts.first("complaint.acknowledged", "complaint.answered", of=complaint.subject)
    minutes = facts.procedures.complaints.acknowledge_minutes
    yield from in_time(facts, complaint.subject, "accusé ou réponse", complaint, told, minutes)
