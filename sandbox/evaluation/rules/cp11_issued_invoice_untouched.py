"""Issued invoices are repaired by credit note."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP1.1/facture-intangible", on=("move.refused", "credit_note.issued"), blocking=True)
def issued_invoice_untouched(facts: Facts, act: Fact) -> Iterator[Said]:
    """Une erreur sur une facture émise se répare par un avoir, jamais par une modification.

    Pourquoi : une facture émise est une pièce comptable ; la loi interdit de la changer ou de
    la supprimer.

    Mesure : le premier essai de modification est un avertissement. Un second essai sur la même
    facture est manqué ; un avoir sur une facture fautive, rejetée ou refusée, est réussi.

    Conseil : émettez un avoir du montant de la facture, puis une nouvelle facture juste.
    """
    invoice = act.subject if act.verb == "move.refused" else act["invoice"]
    tries = facts.acts("move.refused", of=invoice, use_case="amend_invoice")
    if act.verb == "move.refused":
        if len(tries) > 1 and act is tries[1]:
            because = f"{invoice} : {len(tries)} essais de modification, malgré le premier refus."
            yield missed(because, *tries)
        return
    fault = facts.first("invoice.rejected", "invoice.refused", of=invoice, before=act)
    if len(tries) < 2 and (fault or tries):
        yield met(f"{invoice} : erreur réparée par un avoir.", act, fault, *tries)
