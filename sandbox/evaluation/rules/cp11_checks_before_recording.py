"""Outstanding and stock are looked up before an order is recorded."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import outstanding_before, stock_before
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP1.1/controles-avant-enregistrement", on=("order.recorded",), blocking=True)
def checks_before_recording(facts: Facts, order: Fact) -> Iterator[Said]:
    """L'encours du client et le stock sont consultés avant d'enregistrer la commande.

    Pourquoi : enregistrer une commande engage l'entreprise à livrer et à faire crédit ; il faut
    savoir qu'elle le peut.

    Mesure : pour chaque commande que vous enregistrez, une consultation de l'encours de ce
    client et une du stock des articles commandés, dans l'ordre que vous voulez, avant
    l'enregistrement, dans le délai de validité de la procédure de crédit, et sans écriture ni
    mouvement depuis.

    Conseil : ouvrez l'encours et le stock depuis la commande, juste avant « Enregistrer la
    commande ».
    """
    outstanding, stock = outstanding_before(facts, order), stock_before(facts, order)
    evidence = (order, outstanding.fact, stock.fact)
    seen = f"Commande {order.subject} : encours, {outstanding} ; stock, {stock}."
    if outstanding.fresh and stock.fresh:
        yield met(seen, *evidence)
    else:
        yield missed(seen, *evidence, outstanding.change, stock.change)
