"""Answers in English are for a person to judge."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, missed, to_review
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import value_within, within


@rule("CP3.5/reponse-en-anglais", on=("message.received",), anyone=True)
def english_answer(facts: Facts, message: Fact) -> Iterator[Said]:
    """Un message en anglais reçoit une réponse en anglais, que votre formateur évalue.

    Pourquoi : le niveau B1 se juge à la lecture : être compris, poliment, avec des faits justes.

    Mesure : pour chaque message en anglais, votre réponse est préparée pour la correction avec sa
    longueur et son délai. Rien n'est acquis sans une personne ; sans réponse, c'est manqué.

    Conseil : saluez, accusez réception, expliquez, proposez, donnez une date, concluez.
    """
    if message.get("language") != "en":
        return
    relation = facts.procedures.relation
    answer = facts.first("message.sent", answers=message.subject, mine=True)
    timing = within(facts, message.at, answer, relation.answer_minutes)
    if answer is not None and timing is not None:
        least, most = relation.english_least, relation.english_most
        fits = value_within(answer["words"], least, most)
        length = "dans la fourchette" if fits else f"pour {least} à {most} attendus"
        because = f"Réponse de {answer['words']} mots, {length} ; {timing}."
        yield to_review(because, answer, message)
    elif timing is not None:
        yield missed("Message en anglais resté sans réponse.", message)
