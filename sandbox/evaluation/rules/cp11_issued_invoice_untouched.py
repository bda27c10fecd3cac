"""Issued invoices are repaired by credit note."""

from collections import defaultdict
from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Finding, met, missed
from sandbox.evaluation.registry import rule


@rule(
    code="CP1.1/facture-intangible",
    criterion="CP1.1",
    blocking=True,
    listens=("move.refused", "credit_note.issued", "invoice.rejected", "invoice.refused"),
)
def issued_invoice_untouched(facts: Facts) -> Iterator[Finding]:
    """Une erreur sur une facture émise se répare par un avoir, jamais par une modification.

    Pourquoi : une facture émise est une pièce comptable ; la loi interdit de la changer ou de
    la supprimer.

    Mesure : le premier essai de modification est un avertissement. Un second essai sur la même
    facture est manqué ; un avoir sur une facture fautive, rejetée ou refusée, est réussi.

    Conseil : émettez un avoir du montant de la facture, puis une nouvelle facture juste.
    """
    attempts: dict[str, list[Fact]] = defaultdict(list)
    for attempt in facts.find("move.refused", use_case="amend_invoice", mine=True):
        attempts[attempt.subject].append(attempt)
    for invoice, tries in attempts.items():
        if len(tries) > 1:
            because = (
                f"{invoice} : {len(tries)} essais de modification, malgré le refus du premier."
            )
            yield missed(because, *tries)
    for credit in facts.acts("credit_note.issued"):
        invoice = credit["invoice"]
        fault = facts.first("invoice.rejected", "invoice.refused", of=invoice, before=credit)
        tries = attempts.get(invoice, [])
        if len(tries) < 2 and (fault or tries):
            yield met(f"{invoice} : erreur réparée par un avoir.", credit, fault, *tries)
