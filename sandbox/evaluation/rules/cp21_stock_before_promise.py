"""Stock is looked up before a date is promised."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import stock_before
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP2.1/stock-avant-promesse", on=("order.recorded",), blocking=True)
def stock_before_promise(facts: Facts, order: Fact) -> Iterator[Said]:
    """Le stock est consulté avant de promettre une date.

    Pourquoi : promettre sans regarder le stock, c'est faire porter le retard à l'entrepôt et au
    client.

    Mesure : pour chaque commande que vous enregistrez, une consultation du stock de chacun de
    ses articles, avant l'enregistrement, récente et sans mouvement depuis.

    Conseil : « Voir le stock » depuis la commande montre tous ses articles d'un coup.
    """
    look = stock_before(facts, order)
    because = f"{order.subject} : stock, {look}."
    if look.fresh:
        yield met(because, order, look.fact)
    else:
        yield missed(because, order, look.fact, look.change)
