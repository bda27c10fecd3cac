"""Calls are noted."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within


@rule("CT1.1/notes-d-appel", on=("call.ended",), anyone=True)
def call_noted(facts: Facts, call: Fact) -> Iterator[Said]:
    """Ce que dit un appel est noté.

    Pourquoi : écouter, c'est retenir ; et retenir, c'est écrire pendant ou juste après.

    Mesure : pour chaque conversation téléphonique, une note prise pendant l'appel, ou dans le
    délai de la procédure ; une note trop courte pour dire besoin, contrainte et suite ne compte
    qu'à moitié.

    Conseil : besoin, contrainte, décision, prochaine étape et date.
    """
    relation = facts.procedures.relation
    note = facts.first("call.noted", of=call.subject, mine=True)
    timing = within(facts, call.at, note, relation.note_minutes)
    if timing is None:
        return
    words = sum(fact["words"] for fact in facts.acts("call.noted", of=call.subject))
    if not timing.kept:
        yield missed("Un appel n'a pas été noté à temps.", call, note)
    elif words < relation.note_words:
        yield partly(f"Un appel est noté en {words} mots : trop peu.", call, note)
    else:
        yield met("L'appel est noté.", call, note)
