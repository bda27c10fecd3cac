"""Suppliers' bad news, and the customers' orders that it makes late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import cancelled
from sandbox.evaluation.model import Fact


@dataclass(frozen=True, slots=True)
class Delay:
    """A supplier's date that comes after what a customer was promised."""

    news: Fact
    order: Fact
    until: date


def delays(facts: Facts, news: Fact) -> list[Delay]:
    """Recorded orders that a supplier's new date makes late, if they wait for those goods."""
    return facts.once(("delays", news.seq), lambda: list(_delays(facts, news)))


def _delays(facts: Facts, news: Fact) -> Iterator[Delay]:
    known = facts.last("purchase_order.acknowledged", of=news.subject, before=news)
    until, before = news.date("confirmed_on"), known.date("confirmed_on") if known else date.min
    for order in _waiting(facts, news):
        if until > max(order.date("promised_on"), before):
            yield Delay(news, order, until)


def _waiting(facts: Facts, news: Fact) -> Iterator[Fact]:
    """Orders of ours recorded before the news, still short of these goods."""
    sent = facts.first("purchase_order.sent", of=news.subject)
    products = {line["product"] for line in sent["lines"]} if sent else set()
    products.update(news.get("products", ()))
    short = [f for p in sorted(products) for f in _short(facts, p, news)]
    for subject in dict.fromkeys(fact.subject for fact in short):
        order = facts.first("order.recorded", of=subject, mine=True)
        if order is not None and not cancelled(facts, order, before=news):
            yield order


def _short(facts: Facts, product: str, news: Fact) -> Iterator[Fact]:
    """Reservations that lacked units of a product, and still did when the news came."""
    last = {f.subject: f for f in facts.find("stock.reserved", product=product, before=news)}
    return (fact for fact in last.values() if fact["short"])
