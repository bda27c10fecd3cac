"""Judging as a run goes: one more entry asks again only what it may change.

Each occasion remembers what it looked at and until when it waits; the result is always that of
judging the whole journal anew.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sandbox.core.calendar import PARIS, add_working_minutes
from sandbox.core.units import Minutes
from sandbox.evaluation import rules as _every_rule  # noqa: F401  (registers them)
from sandbox.evaluation.expectations import rules_of
from sandbox.evaluation.facts import LEARNER, OPENED, Facts, T, practised, valued
from sandbox.evaluation.model import DOCUMENT_KEYS, Entry, Fact, Finding
from sandbox.evaluation.reac import reac
from sandbox.evaluation.registry import Rule, rules
from sandbox.evaluation.report import CriterionReport, Report, criterion_report

Question = tuple[str, str | None, Hashable]


class Occasion(NamedTuple):
    """A rule asked about a fact."""

    rule: str
    seq: int


class LiveFacts(Facts):
    """Facts that grow, and remember who looked at what."""

    def __init__(self, judged: str = LEARNER) -> None:
        super().__init__((), judged)
        self.asking: Occasion | None = None
        self._open: dict[Question, set[Occasion]] = defaultdict(set)
        self._ended: dict[Question, set[Occasion]] = defaultdict(set)
        self._keys: dict[str, set[str]] = defaultdict(set)
        self._alarms: list[tuple[datetime, Occasion]] = []
        self._practice: set[str] = set()
        self._drafts: dict[str, list[Fact]] = defaultdict(list)

    def add(self, entry: Entry) -> tuple[Fact | None, set[Occasion]]:
        """Take one more entry in; the fact, unless it is of practice, and whom it may concern."""
        fact = Fact(entry, self.aliases)
        if fact.verb == OPENED:
            self._practice = set(fact["practice"])
        touched = self._rename(fact) if fact.verb == "quote.sent" else set()
        if self._practice and practised(fact, self._practice):
            return None, touched
        self.journal.append(fact)
        self._by_verb[fact.verb].append(fact)
        self._note_draft(fact)
        touched |= self._open.get((fact.verb, None, None), set())
        for key, index in self._indexes[fact.verb].items():
            for value in valued(fact, key):
                index.setdefault(value, []).append(fact)
        # An index may have been dropped since, those who asked by its key still wait.
        for key in self._keys[fact.verb]:
            for value in valued(fact, key):
                touched |= self._open.get((fact.verb, key, value), set())
        while self._alarms and self._alarms[0][0] <= fact.at:
            touched.add(heapq.heappop(self._alarms)[1])
        return fact, touched

    def once(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Computed each time: what it rests on changes."""
        return compute()

    def is_over(self, day: date) -> bool:
        """Whether a day is over; if not, whoever asks is asked again when it is."""
        over = super().is_over(day)
        if not over:
            self._wake(datetime.combine(day + timedelta(days=1), time(), PARIS))
        return over

    def is_late(self, since: datetime, minutes: Minutes) -> bool:
        """Whether so many company minutes have gone; if not, ask again when they have."""
        late = super().is_late(since, minutes)
        if not late:
            self._wake(add_working_minutes(since, max(minutes, 0) + 1))
        return late

    def _wake(self, moment: datetime) -> None:
        if self.asking:
            heapq.heappush(self._alarms, (moment, self.asking))

    def _look(self, verb: str, key: str | None, value: Any, ended: bool) -> list[Fact]:
        if self.asking:
            asked = self._ended if ended else self._open
            asked[verb, key, value].add(self.asking)
            if key is not None:
                self._keys[verb].add(key)
        return super()._look(verb, key, value, ended)

    def _note_draft(self, fact: Fact) -> None:
        named = {fact.subject, *(fact.get(key) for key in DOCUMENT_KEYS)}
        for name in named - {None}:
            self._drafts[name].append(fact)

    def _rename(self, sent: Fact) -> set[Occasion]:
        """Give what was done to a draft its final reference; whoever looked at it."""
        self.aliases[sent["alias"]] = sent.subject
        touched: set[Occasion] = set()
        for fact in self._drafts.pop(sent["alias"], ()):
            touched |= self._who_saw(fact)
            fact.name_again()
            self._note_draft(fact)
        for verb in {fact.verb for fact in self._drafts[sent.subject]}:
            self._indexes.pop(verb, None)
        for fact in self._drafts[sent.subject]:
            touched |= self._who_saw(fact)
            touched |= {Occasion(rule.code, fact.seq) for rule in asked_about(fact, self)}
        return touched

    def _who_saw(self, fact: Fact) -> set[Occasion]:
        questions: list[Question] = [(fact.verb, None, None)]
        for key in self._keys[fact.verb]:
            questions += [(fact.verb, key, value) for value in valued(fact, key)]
        seen: set[Occasion] = set()
        return seen.union(*(self._open.get(q, ()) for q in questions)).union(
            *(self._ended.get(q, ()) for q in questions)
        )


def asked_about(fact: Fact, facts: Facts) -> list[Rule]:
    """Rules for which a fact may be an occasion."""
    return [r for r in _by_verb().get(fact.verb, ()) if r.anyone or facts.mine(fact)]


def _by_verb() -> dict[str, list[Rule]]:
    """Rules by the verbs on which they are asked."""
    if len(_known) != len(rules):
        _known.clear()
        _known.update(rules)
        _asked.clear()
        for rule in rules.values():
            for verb in rule.on:
                _asked[verb].append(rule)
    return _asked


_known: dict[str, Rule] = {}
_asked: dict[str, list[Rule]] = defaultdict(list)


class Judge:
    """The report of a run that goes on: entries in, one by one, and a report at any moment."""

    def __init__(self, entries: Iterable[Entry] = (), judged: str = LEARNER) -> None:
        self.facts = LiveFacts(judged)
        self._own: dict[str, Rule] = {}
        self._found: dict[str, dict[Occasion, tuple[Finding, ...]]] = defaultdict(dict)
        self._reports: dict[str, CriterionReport] = {}
        self._facts: dict[int, Fact] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take one more entry into account."""
        fact, touched = self.facts.add(entry)
        if fact is not None:
            touched |= self._asked(fact)
        for occasion in sorted(touched):
            self._judge(occasion)

    def _asked(self, fact: Fact) -> set[Occasion]:
        """Keep a new fact; the occasions that it may be."""
        self._facts[fact.seq] = fact
        if fact.verb == OPENED:
            self._own = {rule.code: rule for rule in rules_of(self.facts)}
        asked = [*asked_about(fact, self.facts), *self._expected(fact)]
        return {Occasion(rule.code, fact.seq) for rule in asked}

    def report(self) -> Report:
        """What the run shows so far."""
        for code in reac().criteria:
            if code not in self._reports:
                found = self._found[code].values()
                self._reports[code] = criterion_report(code, (f for own in found for f in own))
        return Report(tuple(self._reports[code] for code in reac().criteria))

    def _expected(self, fact: Fact) -> list[Rule]:
        own = self._own.values()
        return [r for r in own if fact.verb in r.on and (r.anyone or self.facts.mine(fact))]

    def _judge(self, occasion: Occasion) -> None:
        rule = self._own.get(occasion.rule) or rules[occasion.rule]
        self.facts.asking = occasion
        found = rule.judge_one(self.facts, self._facts[occasion.seq])
        self.facts.asking = None
        known = self._found[rule.criterion]
        if known.get(occasion, ()) != found:
            known[occasion] = found
            self._reports.pop(rule.criterion, None)
