"""Payments are set against the invoices that they settle."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CP1.1/reglement-lettre", on=("payment.recorded",), blocking=True)
def payment_reconciled(facts: Facts, payment: Fact) -> Iterator[Said]:
    """Chaque règlement enregistré est lettré avec sa facture.

    Pourquoi : la chaîne va jusqu'au lettrage ; un règlement en attente laisse la facture échue,
    et le client relancé à tort.

    Mesure : pour chaque règlement que vous enregistrez, un lettrage dans le délai de la
    procédure commerciale (minutes ouvrées).

    Conseil : lettrez dans la foulée de l'enregistrement ; s'il manque une référence, demandez-la.
    """
    minutes = facts.procedures.sales.payment_minutes
    matched = facts.first("payment.reconciled", of=payment.subject, after=payment)
    name = f"Règlement {payment.subject}"
    yield from in_time(facts, name, "lettrage", payment, matched, minutes)
