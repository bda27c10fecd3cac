"""What goes beyond the terms of sale is granted by whoever may."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule

BEYOND = {"GestureAboveDelegation": "au-delà de la délégation", "OutOfTerms": "hors délai des CGV"}


@rule("CP3.2/geste-accorde", on=("complaint.answered",), blocking=True)
def complaint_gesture(facts: Facts, answer: Fact) -> Iterator[Said]:
    """Une réclamation tardive, ou un geste au-delà des règles, a un accord ou un refus expliqué.

    Pourquoi : un geste hors des CGV engage l'entreprise devant ce client et tous les autres.

    Mesure : chaque réponse à une réclamation qui sort du délai des CGV ou de votre délégation a
    un accord obtenu avant ; une réclamation tardive refusée avec sa raison est réussie aussi.

    Conseil : présentez à la direction le coût, ce que vaut le client et ce que vous feriez.
    """
    beyond = [words for code, words in BEYOND.items() if code in answer["cautions"]]
    granted = facts.last("approval.decided", about=answer.subject, granted=True, before=answer)
    name = answer.subject
    if beyond:
        yield missed(f"{name} : geste {beyond[0]}, sans accord.", answer)
    elif granted is not None and answer["solution"] != "refusal":
        yield met(f"{name} : geste accordé avant d'être promis.", answer, granted)
    elif not answer["in_terms"]:
        yield met(f"{name} : réclamation tardive, refusée avec sa raison.", answer)
