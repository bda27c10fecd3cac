"""Invoices follow shipping in time."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within


@rule("CP1.2/facture-apres-expedition", on=("delivery.shipped",), blocking=True)
def invoice_in_time(facts: Facts, shipped: Fact) -> Iterator[Said]:
    """La facture suit l'expédition dans le délai.

    Pourquoi : l'échéance court depuis la facture ; chaque jour de retard est un jour de
    trésorerie perdu.

    Mesure : pour chaque bon de livraison que vous faites partir, une facture dans le délai de
    la procédure commerciale (minutes ouvrées).

    Conseil : facturez depuis le bon de livraison, le jour même.
    """
    minutes = facts.procedures.sales.invoice_minutes
    invoice = facts.first("invoice.issued", delivery=shipped.subject)
    timing = within(facts, shipped.at, invoice, minutes)
    if timing is None or facts.others(invoice):
        return
    if invoice is None:
        yield missed(f"{shipped.subject} : expédié, toujours pas facturé ({timing}).", shipped)
    elif timing.kept:
        yield met(f"{shipped.subject} : facturé à temps ({timing}).", shipped, invoice)
    else:
        yield missed(f"{shipped.subject} : facturé trop tard ({timing}).", shipped, invoice)
