"""What is invoiced is what was ordered and delivered."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.billing import charged, invoices_of, orders_of
from sandbox.evaluation.debts import cancels
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import as_agreed
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import value_within


@rule("CP1.1/facture-conforme", on=("invoice.issued",), blocking=True)
def invoiced_as_delivered(facts: Facts, invoice: Fact) -> Iterator[Said]:
    """On facture ce qui est commandé et livré, ni plus ni moins.

    Pourquoi : une facture qui ne correspond pas au bon de livraison est contestée, et payée tard.

    Mesure : pour chaque facture que vous émettez, tout ce qui a été facturé de la commande,
    factures annulées et consignes déduites, est son montant quand tout est parti, et moins quand
    il reste à livrer.

    Conseil : facturez depuis le bon de livraison, jamais depuis la commande.
    """
    for reference in orders_of(invoice):
        order = facts.first("order.recorded", of=reference)
        if order is not None:
            yield from _as_delivered(facts, invoice, order)


def _as_delivered(facts: Facts, invoice: Fact, order: Fact) -> Iterator[Said]:
    order = as_agreed(facts, order, before=invoice)
    left = facts.find("delivery.shipped", order=order.subject, before=invoice)
    units = sum(shipped["quantity"] for shipped in left)
    issued = [*invoices_of(facts, order.subject, before=invoice), invoice]
    stand = [fact for fact in issued if not _cancelled(facts, fact, before=invoice)]
    billed = sum(charged(fact, order.subject) for fact in stand)
    whole = units >= sum(line["quantity"] for line in order["lines"])
    gap, name = billed - order["gross"], f"{order.subject} : {format_euros(billed)} facturés"
    if value_within(gap, -len(issued) if whole else None, len(issued) if whole else -1):
        yield met(f"{name}, comme livré.", invoice, order, *left)
    else:
        yield missed(f"{name} pour {format_euros(order['gross'])} commandés.", invoice, order)


def _cancelled(facts: Facts, invoice: Fact, before: Fact) -> bool:
    """Whether a credit note took the whole invoice back before a fact."""
    notes = facts.find("credit_note.issued", invoice=invoice.subject, before=before)
    return any(cancels(note) for note in notes)
