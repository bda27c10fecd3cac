"""High stakes are raised at once."""

from collections.abc import Iterator

from sandbox.evaluation.delays import delays
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted
from sandbox.evaluation.vocabulary import amount_of, within

RAISING = ("colleague.alerted", "approval.requested")


@rule(
    "CP3.4/enjeu-eleve",
    on=(
        "purchase_order.acknowledged",
        "invoice.rejected",
        "invoice.refused",
        "message.received",
    ),
    anyone=True,
    blocking=True,
)
def high_stake(facts: Facts, event: Fact) -> Iterator[Said]:
    """Un problème à fort enjeu est remonté tout de suite.

    Pourquoi : plus l'enjeu est grand, plus il faut de temps pour le sauver, et plus haut se
    prend la décision.

    Mesure : retard annoncé, facture rejetée ou refusée, réclamation ou demande suspecte sur un
    dossier dont le montant atteint l'enjeu élevé de la procédure d'alerte : une alerte ou une
    demande d'accord dans le délai d'urgence (minutes ouvrées).

    Conseil : dès que le montant est élevé, alertez d'abord, traitez ensuite.
    """
    alerts = facts.procedures.alerts
    for document in at_stake(facts, event):
        if amount_of(facts, document) < alerts.high_stake:
            continue
        matters = (document, event.subject, event.get("customer"))
        word = alerted(facts, *matters, after=event, verbs=RAISING)
        timing = within(facts, event.at, word, alerts.urgent_minutes)
        if timing is None:
            continue
        if timing.kept:
            yield met(f"{document} : enjeu élevé, alerte à temps ({timing}).", event, word)
        else:
            late = "alerte trop tardive" if word else "aucune alerte"
            yield missed(f"{document} : enjeu élevé, {late} ({timing}).", event, word)


def at_stake(facts: Facts, event: Fact) -> list[str]:
    """Documents that bad news puts at stake."""
    if event.verb == "purchase_order.acknowledged":
        return [delay.order.subject for delay in delays(facts, event)]
    if event.verb == "message.received":
        bad = event["topic"] in ("claim", "fraud") and event["about"] is not None
        bad = bad and event["sender"] not in facts.posts
        return [event["about"]] if bad else []
    return [event.subject]
