"""Carriage is charged as the procedure says."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP1.3/franco-de-port", on=("quote.sent",))
def carriage(facts: Facts, quote: Fact) -> Iterator[Said]:
    """Le port est celui des conditions de vente, offert au-delà du seuil seulement.

    Pourquoi : un port oublié mange la marge d'une petite commande ; un port de trop fâche.

    Mesure : pour chaque devis que vous envoyez, un port égal au forfait de la procédure
    commerciale sous le seuil, nul à partir du seuil.

    Conseil : laissez le port proposé ; un port offert est une remise, il se décide comme elle.
    """
    stated, draft = quote.get("carriage"), facts.last("quote.drawn_up", of=quote.subject)
    if stated is None or draft is None:
        return
    sales, goods = facts.procedures.sales, sum(line["net"] for line in draft["lines"])
    due = 0 if goods >= sales.carriage_free_from else sales.carriage_flat
    name = f"{quote.subject} : port de {format_euros(stated)}"
    if stated == due:
        yield met(f"{name}, celui des conditions de vente.", quote, draft)
    else:
        yield missed(f"{name}, les conditions disent {format_euros(due)}.", quote, draft)
