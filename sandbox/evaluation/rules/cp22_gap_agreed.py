"""Stock gaps are corrected under a reason, with approval when it takes one."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP2.2/ecart-de-stock", on=("stock.adjusted",), blocking=True)
def gap_agreed(facts: Facts, adjusted: Fact) -> Iterator[Said]:
    """Un écart de stock se corrige après comptage, avec un motif et l'accord qu'il faut.

    Pourquoi : corriger un stock en silence cache une erreur, une casse ou un vol.

    Mesure : chaque correction que vous faites suit un comptage et porte un motif ; au-delà du
    seuil de la procédure d'approvisionnement, l'accord est obtenu avant.

    Conseil : faites compter, cherchez la cause, puis soumettez l'écart s'il dépasse le seuil.
    """
    counted = facts.first("stock_count.counted", of=adjusted["count"], before=adjusted)
    answer = facts.last("stock_count.decided", of=adjusted["count"], before=adjusted)
    name = f"{adjusted['product']}, écart de {adjusted['gap']}"
    if not adjusted["cause"] or counted is None:
        yield missed(f"{name} : corrigé sans comptage ni motif.", adjusted, counted)
    elif adjusted["approval_needed"] and not adjusted["approved"]:
        yield missed(f"{name} : corrigé sans l'accord nécessaire.", adjusted, counted, answer)
    else:
        yield met(f"{name} : corrigé dans les règles.", adjusted, counted, answer)
