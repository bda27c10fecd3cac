"""What is due first is handled first."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sandbox.core.calendar import add_working_minutes
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, to_review
from sandbox.evaluation.registry import rule

ENDS = ("order.recorded", "order.declined", "order.held", "order.differences_raised")


@rule("CP1.2/priorites", on=("run.opened",), anyone=True)
def priorities(facts: Facts, _opened: Fact) -> Iterator[Said]:
    """Quand plusieurs dossiers attendent, le plus urgent passe d'abord.

    Pourquoi : traiter dans l'ordre d'arrivée, c'est laisser au hasard ce qui sera en retard.

    Mesure : quand au moins quatre dossiers attendent (demandes de prix, commandes), celui que
    vous traitez n'est pas dû un jour après un autre. Une inversion est admise ; au-delà, une
    personne regarde pourquoi.

    Conseil : chaque matin, listez ce qui est dû aujourd'hui, puis demain.
    """
    relation, items = facts.procedures.relation, list(_items(facts))
    judged, inverted = [], []
    for due, _, done in items:
        if done is None:
            continue
        waiting = [other for other in items if _waits(other, done)]
        if len(waiting) + 1 >= relation.waiting_items:
            judged.append(done)
            inverted += [done for other in waiting if other.due.date() < due.date()][:1]
    if judged and len(inverted) <= relation.inversions:
        yield met("Les dossiers en attente ont été traités par ordre d'urgence.", *judged)
    elif judged:
        yield to_review(f"{len(inverted)} dossiers traités avant de plus urgents.", *inverted)


class Item(NamedTuple):
    """Something to do: when it is due, its arrival, and the act of the judged post."""

    due: datetime
    came: Fact
    done: Fact | None


def _waits(item: Item, act: Fact) -> bool:
    """Whether something had come and was not done when an act was made on something else."""
    return item.came.seq < act.seq and (item.done is None or item.done.seq > act.seq)


def _items(facts: Facts) -> Iterator[Item]:
    """Enquiries and orders that came in; those that others handled are left out."""
    sales = facts.procedures.sales
    for came in facts.find("message.received", topic="enquiry"):
        done = facts.first("quote.sent", enquiry=came.subject)
        if not facts.others(done):
            yield Item(add_working_minutes(came.at, sales.quote_minutes), came, done)
    for came in facts.find("order.received"):
        done = facts.first(*ENDS, of=came.subject)
        if not facts.others(done):
            yield Item(add_working_minutes(came.at, sales.acknowledgement_minutes), came, done)
