"""Accounting hears of invoices that come back."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CT2.2/rejet-signale", on=("invoice.rejected", "invoice.refused"), anyone=True)
def refusal_passed_on(facts: Facts, refusal: Fact) -> Iterator[Said]:
    """La comptabilité sait qu'une facture est revenue.

    Pourquoi : elle suit l'encaissement prévu ; sans un mot, elle attend un argent qui ne viendra
    pas.

    Mesure : pour chaque facture rejetée ou refusée, une alerte à l'un des postes prévus, ou un
    avoir qui la corrige, dans le délai de la procédure d'alerte.

    Conseil : alertez en disant le motif et ce que vous faites.
    """
    alerts = facts.procedures.alerts
    posts = tuple(alerts.recipients.get("invoice", ()))
    matters = (refusal.subject, refusal["customer"])
    word = earliest(
        alerted(facts, *matters, after=refusal, posts=posts),
        facts.first("credit_note.issued", invoice=refusal.subject),
    )
    name = refusal.subject
    yield from in_time(facts, name, "comptabilité prévenue", refusal, word, alerts.minutes)
