"""Disputed invoices are dealt with before anything is claimed."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted, told
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP4.2/contestation-traitee", on=("invoice.refused", "invoice.rejected"), anyone=True)
def dispute_handled(facts: Facts, refusal: Fact) -> Iterator[Said]:
    """Une facture contestée ou rejetée est traitée dans le délai.

    Pourquoi : une facture contestée ne sera pas payée ; chaque jour perdu recule l'échéance.

    Mesure : pour chaque facture refusée par le client ou rejetée par la plateforme, un avoir, un
    message au client ou une alerte dans le délai de la procédure d'alerte (minutes ouvrées).

    Conseil : lisez le motif, corrigez la cause, émettez l'avoir, refacturez.
    """
    invoice, customer = refusal.subject, refusal["customer"]
    act = earliest(
        facts.first("credit_note.issued", invoice=invoice),
        told(facts, customer, invoice, after=refusal),
        alerted(facts, invoice, customer, after=refusal),
        facts.first("order.number_noted", customer=customer, after=refusal),
    )
    minutes = facts.procedures.alerts.minutes
    yield from in_time(facts, invoice, "contestation traitée", refusal, act, minutes)
