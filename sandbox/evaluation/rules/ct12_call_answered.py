"""The telephone is answered."""

from collections.abc import Iterator
from typing import Any

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import earliest, within


@rule("CT1.2/telephone-decroche", on=("call.rang",), anyone=True)
def call_answered(facts: Facts, rang: Fact) -> Iterator[Said]:
    """Un appel entrant est pris, ou rappelé vite.

    Pourquoi : qui appelle a choisi la voix parce que c'est urgent ou délicat.

    Mesure : chaque appel entrant est décroché ; manqué, il est rappelé ou reçoit une réponse
    écrite dans le délai de la procédure, et ne compte alors qu'à moitié.

    Conseil : décrochez, quitte à prendre le message et à rappeler à une heure dite.
    """
    if facts.first("call.answered", of=rang.subject, mine=True) is not None:
        answered = facts.first("call.answered", of=rang.subject)
        yield met("Appel décroché.", rang, answered)
        return
    lost = facts.first("call.missed", of=rang.subject)
    if lost is None:
        return
    known: dict[str, Any] = {"mine": True, "after": lost}
    back = earliest(
        facts.first("call.placed", to=rang["caller"], **known),
        facts.first("message.sent", to=rang["caller"], **known),
    )
    timing = within(facts, lost.at, back, facts.procedures.relation.note_minutes)
    if timing is not None and timing.kept:
        yield partly("Appel manqué, rappelé à temps.", rang, lost, back)
    elif timing is not None:
        yield missed("Appel manqué, pas rappelé à temps.", rang, lost, back)
