"""Replenishment is sent when stock falls under the reorder point."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within


@rule("CP2.1/reapprovisionnement", on=("stock.reserved",), blocking=True)
def replenishment(facts: Facts, reserved: Fact) -> Iterator[Said]:
    """Le réapprovisionnement part dès que le stock passe sous le seuil.

    Pourquoi : sous le seuil, la prochaine commande tombera en rupture avant que le fournisseur
    ait livré.

    Mesure : chaque fois qu'une réservation laisse le disponible et l'attendu sous le seuil de
    l'article, ou manque d'unités, une commande fournisseur de cet article dans le délai de la
    procédure d'approvisionnement (minutes ouvrées), assez grande pour couvrir le manque.

    Conseil : après chaque enregistrement, regardez ce qui est passé sous le seuil et
    commandez-le.
    """
    minutes = facts.procedures.supply.replenish_minutes
    left, threshold = projected(reserved), reserved["reorder_point"]
    if left >= threshold:
        return
    orders = facts.find("purchase_order.sent", lines__product=reserved["product"])
    order = next((fact for fact in orders if fact.seq > reserved.seq), None)
    timing = within(facts, reserved.at, order, minutes)
    if timing is None or facts.others(order):
        return
    name = f"Article {reserved['product']}, {left} en vue pour un seuil de {threshold}"
    if order is None:
        yield missed(f"{name} : rien n'est commandé ({timing}).", reserved)
    elif not timing.kept:
        yield missed(f"{name} : commandé trop tard ({timing}).", reserved, order)
    elif left + ordered(order, reserved["product"]) < 0:
        yield partly(f"{name} : {order.subject} ne couvre pas le manque.", reserved, order)
    else:
        yield met(f"{name} : {order.subject} envoyée à temps ({timing}).", reserved, order)


def projected(reserved: Fact) -> int:
    """Units in sight once everything asked for is taken: free stock and open purchase orders."""
    wanted = reserved["reserved"] + reserved["short"]
    return int(reserved["available_before"] + reserved["on_order"] - wanted)


def ordered(order: Fact, product: str) -> int:
    """Units of a product on a purchase order."""
    return sum(line["ordered"] for line in order["lines"] if line["product"] == product)
