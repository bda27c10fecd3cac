"""Suppliers who do not acknowledge are chased."""

from collections.abc import Iterator

from sandbox.core.calendar import add_working_minutes
from sandbox.evaluation.clock import worked
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import precedes, within


@rule("CP2.1/fournisseur-muet", on=("purchase_order.sent",))
def silent_supplier(facts: Facts, order: Fact) -> Iterator[Said]:
    """Un fournisseur qui n'accuse pas réception est relancé.

    Pourquoi : un silence n'est pas une confirmation ; la commande a pu se perdre.

    Mesure : pour chaque commande fournisseur que vous envoyez et qui reste sans accusé de
    réception passé le délai de la procédure d'approvisionnement, une relance dans le délai de
    relance.

    Conseil : notez à chaque commande la date à laquelle vous devez avoir une réponse.
    """
    supply = facts.procedures.supply
    allowed = supply.acknowledgement_minutes + supply.chase_minutes
    news = facts.first("purchase_order.acknowledged", "goods.arrived", of=order.subject)
    chase = facts.first("purchase_order.chased", of=order.subject)
    silent = news is None or worked(news.at) - worked(order.at) > allowed
    if not silent and not (news and precedes(chase, news)):
        return
    since = add_working_minutes(order.at, supply.acknowledgement_minutes)
    timing = within(facts, since, chase, supply.chase_minutes)
    if timing is None or facts.others(chase):
        return
    if chase is None:
        yield missed(f"{order.subject} : pas d'accusé de réception, pas de relance.", order, news)
    elif timing.kept:
        yield met(f"{order.subject} : fournisseur muet relancé à temps.", order, chase)
    else:
        yield missed(f"{order.subject} : relance trop tardive ({timing}).", order, chase)
