"""The shapes that rules are written in: within, consulted before, asked and obtained, told."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from operator import attrgetter

from sandbox.core.calendar import working_days_between, working_minutes_between
from sandbox.core.units import Cents, Minutes
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact
from sandbox.evaluation.wording import delay, when

# What moves a customer's outstanding.
POSTINGS = ("invoice.issued", "credit_note.issued", "payment.reconciled", "order.recorded")
# What those who rest on the outstanding, or on the stock, listen to.
OUTSTANDING_VERBS = ("outstanding.consulted", *POSTINGS)
STOCK_VERBS = ("stock.consulted", "stock.reserved", "goods.received")
AMOUNTS = ("quote.sent", "order.received", "order.recorded", "invoice.issued")

Period = tuple[datetime, datetime]
_by_seq = attrgetter("seq")


@dataclass(frozen=True, slots=True)
class Timing:
    """How much company time an act took, the time spent in somebody else's court left out."""

    kept: bool
    spent: Minutes
    allowed: Minutes

    def __str__(self) -> str:
        return f"{delay(self.spent)} ouvrées pour {delay(self.allowed)} prévues"


def within(
    facts: Facts,
    since: datetime,
    act: Fact | None,
    minutes: Minutes,
    waits: Iterable[Period] = (),
) -> Timing | None:
    """Whether an act came within so many company minutes; None while there is still time.

    The timer stops during ``waits``: the ball is in somebody else's court.
    """
    until = act.at if act else facts.as_of
    elsewhere = sum(_overlap(wait, since, until) for wait in waits)
    spent = working_minutes_between(since, until) - elsewhere
    if act is None and spent <= minutes:
        return None
    return Timing(act is not None and spent <= minutes, spent, minutes)


def waits(questions: Iterable[Fact], answers: Sequence[Fact], end: datetime) -> list[Period]:
    """Periods from each question to the first answer after it, or to the end if there is none."""
    periods: list[Period] = []
    for question in questions:
        if periods and question.at < periods[-1][1]:
            continue
        answer = next((fact.at for fact in answers if fact.seq > question.seq), end)
        periods.append((question.at, answer))
    return periods


def _overlap(period: Period, since: datetime, until: datetime) -> Minutes:
    start, end = max(period[0], since), min(period[1], until)
    return working_minutes_between(start, end) if start < end else 0


def precedes(earlier: Fact | None, later: Fact) -> bool:
    """Whether something happened, and before something else."""
    return earlier is not None and earlier.seq < later.seq


def earliest(*facts: Fact | None) -> Fact | None:
    """The first to happen of those that did."""
    return min((f for f in facts if f is not None), key=_by_seq, default=None)


class Freshness(Enum):
    """What a look-up is worth at the moment of an act."""

    FRESH = "fresh"
    NEVER = "never"
    AFTERWARDS = "afterwards"
    OLD = "old"
    OVERTAKEN = "overtaken"


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
        """French words to follow a subject: « n'a pas été consulté avant »."""
        at = when(self.fact.at) if self.fact else ""
        changed = when(self.change.at) if self.change else ""
        return {
            Freshness.FRESH: f"consultation {at}, encore valable",
            Freshness.NEVER: "aucune consultation",
            Freshness.AFTERWARDS: f"consultation {at} seulement, donc après coup",
            Freshness.OLD: f"dernière consultation {at}, trop ancienne",
            Freshness.OVERTAKEN: f"consultation {at}, dépassée par une écriture {changed}",
        }[self.freshness]


def consulted_before(
    act: Fact, minutes: Minutes, looks: Sequence[Fact], *changes: Sequence[Fact]
) -> Look:
    """The last look-up before an act: fresh if nothing moved since, and not older than allowed.

    Looking more often, or in another order, costs nothing; what the act's own document did to the
    figures overtakes nothing either.
    """
    before = bisect_left(looks, act.seq, key=_by_seq)
    if not before:
        return Look(Freshness.AFTERWARDS, looks[0]) if looks else Look(Freshness.NEVER)
    last = looks[before - 1]
    change = next((c for series in changes if (c := _overtaking(series, last, act))), None)
    if change is not None:
        return Look(Freshness.OVERTAKEN, last, change)
    if working_minutes_between(last.at, act.at) > minutes:
        return Look(Freshness.OLD, last)
    return Look(Freshness.FRESH, last)


def _overtaking(changes: Sequence[Fact], look: Fact, act: Fact) -> Fact | None:
    start = bisect_right(changes, look.seq, key=_by_seq)
    end = bisect_left(changes, act.seq, key=_by_seq)
    between = (changes[position] for position in range(start, end))
    return next((change for change in between if change.subject != act.subject), None)


def outstanding_before(facts: Facts, order: Fact) -> Look:
    """The look-up of that customer's outstanding on which recording an order rests."""
    customer = order["customer"]
    return consulted_before(
        order,
        facts.procedures.credit.check_valid_minutes,
        facts.find("outstanding.consulted", of=customer, mine=True),
        *(facts.find(verb, customer=customer) for verb in POSTINGS),
    )


def stock_before(facts: Facts, order: Fact) -> Look:
    """The look-up of the stock on which a promise rests: the worst of those of its products."""
    looks = [_stock_look(facts, order, product) for product in products_of(facts, order)]
    weak = (look for look in looks if not look.fresh)
    return next(weak, looks[0] if looks else Look(Freshness.FRESH))


def products_of(facts: Facts, order: Fact) -> list[str]:
    """Stocked products of an order that was recorded."""
    reserved = facts.find("stock.reserved", of=order.subject)
    return list(dict.fromkeys(fact["product"] for fact in reserved))


def _stock_look(facts: Facts, order: Fact, product: str) -> Look:
    return consulted_before(
        order,
        facts.procedures.credit.check_valid_minutes,
        facts.naming("stock.consulted", "positions", product, mine=True),
        facts.find("stock.reserved", product=product),
        facts.naming("goods.received", "lines", product),
    )


@dataclass(frozen=True, slots=True)
class Approval:
    """What was asked of somebody with more power before an act, and what they answered."""

    asked: Fact | None
    answer: Fact | None

    @property
    def granted(self) -> bool:
        """Whether the answer came, and is yes."""
        return self.answer is not None and bool(self.answer["granted"])

    @property
    def refused(self) -> bool:
        """Whether the answer came, and is no."""
        return self.answer is not None and not self.answer["granted"]


def asked_and_obtained(
    facts: Facts, kind: str, *documents: str | None, before: Fact | None = None
) -> Approval:
    """The last approval of a kind about some documents, asked and answered before an act."""
    asked = answer = None
    for document in documents:
        if document is not None:
            wanted = {"kind": kind, "about": document, "before": before}
            asked = facts.last("approval.requested", mine=True, **wanted) or asked
            answer = facts.last("approval.decided", **wanted) or answer
    return Approval(asked, answer)


def told(
    facts: Facts, customer: str, *documents: str | None, after: Fact, before: Fact | None = None
) -> Fact | None:
    """The first message to a customer about some documents, or about none in particular."""
    written = facts.find("message.sent", customer=customer, mine=True, after=after, before=before)
    return next((m for m in written if m["about"] is None or m["about"] in documents), None)


def alerted(
    facts: Facts, *matters: str | None, after: Fact, verbs: tuple[str, ...] = ("colleague.alerted",)
) -> Fact | None:
    """The first time a colleague was told of a matter (a document, a product or a customer)."""
    known = {matter for matter in matters if matter is not None}
    for fact in facts.find(*verbs, mine=True, after=after):
        if fact["about"] in known or (fact["about"] is None and fact["customer"] in known):
            return fact
    return None


def amount_of(facts: Facts, document: str | None) -> Cents:
    """Amount of a document with tax, in cents; zero when nothing tells."""
    known = facts.last(*AMOUNTS, of=document) if document else None
    if known is not None:
        return int(known["gross"])
    opened = facts.opening["open_invoices"] if facts.opening else ()
    return next((int(line["balance"]) for line in opened if line["invoice"] == document), 0)


def notice_minutes(facts: Facts, event: Fact, order: Fact) -> Minutes:
    """Company minutes to tell of a problem: fewer when the promised day is near."""
    supply = facts.procedures.supply
    left = working_days_between(event.at.date(), order.date("promised_on"))
    near = left <= supply.urgent_within_days
    return supply.urgent_notice_minutes if near else supply.notice_minutes
