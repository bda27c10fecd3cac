"""Receipts are booked with what really came."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CP2.2/reception-enregistree", on=("goods.arrived",), anyone=True, blocking=True)
def receipt_booked(facts: Facts, arrival: Fact) -> Iterator[Said]:
    """Un arrivage est enregistré vite, pour ce qui est vraiment là.

    Pourquoi : tant que la réception n'est pas saisie, le stock est faux : on annonce des ruptures
    qui n'en sont pas.

    Mesure : pour chaque arrivage, une réception dans le délai de la procédure
    d'approvisionnement ; un compte plus grand que le bon de livraison est manqué.

    Conseil : comptez, saisissez ce que vous avez compté, laissez le reste en attente.
    """
    minutes = facts.procedures.supply.receipt_minutes
    booked = facts.first("goods.received", purchase_order=arrival.subject, after=arrival)
    announced = {line["product"]: line["received"] for line in arrival["lines"]}
    counted = booked["lines"] if facts.mine(booked) and booked else ()
    more = [line for line in counted if line["received"] > announced.get(line["product"], 0)]
    if more:
        because = f"{arrival.subject} : plus d'unités saisies qu'il n'en est venu."
        yield missed(because, arrival, booked)
        return
    yield from in_time(facts, arrival.subject, "réception saisie", arrival, booked, minutes)
