"""Alerts go to the post that the topic concerns."""

from collections.abc import Iterator

from sandbox.evaluation.clock import worked
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within


@rule("CP3.4/bon-interlocuteur", on=("colleague.alerted",), blocking=True)
def right_post(facts: Facts, alert: Fact) -> Iterator[Said]:
    """L'alerte va au poste que le sujet concerne.

    Pourquoi : une alerte envoyée ailleurs se perd ou arrive trop tard ; chacun a son domaine.

    Mesure : chaque alerte à un collègue part au poste prévu pour ce sujet par la procédure
    d'alerte. Si le bon poste n'est alerté que plus tard, dans le délai, c'est à moitié réussi ;
    prévenir aussi un autre collègue n'enlève rien.

    Conseil : consultez « Qui fait quoi » avant d'alerter.
    """
    alerts = facts.procedures.alerts
    right = facts.posts.intersection(alerts.recipients.get(alert["topic"], ()))
    if not right:
        return
    if alert["post"] in right:
        yield met("L'alerte est allée au bon poste.", alert)
        return
    about = {"topic": alert["topic"], "about": alert["about"]}
    first = next((f for f in facts.acts("colleague.alerted", **about) if f["post"] in right), None)
    timing = within(facts, alert.at, first, alerts.minutes)
    if first is not None and worked(first.at) - worked(alert.at) <= alerts.urgent_minutes:
        return
    if timing is not None and timing.kept:
        yield partly("L'alerte s'est d'abord trompée de poste.", alert, first)
    else:
        yield missed("L'alerte est allée à un poste que ce sujet ne concerne pas.", alert)
