"""Quotes without an answer are followed up once."""

from collections.abc import Iterator

from sandbox.core.calendar import add_working_days
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day


@rule("CP1.1/devis-relance", on=("quote.sent",))
def quote_followed_up(facts: Facts, quote: Fact) -> Iterator[Said]:
    """Un devis sans réponse est relancé une fois, ni trop tôt ni trop tard.

    Pourquoi : beaucoup de devis se perdent faute d'un rappel ; un rappel trop pressé agace.

    Mesure : pour chaque devis que vous envoyez et qui reste sans réponse, une relance dans la
    fenêtre de jours ouvrés de la procédure commerciale, avant la fin de validité.

    Conseil : regardez chaque matin les devis envoyés depuis une semaine.
    """
    sales = facts.procedures.sales
    opens = add_working_days(quote.at.date(), sales.follow_up_from_days)
    window_end = add_working_days(quote.at.date(), sales.follow_up_to_days)
    closes = min(window_end, quote.date("valid_until"))
    answer = facts.first("quote.accepted", "quote.declined", "quote.replaced", of=quote.subject)
    answer = answer or facts.first("order.received", quote=quote.subject)
    calls = facts.find("quote.followed_up", of=quote.subject)
    timely = next((call for call in calls if opens <= call.at.date() <= closes), None)
    if facts.others(timely):
        return
    if timely is not None:
        yield met(f"{quote.subject} : relancé {day(timely.at.date())}.", quote, timely)
    elif facts.is_over(closes) and not (answer and answer.at.date() <= closes):
        because = f"{quote.subject} : pas de relance entre {day(opens)} et {day(closes)}."
        yield missed(because, quote, *calls)
