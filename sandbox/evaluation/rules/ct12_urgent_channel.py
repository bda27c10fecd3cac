"""What is urgent is said by telephone."""

from collections.abc import Iterator

from sandbox.evaluation.delays import delays
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import earliest, is_near, notice_minutes, within


@rule("CT1.2/canal-de-l-urgence", on=("purchase_order.acknowledged",), anyone=True)
def urgent_channel(facts: Facts, news: Fact) -> Iterator[Said]:
    """Ce qui presse se dit de vive voix, puis s'écrit.

    Pourquoi : un courriel se lit demain ; une livraison manquée demain se dit aujourd'hui.

    Mesure : quand un retard touche une livraison toute proche, le client est appelé ; un écrit
    seul ne compte qu'à moitié.

    Conseil : appelez d'abord, confirmez par écrit ensuite.
    """
    for delay in delays(facts, news):
        order = delay.order
        if not is_near(facts, news, order.date("promised_on")):
            continue
        customer, known = order["customer"], (order.subject, order["quote"], news.subject)
        words = facts.acts("message.sent", "call.placed", customer=customer, after=news)
        about = [w for w in words if w["about"] is None or w["about"] in known]
        spoken = [w for w in about if w.verb == "call.placed" or w["channel"] == "phone"]
        timing = within(facts, news.at, earliest(*about), notice_minutes(facts, news, order))
        if timing is None:
            continue
        if timing.kept and spoken:
            yield met(f"{order.subject} : urgence dite de vive voix.", order, news, spoken[0])
        elif timing.kept:
            yield partly(f"{order.subject} : urgence seulement écrite.", order, news, about[0])
        else:
            yield missed(f"{order.subject} : urgence tue ou tardive.", order, news)
