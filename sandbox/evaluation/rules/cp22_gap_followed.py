"""A counted gap is dealt with."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP2.2/ecart-traite", on=("stock_count.counted",), anyone=True)
def gap_followed(facts: Facts, counted: Fact) -> Iterator[Said]:
    """Un écart compté est corrigé ou soumis dans le délai.

    Pourquoi : un écart connu et laissé là fait promettre des unités qui n'existent pas.

    Mesure : pour chaque comptage que vous avez demandé et qui trouve un écart, une correction ou
    une demande d'accord dans le délai de la procédure d'approvisionnement.

    Conseil : traitez l'écart dès le résultat, tant que la cause est fraîche.
    """
    asked = facts.first("stock_count.requested", of=counted.subject)
    if not counted["gap"] or not facts.mine(asked):
        return
    settled = earliest(
        facts.first("stock.adjusted", count=counted.subject),
        facts.first("stock_count.submitted", of=counted.subject),
    )
    name, minutes = f"Écart sur {counted['product']}", facts.procedures.supply.notice_minutes
    yield from in_time(facts, name, "correction ou demande", counted, settled, minutes)
