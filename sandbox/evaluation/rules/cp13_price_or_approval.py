"""Prices follow the list and the grid, or were granted before."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained
from sandbox.evaluation.vocabulary import value_within


@rule("CP1.3/prix-ou-accord", on=("quote.sent",), blocking=True)
def price_or_approval(facts: Facts, quote: Fact) -> Iterator[Said]:
    """Le prix du devis est celui du tarif et de la grille, sinon l'accord est obtenu avant.

    Pourquoi : une remise partie ne se reprend pas, et le client la demandera toujours.

    Mesure : pour chaque devis que vous envoyez, la plus forte remise ne dépasse ni celle du
    client, ni votre délégation ; au-delà, un accord demandé et obtenu avant l'envoi.

    Conseil : regardez la remise de la fiche client avant d'en accorder une autre.
    """
    alone = facts.procedures.level("assistant").discount
    name = f"{quote.subject} : remise la plus forte {quote['highest_discount'] / 100:g} %"
    if value_within(quote["highest_discount"], most=max(alone, quote["grid_discount"])):
        yield met(f"{name}, dans la grille ou la délégation.", quote)
        return
    approval = asked_and_obtained(facts, "discount", quote.subject, before=quote)
    if approval.granted:
        yield met(f"{name}, avec l'accord obtenu avant.", quote, approval.asked, approval.answer)
    else:
        yield missed(f"{name}, {approval.lack}.", quote, approval.asked, approval.answer)
