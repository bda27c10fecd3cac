"""Traps in the mail are reported, not clicked on."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CT3.1/hameconnage-signale", on=("incident.struck",), anyone=True)
def phishing(facts: Facts, struck: Fact) -> Iterator[Said]:
    """Un message piégé est signalé, sans cliquer sur son lien.

    Pourquoi : un clic donne l'accès à toute l'entreprise ; un signalement la protège entière.

    Mesure : pour chaque hameçonnage, un signalement (ou une alerte pour demande suspecte) dans le
    délai ordinaire de la procédure d'alerte, sans avoir suivi le lien auparavant.

    Conseil : regardez l'adresse de l'expéditeur et ce que l'on vous presse de faire.
    """
    if struck["kind"] != "phishing":
        return
    clicked = facts.first("link.followed", fraudulent=True, mine=True, after=struck)
    word = facts.first("suspicion.reported", founded=True, mine=True, after=struck)
    word = word or facts.first("colleague.alerted", topic="fraud", mine=True, after=struck)
    if clicked is not None and (word is None or clicked.seq < word.seq):
        yield missed("Message piégé : vous avez suivi son lien.", clicked, struck)
        return
    minutes = facts.procedures.alerts.minutes
    yield from in_time(facts, "Message piégé", "signalement", struck, word, minutes)
