"""What is announced to somebody who complained is done."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day

DOING = ("credit_note.issued", "delivery.shipped", "order.recorded", "complaint.settled")


@rule("CP3.1/reclamation-tenue", on=("complaint.answered",), blocking=True)
def complaint_done(facts: Facts, answer: Fact) -> Iterator[Said]:
    """La solution annoncée à un client qui réclame est faite à la date dite.

    Pourquoi : une solution promise et oubliée vaut une seconde réclamation, plus grave.

    Mesure : pour chaque solution annoncée avec une date et acceptée, la réclamation est close sur
    sa preuve, ou l'avoir, le départ ou la commande est fait, au plus tard ce jour-là.

    Conseil : notez la date dans l'agenda en même temps que vous l'écrivez au client.
    """
    reply = facts.first("complaint.replied", of=answer.subject, after=answer)
    if answer["announced_on"] is None or reply is None or not reply["agreed"]:
        return
    last, name = answer.date("announced_on"), answer.subject
    done = facts.first(*DOING, customer=answer["customer"], after=answer)
    if done is not None and done.at.date() <= last:
        yield met(f"{name} : fait pour {day(last)}.", answer, done)
    elif facts.is_over(last):
        yield missed(f"{name} : rien n'est fait {day(last)}, comme annoncé.", answer, done)
