"""Colleagues are told through what the team shares."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CT2.1/canal-partage", on=("run.opened",), anyone=True)
def shared_channels(facts: Facts, _opened: Fact) -> Iterator[Said]:
    """L'information interne passe par les outils de l'équipe.

    Pourquoi : une alerte rattachée au dossier se retrouve ; un courriel privé se perd.

    Mesure : la part de vos informations internes qui passe par une alerte partagée, plutôt que
    par un message privé, atteint le taux de la procédure.

    Conseil : alertez depuis le dossier ; gardez le courriel pour l'extérieur.
    """
    shared = facts.acts("colleague.alerted", "document.transmitted")
    private = [m for m in facts.acts("message.sent") if m["to"] in facts.posts]
    total = len(shared) + len(private)
    if not total:
        return
    if 10000 * len(shared) >= facts.procedures.relation.shared_rate * total:
        yield met("L'information interne est partagée.", *shared)
    else:
        yield missed(f"{len(private)} messages privés sur {total} informations.", *private)
