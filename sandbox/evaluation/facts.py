"""The journal as the rules see it: facts in order, indexed by verb, subject and value."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

from sandbox.core.calendar import paris
from sandbox.core.codec import decode
from sandbox.core.procedures import DunningProcedure, Procedures
from sandbox.evaluation.model import Entry, Fact

LEARNER = "learner"
_BEGINNING = paris(1970, 1, 1)
_NO_PROCEDURES = Procedures(delegation=(), dunning=DunningProcedure(steps=()))
_by_seq = attrgetter("seq")

Index = dict[Any, list[Fact]]


class Facts:
    """Everything that happened up to ``as_of``; ``judged`` is the post whose deeds are judged."""

    def __init__(self, entries: Iterable[Entry], judged: str = LEARNER) -> None:
        self.judged = judged
        self.journal = _without_practice(_facts(entries))
        self._by_verb: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.journal:
            self._by_verb[fact.verb].append(fact)
        self._by_subject: dict[str, Index] = {}
        self._by_value: dict[tuple[str, str], Index] = {}
        self._by_product: dict[tuple[str, str, bool], Index] = {}

    @property
    def as_of(self) -> datetime:
        """Company time of the last entry."""
        return self.journal[-1].at if self.journal else _BEGINNING

    @property
    def opening(self) -> Fact | None:
        """The first entry of a whole journal, which holds the rules of the game."""
        opened = self._of_verb("run.opened")
        return opened[0] if opened else None

    @cached_property
    def procedures(self) -> Procedures:
        """The company's procedures, the ones that the learner reads."""
        if self.opening is None:
            return _NO_PROCEDURES
        procedures: Procedures = decode(Procedures, self.opening["procedures"])
        return procedures

    def mine(self, fact: Fact | None) -> bool:
        """Whether the judged post did it."""
        return fact is not None and fact.post == self.judged

    def others(self, fact: Fact | None) -> bool:
        """Whether somebody else did it: then nobody is judged on it."""
        return fact is not None and fact.post != self.judged

    def acts(self, *verbs: str) -> list[Fact]:
        """What the judged post did, in order."""
        return self.find(*verbs, mine=True)

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

        The list may be one of the index: it is to be read only.
        """
        found = self._merged(verbs, of, values)
        if after or before:
            start = bisect_right(found, after.seq, key=_by_seq) if after else 0
            end = bisect_left(found, before.seq, key=_by_seq) if before else len(found)
            found = found[start:end]
        return [fact for fact in found if fact.post == self.judged] if mine else found

    def naming(self, verb: str, listed: str, product: str, *, mine: bool = False) -> list[Fact]:
        """Facts of a verb that name a product in a list (positions, lines), in order."""
        key = (verb, listed, mine)
        if key not in self._by_product:
            told = self.find(verb, mine=mine)
            self._by_product[key] = _indexed(
                (line["product"], f) for f in told for line in f[listed]
            )
        return self._by_product[key].get(product, [])

    def first(self, *verbs: str, **wanted: Any) -> Fact | None:
        """The first of what ``find`` gives."""
        return next(iter(self.find(*verbs, **wanted)), None)

    def last(self, *verbs: str, **wanted: Any) -> Fact | None:
        """The last of what ``find`` gives."""
        found = self.find(*verbs, **wanted)
        return found[-1] if found else None

    def _of_verb(self, verb: str) -> list[Fact]:
        return self._by_verb.get(verb, [])

    def _candidates(self, verb: str, of: str | None, values: dict[str, Any]) -> list[Fact]:
        if of is None and not values:
            return self._of_verb(verb)
        found = None if of is None else self._subjects(verb).get(of, [])
        for key, value in values.items():
            if found is None:
                found = self._values(verb, key).get(value, [])
            else:
                found = [fact for fact in found if fact.get(key) == value]
        return found or []

    def _subjects(self, verb: str) -> Index:
        if verb not in self._by_subject:
            self._by_subject[verb] = _indexed((f.subject, f) for f in self._of_verb(verb))
        return self._by_subject[verb]

    def _values(self, verb: str, key: str) -> Index:
        if (verb, key) not in self._by_value:
            pairs = ((fact.get(key), fact) for fact in self._of_verb(verb))
            self._by_value[verb, key] = _indexed(pairs)
        return self._by_value[verb, key]

    def _merged(self, verbs: tuple[str, ...], of: str | None, values: dict[str, Any]) -> list[Fact]:
        lists = [found for verb in verbs if (found := self._candidates(verb, of, values))]
        if len(lists) < 2:
            return lists[0] if lists else []
        return sorted(chain.from_iterable(lists), key=_by_seq)


def _indexed(pairs: Iterable[tuple[Any, Fact]]) -> Index:
    index: Index = defaultdict(list)
    for key, fact in pairs:
        index[key].append(fact)
    return dict(index)


def _facts(entries: Iterable[Entry]) -> list[Fact]:
    """Facts in order; what was done to a draft bears the final reference of the document."""
    aliases: dict[str, str] = {}
    facts = []
    for entry in entries:
        fact = Fact(entry, aliases)
        if fact.verb == "quote.sent":
            aliases[fact["alias"]] = fact.subject
        facts.append(fact)
    for fact in facts:
        fact.subject = aliases.get(fact.subject, fact.subject)
    return facts


def _without_practice(facts: list[Fact]) -> list[Fact]:
    """Facts but for the affairs of practice customers, which are not judged."""
    practice = set(facts[0].get("practice", ())) if facts else set()
    return list(_kept(facts, practice)) if practice else facts


def _kept(facts: list[Fact], practice: set[str]) -> Iterator[Fact]:
    """Drop what names a practice customer, and what later bears on a document so dropped."""
    for fact in facts:
        if practice.isdisjoint((fact.subject, fact.get("customer"), fact.get("about"))):
            yield fact
        else:
            practice.add(fact.subject)
