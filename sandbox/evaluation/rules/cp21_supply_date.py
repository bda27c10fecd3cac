"""Goods ordered for a customer can be there for the promised day."""

from collections.abc import Iterator

from sandbox.core.calendar import add_working_days
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import told
from sandbox.evaluation.vocabulary import earliest, value_within
from sandbox.evaluation.wording import day


@rule("CP2.1/date-d-approvisionnement", on=("purchase_order.sent",))
def supply_date(facts: Facts, purchase: Fact) -> Iterator[Said]:
    """Ce qui est acheté pour une commande peut arriver avant la date promise au client.

    Pourquoi : la date d'achat se calcule à rebours : date promise, moins le transport, moins la
    préparation.

    Mesure : pour chaque achat rattaché à une commande que vous avez enregistrée et qu'il ne peut
    pas servir à temps, une date plus proche demandée au fournisseur, ou un mot au client, avant
    la date promise.

    Conseil : comparez le délai du fournisseur à la date promise avant d'envoyer l'achat.
    """
    order = facts.last("order.recorded", of=purchase["needed_for"] or "", mine=True)
    if order is None or order.date("promised_on") <= purchase.at.date():
        return
    days = facts.procedures.supply.preparation_days
    wanted = add_working_days(order.date("promised_on"), -days)
    name = f"{purchase.subject} pour {order.subject}"
    if value_within(purchase.date("expected_on").toordinal(), most=wanted.toordinal()):
        yield met(f"{name} : attendue à temps, {day(purchase.date('expected_on'))}.", purchase)
        return
    asked = facts.first("purchase_order.date_asked", of=purchase.subject, mine=True)
    warned = told(facts, order["customer"], order.subject, order["quote"], after=order)
    act = earliest(asked, warned)
    if act is not None and act.at.date() <= order.date("promised_on"):
        yield met(f"{name} : trop tard pour la promesse, et vous avez réagi.", purchase, act)
    elif facts.is_over(order.date("promised_on")):
        yield missed(f"{name} : trop tard pour la promesse, rien n'est fait.", purchase, order)
