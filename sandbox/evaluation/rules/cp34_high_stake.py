"""High stakes are raised at once."""

from collections.abc import Iterator

from sandbox.evaluation.delays import DELAY_VERBS, delays
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Finding, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import AMOUNTS, alerted, amount_of, within

RAISING = ("colleague.alerted", "approval.requested")


@rule(
    code="CP3.4/enjeu-eleve",
    criterion="CP3.4",
    blocking=True,
    listens=(
        *DELAY_VERBS,
        *AMOUNTS,
        "invoice.rejected",
        "invoice.refused",
        "message.received",
        "colleague.alerted",
        "approval.requested",
    ),
)
def high_stake(facts: Facts) -> Iterator[Finding]:
    """Un problème à fort enjeu est remonté tout de suite.

    Pourquoi : plus l'enjeu est grand, plus il faut de temps pour le sauver, et plus haut se
    prend la décision.

    Mesure : retard annoncé, facture rejetée ou refusée, réclamation ou demande suspecte sur un
    dossier dont le montant atteint l'enjeu élevé de la procédure d'alerte : une alerte ou une
    demande d'accord dans le délai d'urgence (minutes ouvrées).

    Conseil : dès que le montant est élevé, alertez d'abord, traitez ensuite.
    """
    alerts = facts.procedures.alerts
    for event, document in problems(facts):
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


def problems(facts: Facts) -> Iterator[tuple[Fact, str]]:
    """Bad news, with the document that is at stake."""
    for delay in delays(facts):
        yield delay.news, delay.order.subject
    for refusal in facts.find("invoice.rejected", "invoice.refused"):
        yield refusal, refusal.subject
    for topic in ("claim", "fraud"):
        for message in facts.find("message.received", topic=topic):
            if message["about"] is not None:
                yield message, message["about"]
