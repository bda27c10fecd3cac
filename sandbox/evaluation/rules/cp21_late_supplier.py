"""Late suppliers are chased."""

from collections.abc import Iterator
from datetime import date, timedelta

from sandbox.core.calendar import add_working_minutes, opening
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within
from sandbox.evaluation.wording import day


@rule("CP2.1/fournisseur-en-retard", on=("purchase_order.sent",), blocking=True)
def late_supplier(facts: Facts, order: Fact) -> Iterator[Said]:
    """Une livraison fournisseur en retard est relancée aussitôt.

    Pourquoi : le fournisseur sert d'abord ceux qui demandent ; et il faut une date pour
    prévenir le client.

    Mesure : pour chaque commande fournisseur dont la date (confirmée, ou prévue) est passée
    sans arrivage ni nouvelle date, une relance dans le délai de la procédure
    d'approvisionnement. Le retard lui-même ne vous est jamais reproché.

    Conseil : triez les achats par date attendue chaque matin.
    """
    minutes = facts.procedures.supply.chase_minutes
    due, news = due_and_news(facts, order)
    since = opening(due + timedelta(days=1))
    chases = facts.find("purchase_order.chased", of=order.subject)
    chase = next((fact for fact in chases if fact.at.date() >= due), None)
    timing = within(facts, since, chase, minutes)
    in_time = news is not None and news.at <= add_working_minutes(since, minutes)
    if timing is None or facts.others(chase) or (in_time and chase is None):
        return
    name = f"{order.subject}, attendue {day(due)}"
    if chase is None:
        yield missed(f"{name} : pas de relance ({timing}).", order, news)
    elif timing.kept:
        yield met(f"{name} : relancée à temps.", order, chase)
    else:
        yield missed(f"{name} : relancée trop tard ({timing}).", order, chase)


def due_and_news(facts: Facts, order: Fact) -> tuple[date, Fact | None]:
    """Day the goods were due, the supplier's word if it came in time, and what ended the wait."""
    due = order.date("expected_on")
    for fact in facts.find("purchase_order.acknowledged", "goods.arrived", of=order.subject):
        if fact.verb == "goods.arrived" or fact.at.date() > due:
            return due, fact
        due = fact.date("confirmed_on")
    return due, None
