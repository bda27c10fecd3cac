"""What is invoiced is what was ordered and delivered."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
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
    order = facts.first("order.recorded", of=invoice["order"])
    if order is None:
        return
    order = as_agreed(facts, order, before=invoice)
    left = facts.find("delivery.shipped", order=order.subject, before=invoice)
    units = sum(shipped["quantity"] for shipped in left)
    issued = [*facts.find("invoice.issued", order=order.subject, before=invoice), invoice]
    notes = [facts.find("credit_note.issued", invoice=f.subject, before=invoice) for f in issued]
    undone = sum(note["gross"] for own in notes for note in own if cancels(note))
    billed = sum(f["gross"] - f.get("packaging_deposit", 0) for f in issued) - undone
    whole = units >= sum(line["quantity"] for line in order["lines"])
    gap, name = billed - order["gross"], f"{order.subject} : {format_euros(billed)} facturés"
    if value_within(gap, -len(issued) if whole else None, len(issued) if whole else -1):
        yield met(f"{name}, comme livré.", invoice, order, *left)
    else:
        yield missed(f"{name} pour {format_euros(order['gross'])} commandés.", invoice, order)
