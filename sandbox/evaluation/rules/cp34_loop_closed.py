"""Answers to alerts are read."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CP3.4/boucle-fermee", on=("message.received",), anyone=True)
def loop_closed(facts: Facts, reply: Fact) -> Iterator[Said]:
    """La réponse d'un collègue alerté est lue à temps.

    Pourquoi : une alerte dont on ne lit pas la réponse n'a servi à rien.

    Mesure : pour chaque message d'un collègue sur une affaire que vous lui avez signalée, ou sur
    laquelle vous lui avez demandé un accord, une lecture dans le délai de la procédure d'alerte.

    Conseil : après une alerte, guettez la réponse avant de passer à autre chose.
    """
    if reply["sender"] not in facts.posts or reply["about"] is None:
        return
    raised = ("colleague.alerted", "approval.requested")
    about = {"post": reply["sender"], "about": reply["about"], "before": reply}
    if facts.last(*raised, mine=True, **about) is None:
        return
    read = facts.first("message.read", of=reply.subject)
    name, minutes = f"Réponse sur {reply['about']}", facts.procedures.alerts.minutes
    yield from in_time(facts, name, "lecture", reply, read, minutes)
