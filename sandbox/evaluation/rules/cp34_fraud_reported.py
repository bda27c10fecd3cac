"""Suspicious requests are reported, not answered."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time, precedes


@rule("CP3.4/demande-suspecte", on=("message.received",), anyone=True, blocking=True)
def fraud_reported(facts: Facts, message: Fact) -> Iterator[Said]:
    """Une demande suspecte est signalée, et reste sans réponse.

    Pourquoi : un faux changement de RIB ou un faux dirigeant coûte une facture entière.

    Mesure : pour chaque demande suspecte, une alerte au poste prévu dans le délai d'urgence de la
    procédure d'alerte, sans lui avoir répondu avant.

    Conseil : vérifiez par un autre canal, avec un numéro que vous connaissez déjà.
    """
    if message["topic"] != "fraud":
        return
    alerts = facts.procedures.alerts
    posts = tuple(alerts.recipients.get("fraud", ()))
    words = [f for f in facts.acts("colleague.alerted", after=message) if f["post"] in posts]
    word = next((f for f in words if f["topic"] == "fraud" or f["about"] == message.subject), None)
    answer = facts.first("message.sent", answers=message.subject, mine=True)
    if answer is not None and not (word and precedes(word, answer)):
        yield missed("Demande suspecte : vous y avez répondu.", answer, message)
        return
    minutes = alerts.urgent_minutes
    yield from in_time(facts, "Demande suspecte", "signalement", message, word, minutes)
