"""Invoices carry what the law wants and are taken in."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP1.3/facture-recevable", on=("invoice.issued",))
def invoice_mentions(facts: Facts, invoice: Fact) -> Iterator[Said]:
    """La facture porte toutes ses mentions et la plateforme la reçoit.

    Pourquoi : une facture rejetée n'est pas due : le paiement attend qu'elle soit refaite.

    Mesure : chaque facture que vous émettez est déposée ; rejetée par un contrôle ou refusée par
    le client pour une mention qui manque, elle est manquée.

    Conseil : complétez la fiche client (SIREN, TVA, adresse de facturation) avant de facturer.
    """
    answers = ("invoice.deposited", "invoice.rejected", "invoice.refused")
    fault = facts.first(*answers[1:], of=invoice.subject)
    taken = facts.first(answers[0], of=invoice.subject)
    if fault is not None:
        yield missed(f"{invoice.subject} : revenue, motif {fault['reason']}.", invoice, fault)
    elif taken is not None:
        yield met(f"{invoice.subject} : déposée sans rejet.", invoice, taken)
