"""The journal as the rules see it: facts in order, indexed by verb, subject and value."""

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

from sandbox.core.calendar import paris
from sandbox.core.codec import decode
from sandbox.core.procedures import DunningProcedure, Procedures
from sandbox.core.units import Minutes
from sandbox.evaluation.clock import worked
from sandbox.evaluation.model import Entry, Fact

LEARNER = "learner"
SUBJECT = ""
OPENED = "run.opened"
_BEGINNING = paris(1970, 1, 1)
_NO_PROCEDURES = Procedures(delegation=(), dunning=DunningProcedure(steps=()))
_by_seq = attrgetter("seq")

Index = dict[Any, list[Fact]]
T = TypeVar("T")


class Facts:
    """Everything that happened up to ``as_of``; ``judged`` is the post whose deeds are judged."""

    def __init__(self, entries: Iterable[Entry] = (), judged: str = LEARNER) -> None:
        self.judged = judged
        self.aliases: dict[str, str] = {}
        self.journal = _without_practice(_facts(entries, self.aliases))
        self._kept: dict[Hashable, Any] = {}
        self._by_verb: dict[str, list[Fact]] = defaultdict(list)
        self._indexes: dict[str, dict[str, Index]] = defaultdict(dict)
        for fact in self.journal:
            self._by_verb[fact.verb].append(fact)

    @property
    def as_of(self) -> datetime:
        """Company time of the last entry."""
        return self.journal[-1].at if self.journal else _BEGINNING

    def is_over(self, day: date) -> bool:
        """Whether a day is over."""
        return self.as_of.date() > day

    def is_late(self, since: datetime, minutes: Minutes) -> bool:
        """Whether more than so many company minutes have gone since a moment."""
        return worked(self.as_of) - worked(since) > minutes

    def once(self, key: Hashable, compute: Callable[[], T]) -> T:
        """A value that several rules need of the same journal, computed once."""
        if key not in self._kept:
            self._kept[key] = compute()
        kept: T = self._kept[key]
        return kept

    @property
    def opening(self) -> Fact | None:
        """The first entry of a whole journal, which holds the rules of the game."""
        opened = self._by_verb.get(OPENED)
        return opened[0] if opened else None

    @cached_property
    def procedures(self) -> Procedures:
        """The company's procedures, the ones that the learner reads."""
        if self.opening is None:
            return _NO_PROCEDURES
        return _procedures(self.opening.text)

    @cached_property
    def posts(self) -> frozenset[str]:
        """Posts that somebody holds in this company."""
        return frozenset(self.opening["posts"]) if self.opening else frozenset()

    def mine(self, fact: Fact | None) -> bool:
        """Whether the judged post did it."""
        return fact is not None and fact.post == self.judged

    def others(self, fact: Fact | None) -> bool:
        """Whether somebody else did it: then nobody is judged on it."""
        return fact is not None and fact.post != self.judged

    def acts(self, *verbs: str, **wanted: Any) -> list[Fact]:
        """What the judged post did, in order."""
        return self.find(*verbs, mine=True, **wanted)

    def find(
        self,
        *verbs: str,
        of: str | None = None,
        after: Fact | None = None,
        before: Fact | None = None,
        mine: bool = False,
        **values: Any,
    ) -> list[Fact]:
        """Facts of these verbs in order, on a subject, with these values, between two facts.

        ``lines__product="MOB-001"`` finds those with such a line. The list may be one of the
        index: it is to be read only.
        """
        ended = before is not None
        if len(verbs) == 1:
            found = self._candidates(verbs[0], of, values, ended)
        else:
            found = self._merged(verbs, of, values, ended)
        if not found:
            return []
        if after or before:
            start = bisect_right(found, after.seq, key=_by_seq) if after else 0
            end = bisect_left(found, before.seq, key=_by_seq) if before else len(found)
            found = found[start:end]
        return [fact for fact in found if fact.post == self.judged] if mine else found

    def first(self, *verbs: str, mine: bool = False, **wanted: Any) -> Fact | None:
        """The first of what ``find`` gives."""
        for fact in self.find(*verbs, **wanted):
            if not mine or fact.post == self.judged:
                return fact
        return None

    def last(self, *verbs: str, mine: bool = False, **wanted: Any) -> Fact | None:
        """The last of what ``find`` gives."""
        for fact in reversed(self.find(*verbs, **wanted)):
            if not mine or fact.post == self.judged:
                return fact
        return None

    def _look(self, verb: str, key: str | None, value: Any, _ended: bool) -> list[Fact]:
        """Facts of a verb, those under one value of an index if a key is named."""
        if key is None:
            return self._by_verb.get(verb, [])
        indexes = self._indexes[verb]
        if key not in indexes:
            pairs = ((each, f) for f in self._by_verb.get(verb, ()) for each in valued(f, key))
            indexes[key] = _indexed(pairs)
        return indexes[key].get(value, [])

    def _candidates(
        self, verb: str, of: str | None, values: dict[str, Any], ended: bool
    ) -> list[Fact]:
        if of is not None:
            found = self._look(verb, SUBJECT, of, ended)
        elif not values:
            return self._look(verb, None, None, ended)
        else:
            key = next(iter(values))
            found = self._look(verb, key, values[key], ended)
            if len(values) == 1:
                return found
        if not values or not found:
            return found
        for key, value in values.items():
            found = [fact for fact in found if value in valued(fact, key)]
        return found

    def _merged(
        self, verbs: tuple[str, ...], of: str | None, values: dict[str, Any], ended: bool
    ) -> list[Fact]:
        lists = [self._candidates(verb, of, values, ended) for verb in verbs]
        full = [found for found in lists if found]
        if len(full) < 2:
            return full[0] if full else []
        return sorted(chain.from_iterable(full), key=_by_seq)


@lru_cache(maxsize=64)
def _procedures(opening: str) -> Procedures:
    procedures: Procedures = decode(Procedures, json.loads(opening)["procedures"])
    return procedures


def valued(fact: Fact, key: str) -> Iterable[Any]:
    """Values under which a fact is found: its subject, one of its fields, or one of each line."""
    if key == SUBJECT:
        return (fact.subject,)
    listed, _, field = key.partition("__")
    value = fact.get(listed)
    if field:
        return dict.fromkeys(line[field] for line in value or ())
    return (tuple(value) if isinstance(value, list) else value,)


def _indexed(pairs: Iterable[tuple[Any, Fact]]) -> Index:
    index: Index = defaultdict(list)
    for key, fact in pairs:
        index[key].append(fact)
    return dict(index)


def _facts(entries: Iterable[Entry], aliases: dict[str, str]) -> list[Fact]:
    """Facts in order; what was done to a draft bears the final reference of the document."""
    facts = []
    for entry in entries:
        fact = Fact(entry, aliases)
        if fact.verb == "quote.sent":
            aliases[fact["alias"]] = fact.subject
        facts.append(fact)
    for fact in facts if aliases else ():
        fact.subject = aliases.get(fact.subject, fact.subject)
    return facts


def _without_practice(facts: list[Fact]) -> list[Fact]:
    """Facts but for the affairs of practice customers, which are not judged."""
    practice = set(facts[0].get("practice", ())) if facts else set()
    return [fact for fact in facts if not practised(fact, practice)] if practice else facts


def practised(fact: Fact, practice: set[str]) -> bool:
    """Whether it names a practice customer, or bears on a document so put aside (kept in mind).

    A quote that is sent is put aside with its draft, under whichever name that one is known.
    """
    named = (fact.subject, fact.get("customer"), fact.get("about"), fact.get("alias"))
    if practice.isdisjoint(named):
        return False
    practice.add(fact.subject)
    return True
