"""Customers who ask get an answer."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import from_customer
from sandbox.evaluation.vocabulary import in_time

ASKING = ("claim", "delivery", "delay", "invoice", "quote", "order")
ANSWERS = (
    "message.sent",
    "quote.sent",
    "quote.followed_up",
    "order.acknowledged",
    "order.differences_raised",
    "order.declined",
    "credit_note.issued",
    "call.placed",
)


@rule("CP3.1/reponse-a-temps", on=("message.received",), anyone=True)
def answered(facts: Facts, message: Fact) -> Iterator[Said]:
    """Un client qui pose une question reçoit une réponse dans le délai.

    Pourquoi : le silence est la première cause de départ des clients.

    Mesure : pour chaque message d'un client sur un devis, une livraison, une facture ou une
    réclamation, une réponse ou l'acte demandé dans le délai de la procédure (minutes ouvrées).

    Conseil : si la solution prend du temps, répondez tout de suite quand vous répondrez.
    """
    customer = message["customer"]
    if not from_customer(message) or message["topic"] not in ASKING:
        return
    order = facts.first("order.received", of=message["about"] or "")
    if order is not None and order.at == message.at:
        return
    answer = facts.first(*ANSWERS, customer=customer, after=message)
    minutes = facts.procedures.relation.answer_minutes
    yield from in_time(facts, f"Message de {customer}", "réponse", message, answer, minutes)
