"""Dates offered to customers are kept, or changed before they come."""

import re
from collections.abc import Iterator
from datetime import date

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day

DATES = re.compile(r"\d{4}-\d\d-\d\d")


@rule("CP3.1/annonce-tenue", on=("message.sent",), blocking=True)
def promise_kept(facts: Facts, message: Fact) -> Iterator[Said]:
    """Ce qui est annoncé à un client est fait à la date, ou redaté avant.

    Pourquoi : une annonce tenue répare un incident ; une annonce oubliée en fait un second.

    Mesure : pour chaque date que vous proposez à un client sur une commande, les départs arrivent
    au plus tard à cette date, ou une autre date lui est proposée avant.

    Conseil : notez la date annoncée sur la commande, et regardez la veille où vous en êtes.
    """
    days = [date.fromisoformat(text) for text in DATES.findall(message["proposal"] or "")]
    about = message["about"]
    order = facts.first("order.recorded", of=about) or facts.first("order.recorded", quote=about)
    if not days or about is None or order is None:
        return
    words = facts.acts("message.sent", customer=message["customer"], after=message)
    again = next((w for w in words if DATES.search(w["proposal"] or "")), None)
    sent = facts.find("delivery.shipped", order=order.subject, after=message)
    last = facts.last("delivery.shipped", order=order.subject)
    name = f"{order.subject}, annoncée {day(days[-1])}"
    if again is not None and again.at.date() <= days[-1]:
        yield met(f"{name} : une autre date est proposée avant.", message, again)
    elif last is not None and _kept(days, sent or [last]):
        yield met(f"{name} : arrivée à temps.", message, last)
    elif facts.is_over(days[-1]):
        yield missed(f"{name} : ni livrée, ni redatée.", message, last)


def _kept(days: list[date], sent: list[Fact]) -> bool:
    """Whether the first departure arrives by the first day, and the last by the last."""
    ends = (sent[0].date("arrives_on"), sent[-1].date("arrives_on"))
    return ends[1] <= days[-1] and (len(days) == 1 or ends[0] <= days[0])
