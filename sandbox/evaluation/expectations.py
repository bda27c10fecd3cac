"""What a scenario expects besides the rules, turned into rules of this run."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sandbox.core.codec import decode
from sandbox.core.expectations import Deed, Expectation
from sandbox.evaluation.facts import Facts, valued
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import Rule
from sandbox.evaluation.telling import alerted, asked_and_obtained, told
from sandbox.evaluation.vocabulary import Timing, earliest, value_within, within

Shape = Callable[[Expectation, Facts, Fact], Iterator[Said]]


def rules_of(facts: Facts) -> list[Rule]:
    """Rules that hold for this run alone: what its scenario expects."""
    stated = facts.opening.get("expectations", ()) if facts.opening else ()
    return [_rule(decode(Expectation, each)) for each in stated]


def _rule(expected: Expectation) -> Rule:
    return Rule(
        code=f"{expected.criterion}/{expected.name}",
        blocking=expected.blocking,
        on=(expected.each.verb,),
        anyone=expected.each.by == "anyone",
        find=partial(_judge, expected),
        stated=expected.text,
    )


def _judge(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    if _fits(expected.each, fact):
        yield from _SHAPES[expected.shapes[0]](expected, facts, fact)


def _fits(deed: Deed, fact: Fact) -> bool:
    return all(value in valued(fact, _key(key)) for key, value in deed.where.items())


def _key(name: str) -> str:
    return "" if name == "subject" else name


def _found(deed: Deed | None, facts: Facts, fact: Fact, **when: Fact) -> Fact | None:
    """The first entry that a deed describes, on this occasion."""
    if deed is None:
        return None
    wanted: dict[str, Any] = {_key(k): v for k, v in deed.where.items()}
    for name in deed.same:
        wanted[_key(name)] = fact.subject if name == "subject" else fact.get(name)
    of = wanted.pop("", None)
    return facts.first(deed.verb, of=of, mine=deed.by == "learner", **when, **wanted)


def _precedes(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    before = _found(expected.precedes, facts, fact, before=fact)
    yield _said(expected, fact, before, kept=before is not None)


def _within(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    act = _found(expected.within, facts, fact, after=fact)
    yield from _timed(expected, fact, act, within(facts, fact.at, act, expected.delay or 0))


def _never(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    wrong = _found(expected.never, facts, fact, after=fact)
    yield _said(expected, fact, wrong, kept=wrong is None)


def _coexists(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    other = _found(expected.coexists, facts, fact)
    yield _said(expected, fact, other, kept=other is not None)


def _value_within(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    bounds, value = expected.value_within, 0
    if bounds is not None and isinstance(value := fact.get(bounds.value), int):
        yield _said(expected, fact, None, kept=value_within(value, bounds.least, bounds.most))


def _told_whom(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    telling = expected.told_whom
    if telling is None:
        return
    customer = fact.get("customer")
    matters = (fact.subject, fact.get("about"), fact.get("order"), customer)
    words = [alerted(facts, *matters, after=fact, posts=(post,)) for post in telling.whom]
    if customer and "customer" in telling.whom:
        words.append(told(facts, customer, *matters, after=fact))
    word = earliest(*words)
    yield from _timed(expected, fact, word, within(facts, fact.at, word, telling.delay))


def _asked(expected: Expectation, facts: Facts, fact: Fact) -> Iterator[Said]:
    documents = (fact.subject, fact.get("quote"))
    approval = asked_and_obtained(facts, expected.asked or "", *documents, before=fact)
    yield _said(expected, fact, approval.answer or approval.asked, kept=approval.granted)


def _timed(
    expected: Expectation, fact: Fact, act: Fact | None, timing: Timing | None
) -> Iterator[Said]:
    if timing is not None:
        yield _said(expected, fact, act, kept=timing.kept, more=f" ({timing})")


def _said(
    expected: Expectation, fact: Fact, other: Fact | None, *, kept: bool, more: str = ""
) -> Said:
    because = f"{fact.subject} : {expected.text.rstrip('.')}{more}, "
    if kept:
        return met(f"{because}c'est fait.", fact, other)
    return missed(f"{because}ce n'est pas le cas.", fact, other)


_SHAPES: dict[str, Shape] = {
    "precedes": _precedes,
    "within": _within,
    "never": _never,
    "coexists": _coexists,
    "value_within": _value_within,
    "told_whom": _told_whom,
    "asked": _asked,
}
