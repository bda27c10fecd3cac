"""Look-ups that an act rests on: there before, of the moment, overtaken by nothing."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from sandbox.core.units import Minutes
from sandbox.evaluation.clock import worked
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact
from sandbox.evaluation.wording import when

# What moves a customer's outstanding.
POSTINGS = ("invoice.issued", "credit_note.issued", "payment.reconciled", "order.recorded")


class Query(NamedTuple):
    """What may be asked of the facts, on one side or the other of an act."""

    facts: Facts
    verb: str
    wanted: dict[str, Any]

    def find(self, **when: Any) -> list[Fact]:
        """All of them."""
        return self.facts.find(self.verb, **self.wanted, **when)

    def first(self, **when: Any) -> Fact | None:
        """The first, by the judged post."""
        return self.facts.first(self.verb, mine=True, **self.wanted, **when)

    def last(self, **when: Any) -> Fact | None:
        """The last, by the judged post."""
        return self.facts.last(self.verb, mine=True, **self.wanted, **when)


def query(facts: Facts, verb: str, **wanted: Any) -> Query:
    """A question to ask later: a verb, and values."""
    return Query(facts, verb, wanted)


class Freshness(Enum):
    """What a look-up is worth at the moment of an act."""

    FRESH = "fresh"
    NEVER = "never"
    AFTERWARDS = "afterwards"
    OLD = "old"
    OVERTAKEN = "overtaken"


def as_agreed(facts: Facts, order: Fact, before: Fact | None = None) -> Fact:
    """The last that was agreed of an order recorded: what it was changed to, or as it was."""
    return facts.last("order.changed", of=order.subject, after=order, before=before) or order


def cancelled(facts: Facts, order: Fact, before: Fact | None = None) -> Fact | None:
    """The cancellation that took its effect away from an order, if any."""
    return facts.first("order.cancelled", of=order.subject, after=order, before=before)


@dataclass(frozen=True, slots=True)
class Look:
    """The look-up that an act rests on, if any, and what has overtaken it, if anything."""

    freshness: Freshness
    fact: Fact | None = None
    change: Fact | None = None

    @property
    def fresh(self) -> bool:
        """Whether the act could rest on it."""
        return self.freshness is Freshness.FRESH

    def __str__(self) -> str:
        """French words to follow a subject and a comma."""
        at = when(self.fact.at) if self.fact else ""
        match self.freshness:
            case Freshness.FRESH:
                return f"consultation {at}, encore valable"
            case Freshness.NEVER:
                return "aucune consultation"
            case Freshness.AFTERWARDS:
                return f"consultation {at} seulement, donc après coup"
            case Freshness.OLD:
                return f"dernière consultation {at}, trop ancienne"
        changed = when(self.change.at) if self.change else ""
        return f"consultation {at}, dépassée par une écriture {changed}"


def consulted_before(act: Fact, minutes: Minutes, looks: Query, *changes: Query) -> Look:
    """The last look-up before an act: fresh if nothing moved since, and not older than allowed.

    Looking more often, or in another order, costs nothing; what the act's own document did to the
    figures overtakes nothing either.
    """
    last = looks.last(before=act)
    if last is None:
        late = looks.first(after=act)
        return Look(Freshness.AFTERWARDS, late) if late else Look(Freshness.NEVER)
    for changed in changes:
        for change in changed.find(after=last, before=act):
            if change.subject != act.subject:
                return Look(Freshness.OVERTAKEN, last, change)
    if worked(act.at) - worked(last.at) > minutes:
        return Look(Freshness.OLD, last)
    return Look(Freshness.FRESH, last)


def outstanding_before(facts: Facts, order: Fact) -> Look:
    """The look-up of that customer's outstanding on which recording an order rests."""
    return facts.once(("outstanding", order.seq), lambda: _outstanding_look(facts, order))


def _outstanding_look(facts: Facts, order: Fact) -> Look:
    customer = order["customer"]
    return consulted_before(
        order,
        facts.procedures.credit.check_valid_minutes,
        query(facts, "outstanding.consulted", of=customer),
        *(query(facts, verb, customer=customer) for verb in POSTINGS),
    )


def stock_before(facts: Facts, order: Fact) -> Look:
    """The look-up of the stock on which a promise rests: the worst of those of its products."""
    return facts.once(("stock", order.seq), lambda: _worst_look(facts, order))


def _worst_look(facts: Facts, order: Fact) -> Look:
    reserved = facts.find("stock.reserved", of=order.subject)
    products = dict.fromkeys(fact["product"] for fact in reserved)
    looks = [_stock_look(facts, order, product) for product in products]
    weak = (look for look in looks if not look.fresh)
    return next(weak, looks[0] if looks else Look(Freshness.FRESH))


def _stock_look(facts: Facts, order: Fact, product: str) -> Look:
    return consulted_before(
        order,
        facts.procedures.credit.check_valid_minutes,
        query(facts, "stock.consulted", positions__product=product),
        query(facts, "stock.reserved", product=product),
        query(facts, "goods.received", lines__product=product),
    )
