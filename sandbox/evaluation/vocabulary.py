"""The shapes that rules are written in: precedes, within, never without, coexists, value within.

Look-ups that an act rests on are in ``looking``, who was told or asked in ``telling``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from sandbox.core.calendar import working_days_between
from sandbox.core.units import Cents, Minutes
from sandbox.evaluation.clock import worked
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.wording import delay

AMOUNTS = ("quote.sent", "order.received", "order.recorded", "invoice.issued")

# A time when the ball is in somebody else's court; still there if it has no end.
Period = tuple[datetime, datetime | None]
_by_seq = attrgetter("seq")


@dataclass(frozen=True, slots=True)
class Timing:
    """How much company time an act took, the time spent in somebody else's court left out."""

    kept: bool
    spent: Minutes | None
    allowed: Minutes

    def __str__(self) -> str:
        if self.spent is None:
            return f"{delay(self.allowed)} ouvrées prévues"
        return f"{delay(self.spent)} ouvrées pour {delay(self.allowed)} prévues"


def within(
    facts: Facts,
    since: datetime,
    act: Fact | None,
    minutes: Minutes,
    waits: Sequence[Period] = (),
) -> Timing | None:
    """Whether an act came within so many company minutes; None while there is still time.

    The timer stops during ``waits``: the ball is in somebody else's court.
    """
    if act is not None:
        elsewhere = sum(_overlap(wait, since, act.at) for wait in waits)
        spent = worked(act.at) - worked(since) - elsewhere
        return Timing(spent <= minutes, spent, minutes)
    allowed = minutes + sum(_overlap(w, since, w[1]) for w in waits if w[1])
    stopped = next((start for start, end in waits if end is None), None)
    if stopped is not None and worked(stopped) - worked(since) <= allowed:
        return None
    return Timing(False, None, minutes) if facts.is_late(since, allowed) else None


def in_time(
    facts: Facts, name: str, what: str, since: Fact, act: Fact | None, minutes: Minutes
) -> Iterable[Said]:
    """The plainest rule: something calls for an act of ours, within so many company minutes."""
    timing = within(facts, since.at, act, minutes)
    if timing is None or facts.others(act):
        return
    if act is None:
        yield missed(f"{name} : {what}, rien n'a été fait ({timing}).", since)
    elif timing.kept:
        yield met(f"{name} : {what}, à temps ({timing}).", since, act)
    else:
        yield missed(f"{name} : {what}, trop tard ({timing}).", since, act)


def waits(questions: Iterable[Fact], answers: Sequence[Fact]) -> list[Period]:
    """Periods from each question to the first answer after it, without end if there is none."""
    periods: list[Period] = []
    for question in questions:
        if periods and (periods[-1][1] is None or question.at < periods[-1][1]):
            continue
        answer = next((fact.at for fact in answers if fact.seq > question.seq), None)
        periods.append((question.at, answer))
    return periods


def _overlap(period: Period, since: datetime, until: datetime) -> Minutes:
    start, end = max(period[0], since), min(period[1] or until, until)
    return worked(end) - worked(start) if start < end else 0


def precedes(earlier: Fact | None, later: Fact) -> bool:
    """Whether something happened, and before something else."""
    return earlier is not None and earlier.seq < later.seq


def never_without(act: Fact, condition: Fact | None, well: str, badly: str) -> Said:
    """An act that calls for something before it: met if it was there, missed if not."""
    if precedes(condition, act):
        return met(well, act, condition)
    return missed(badly, act, condition)


def never(act: Fact, wrong: object, well: str, badly: str) -> Said:
    """An act in which something must not be: missed if it is there."""
    return missed(badly, act) if wrong else met(well, act)


def coexists(facts: Facts, fact: Fact, *verbs: str) -> Fact | None:
    """The first fact of these verbs on the same document, whenever it came."""
    return facts.first(*verbs, of=fact.subject)


def value_within(value: int, least: int | None = None, most: int | None = None) -> bool:
    """Whether a value stands between two bounds, both allowed; None bounds nothing."""
    return (least is None or value >= least) and (most is None or value <= most)


def earliest(*facts: Fact | None) -> Fact | None:
    """The first to happen of those that did."""
    return min((f for f in facts if f is not None), key=_by_seq, default=None)


def latest(*facts: Fact | None) -> Fact | None:
    """The last to happen of those that did."""
    return max((f for f in facts if f is not None), key=_by_seq, default=None)


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
    near = is_near(facts, event, order.date("promised_on"))
    return supply.urgent_notice_minutes if near else supply.notice_minutes


def is_near(facts: Facts, event: Fact, day: date) -> bool:
    """Whether a day is so close to an event that it makes it urgent."""
    left = working_days_between(event.at.date(), day)
    return left <= facts.procedures.supply.urgent_within_days
