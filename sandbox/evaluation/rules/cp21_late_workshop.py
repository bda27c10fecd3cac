"""A late workshop is chased."""

from collections.abc import Iterator
from datetime import timedelta

from sandbox.core.calendar import opening
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import earliest, within
from sandbox.evaluation.wording import day


@rule("CP2.1/atelier-en-retard", on=("production.requested",))
def late_workshop(facts: Facts, request: Fact) -> Iterator[Said]:
    """Une fabrication en retard est relancée aussitôt.

    Pourquoi : l'atelier aussi sert d'abord qui demande ; sans date, le client attend.

    Mesure : pour chaque demande de fabrication dont la date promise est passée sans que rien soit
    fini, une relance dans le délai de la procédure d'approvisionnement. Le retard lui-même ne
    vous est jamais reproché.

    Conseil : notez la date promise par l'atelier et regardez-la chaque matin.
    """
    promised = facts.last("production.promised", of=request.subject)
    due = promised.date("promised_on") if promised else request.date("possible_on")
    minutes, since = facts.procedures.supply.chase_minutes, opening(due + timedelta(days=1))
    done = facts.first("production.done", of=request.subject)
    chases = facts.find("production.chased", of=request.subject)
    chase = next((fact for fact in chases if fact.at.date() >= due), None)
    timing = within(facts, since, earliest(chase, done), minutes)
    if timing is None or facts.others(chase) or (timing.kept and chase is None):
        return
    name = f"{request.subject}, attendue {day(due)}"
    if timing.kept:
        yield met(f"{name} : relancée à temps.", request, chase)
    else:
        yield missed(f"{name} : pas relancée à temps ({timing}).", request, chase)
