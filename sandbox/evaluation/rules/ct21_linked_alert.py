"""Alerts are tied to the document that they are about."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CT2.1/alerte-rattachee", on=("colleague.alerted",))
def linked_alert(facts: Facts, alert: Fact) -> Iterator[Said]:
    """Une alerte est rattachée à la pièce dont elle parle.

    Pourquoi : qui la reçoit doit pouvoir ouvrir le dossier d'un geste, sans vous redemander.

    Mesure : chaque alerte que vous envoyez porte une pièce ; un client sans pièce ne compte qu'à
    moitié.

    Conseil : alertez depuis la pièce : le lien se fait seul.
    """
    if alert["about"] is not None:
        yield met("L'alerte mène à la pièce.", alert)
    elif alert["customer"] is not None:
        yield partly("L'alerte nomme le client, pas la pièce.", alert)
    else:
        yield missed("L'alerte ne mène nulle part.", alert)
