"""Callers leave the conversation no angrier than they came."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CT1.1/fin-d-appel", on=("call.ended",), anyone=True)
def good_mood(facts: Facts, call: Fact) -> Iterator[Said]:
    """L'interlocuteur raccroche mieux disposé, ou pas plus mal.

    Pourquoi : l'écoute se mesure chez celui qui parle : il raccroche en se sachant entendu, ou pas.

    Mesure : à la fin de chaque conversation, l'humeur de l'interlocuteur n'est pas mauvaise.
    Le ton se juge par une personne.

    Conseil : laissez finir, reformulez, proposez, convenez de la suite.
    """
    replies = facts.acts("call.reply_chosen", of=call.subject)
    if not replies:
        return
    if call["mood"] >= 0:
        yield met("L'interlocuteur a raccroché en de bons termes.", call, *replies)
    else:
        yield missed("L'interlocuteur a raccroché mécontent.", call, *replies)
