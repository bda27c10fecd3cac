"""What is due first is handled first."""

from collections.abc import Iterator

from sandbox.core.calendar import HOURS
from sandbox.core.units import Minutes
from sandbox.evaluation.clock import worked
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, to_review
from sandbox.evaluation.registry import rule

ENDS = ("order.recorded", "order.declined", "order.held", "order.differences_raised")
LAST = 20
DAY = HOURS.length()


@rule("CP1.2/priorites", on=("quote.sent", *ENDS))
def priorities(facts: Facts, act: Fact) -> Iterator[Said]:
    """Quand plusieurs dossiers attendent, le plus urgent passe d'abord.

    Pourquoi : traiter dans l'ordre d'arrivée, c'est laisser au hasard ce qui sera en retard.

    Mesure : quand au moins quatre dossiers attendent (demandes de prix, commandes), un au plus est
    dû un jour avant celui que vous traitez ; au-delà, une personne regarde pourquoi.

    Conseil : chaque matin, listez ce qui est dû aujourd'hui, puis demain.
    """
    relation, enquiry = facts.procedures.relation, act.get("enquiry") or ""
    came = facts.first("order.received", of=act.subject)
    came = came or facts.first("message.received", of=enquiry)
    if came is None or _done(facts, came) is not act:
        return
    waiting = [other for other in _arrived(facts, act) if _waits(facts, other, act)]
    if len(waiting) < relation.waiting_items:
        return
    due = _due(facts, came) // DAY
    urgent = [other for other in waiting if _due(facts, other) // DAY < due]
    name = f"{act.subject}, {len(waiting)} dossiers en attente"
    if len(urgent) <= relation.inversions:
        yield met(f"{name} : traité à son tour.", act, came)
    else:
        yield to_review(f"{name} : {len(urgent)} étaient plus urgents.", act, came, *urgent)


def _arrived(facts: Facts, act: Fact) -> Iterator[Fact]:
    """The last enquiries and orders that had come in."""
    yield from facts.find("message.received", topic="enquiry", before=act)[-LAST:]
    yield from facts.find("order.received", before=act)[-LAST:]


def _waits(facts: Facts, came: Fact, act: Fact) -> bool:
    """Whether something was not done yet, or only then."""
    done = facts.once(("done", came.seq), lambda: _done(facts, came))
    return done is None or done.seq >= act.seq


def _done(facts: Facts, came: Fact) -> Fact | None:
    """What answers an enquiry, or deals with an order."""
    if came.verb == "order.received":
        return facts.first(*ENDS, of=came.subject)
    return facts.first("quote.sent", enquiry=came.subject)


def _due(facts: Facts, came: Fact) -> Minutes:
    """Company minute by which it is to be done."""
    sales, order = facts.procedures.sales, came.verb == "order.received"
    return worked(came.at) + (sales.acknowledgement_minutes if order else sales.quote_minutes)
