"""What colleagues write is read."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CT2.2/message-interne-lu", on=("message.received",), anyone=True)
def colleague_read(facts: Facts, message: Fact) -> Iterator[Said]:
    """Ce qu'un collègue vous écrit est lu à temps.

    Pourquoi : la chaîne d'information passe par vous ; un message non lu la coupe.

    Mesure : pour chaque message d'un collègue, une lecture dans le délai de la procédure (minutes
    ouvrées).

    Conseil : ouvrez la messagerie en arrivant, à midi et avant de partir.
    """
    if message["sender"] not in facts.posts:
        return
    read = facts.first("message.read", of=message.subject)
    minutes, name = facts.procedures.relation.reading_minutes, f"Message {message.subject}"
    yield from in_time(facts, name, "lecture", message, read, minutes)
