"""Damage on our receipts is protested to the carrier within the law's delay."""

from collections.abc import Iterator

from sandbox.core.calendar import add_open_days
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day

LEGAL_DAYS = 3


@rule("CP2.1/protestation-au-transporteur", on=("goods.received",), blocking=True)
def carrier_protest(facts: Facts, receipt: Fact) -> Iterator[Said]:
    """Une avarie à réception est signifiée au transporteur dans les trois jours.

    Pourquoi : passé ce délai, fériés non compris, toute action contre le transporteur est perdue
    (C. com. L133-3).

    Mesure : pour chaque réception que vous enregistrez avec une avarie, une protestation motivée
    au transporteur, en recommandé ou par un moyen qui fait preuve, dans les trois jours.

    Conseil : écrivez le jour même : nature, quantité, article, numéro du bon.
    """
    if not receipt.get("damaged"):
        return
    protest = facts.first("carrier.protested", arrival=receipt.subject, mine=True)
    name = f"Avarie sur {receipt.subject}"
    last = add_open_days(receipt.at.date(), LEGAL_DAYS)
    if protest is None:
        if facts.is_over(last):
            yield missed(f"{name} : aucune protestation avant {day(last)}.", receipt)
    elif protest["in_time"] and protest["evidential"] and protest["precise"]:
        yield met(f"{name} : protestation motivée, dans les formes et à temps.", receipt, protest)
    else:
        yield missed(f"{name} : protestation tardive, vague ou sans preuve.", receipt, protest)
