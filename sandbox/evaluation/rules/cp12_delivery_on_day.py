"""Goods arrive on the promised day, or the customer knows."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import as_agreed, cancelled
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day


@rule("CP1.2/livraison-a-la-date", on=("order.recorded",), blocking=True)
def delivery_on_day(facts: Facts, order: Fact) -> Iterator[Said]:
    """La marchandise part assez tôt pour la date promise, ou le client est prévenu avant.

    Pourquoi : la date promise est un engagement ; la manquer sans un mot coûte le client suivant.

    Mesure : pour chaque commande que vous enregistrez et dont le client a demandé une date, un
    départ qui arrive au plus tard à la date promise ; sinon, un message au client avant cette
    date.

    Conseil : triez les commandes par date promise et comptez le délai du transporteur.
    """
    if order["requested_on"] is None or cancelled(facts, order):
        return
    promised = as_agreed(facts, order).date("promised_on")
    shipments = facts.find("delivery.shipped", order=order.subject)
    late = next((s for s in shipments if s.date("arrives_on") > promised), None)
    if late is None and not shipments and not facts.is_over(promised):
        return
    words = facts.acts("message.sent", customer=order["customer"], after=order)
    known = (None, order.subject, order["quote"])
    told_before = next((w for w in words if w["about"] in known and w.at.date() <= promised), None)
    name = f"{order.subject}, promise {day(promised)}"
    if late is None and shipments:
        yield met(f"{name} : expédiée pour arriver à temps.", order, shipments[-1])
    elif told_before is not None:
        yield met(f"{name} : plus tard que promis, le client est prévenu.", order, told_before)
    else:
        yield missed(f"{name} : plus tard que promis, sans un mot au client.", order, late)
