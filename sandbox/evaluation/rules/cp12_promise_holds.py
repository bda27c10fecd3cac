"""Promised dates can be kept."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import told
from sandbox.evaluation.wording import day


@rule("CP1.2/date-tenable", on=("order.recorded",), blocking=True)
def promise_holds(facts: Facts, order: Fact) -> Iterator[Said]:
    """La date promise est tenable, et annoncée si elle dépasse la date demandée.

    Pourquoi : une date promise qu'on ne peut pas tenir fait un client déçu et une livraison à
    défendre.

    Mesure : pour chaque commande que vous enregistrez, la date promise n'est pas avant la date
    disponible (stock, ou arrivage et préparation). Si elle dépasse la date demandée, un message
    au client avant l'enregistrement ; sans lui, c'est à moitié réussi.

    Conseil : lisez la date disponible sur la commande, proposez-la au client, puis enregistrez.
    """
    promised, available = order.date("promised_on"), order.date("available_on")
    if promised < available:
        because = f"{order.subject} : promise {day(promised)}, disponible {day(available)}."
        yield missed(because, order)
    elif order["requested_on"] is None or promised <= order.date("requested_on"):
        yield met(f"{order.subject} : la date promise peut être tenue.", order)
    else:
        yield _later_than_requested(facts, order)


def _later_than_requested(facts: Facts, order: Fact) -> Said:
    """The promise holds, but comes after the day asked for: the customer must know before."""
    received = facts.first("order.received", of=order.subject)
    since = received or facts.opening or order
    customer, documents = order["customer"], (order.subject, order["quote"])
    warned = told(facts, customer, *documents, after=since, before=order)
    warned = warned or facts.first("order.differences_raised", of=order.subject, before=order)
    if warned is not None:
        because = f"{order.subject} : date plus tardive que demandé, le client en est averti."
        return met(because, order, warned)
    because = f"{order.subject} : date plus tardive que demandé, enregistrée sans en parler."
    return partly(because, order, received)
