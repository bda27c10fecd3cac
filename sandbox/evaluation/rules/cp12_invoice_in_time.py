"""Invoices follow shipping in time."""

from collections.abc import Iterator

from sandbox.core.calendar import end_of_month
from sandbox.evaluation.billing import invoice_of
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within
from sandbox.evaluation.wording import day


@rule("CP1.2/facture-apres-expedition", on=("delivery.shipped",), blocking=True)
def invoice_in_time(facts: Facts, shipped: Fact) -> Iterator[Said]:
    """La facture suit l'expédition dans le délai.

    Pourquoi : l'échéance court depuis la facture ; chaque jour de retard est un jour de
    trésorerie perdu.

    Mesure : pour chaque bon de livraison que vous faites partir, une facture dans le délai de
    la procédure commerciale (minutes ouvrées) ; avant la fin du mois, si le client demande une
    facture périodique (CGI, art. 289-I-3).

    Conseil : facturez depuis le bon de livraison, le jour même.
    """
    minutes = facts.procedures.sales.invoice_minutes
    invoice = invoice_of(facts, shipped.subject)
    if shipped.get("monthly"):
        yield from _within_the_month(facts, shipped, invoice)
        return
    timing = within(facts, shipped.at, invoice, minutes)
    if timing is None or facts.others(invoice):
        return
    if invoice is None:
        yield missed(f"{shipped.subject} : expédié, toujours pas facturé ({timing}).", shipped)
    elif timing.kept:
        yield met(f"{shipped.subject} : facturé à temps ({timing}).", shipped, invoice)
    else:
        yield missed(f"{shipped.subject} : facturé trop tard ({timing}).", shipped, invoice)


def _within_the_month(facts: Facts, shipped: Fact, invoice: Fact | None) -> Iterator[Said]:
    """A customer who wants one invoice a month has it before the month is over."""
    last, name = end_of_month(shipped.at.date()), shipped.subject
    if facts.others(invoice):
        return
    if invoice is not None and invoice.at.date() <= last:
        yield met(f"{name} : facturé avant la fin du mois.", shipped, invoice)
    elif invoice is not None:
        yield missed(f"{name} : facturé après le {day(last)}.", shipped, invoice)
    elif facts.is_over(last):
        yield missed(f"{name} : le mois est fini, toujours pas facturé.", shipped)
