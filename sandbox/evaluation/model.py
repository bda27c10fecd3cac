"""Vocabulary of the evaluator: facts in, findings out."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from sandbox.core.calendar import PARIS
from sandbox.evaluation.wording import french

# Payload keys that hold the reference of a document, which may still be a draft's alias.
DOCUMENT_KEYS = ("about", "quote")


_decoder = json.JSONDecoder()


class Entry(Protocol):
    """What is read of a journal entry, wherever it is kept."""

    @property
    def seq(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def post(self) -> str: ...
    @property
    def verb(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def payload(self) -> str: ...


class Fact:
    """A journal entry, detached from the database; its values are parsed when first asked for.

    ``subject`` is the final reference of the document, even for what was done to its draft.
    """

    __slots__ = ("_aliases", "_data", "_reference", "at", "post", "seq", "subject", "text", "verb")

    def __init__(self, entry: Entry, aliases: Mapping[str, str]) -> None:
        self.seq, self.at, self.post, self.verb = entry.seq, entry.at, entry.post, entry.verb
        self._reference, self.text, self._aliases = entry.reference, entry.payload, aliases
        self.name_again()

    def name_again(self) -> None:
        """Take the final reference of a document, now that its draft has one."""
        self.subject = self._aliases.get(self._reference, self._reference)
        self._data: dict[str, Any] | None = None

    @property
    def data(self) -> dict[str, Any]:
        """Values of the moment, as the journal keeps them."""
        data = self._data
        if data is None:
            data, _ = _decoder.raw_decode(self.text)
            self._data = data
            if self._aliases:
                for key in DOCUMENT_KEYS:
                    if data.get(key) in self._aliases:
                        data[key] = self._aliases[data[key]]
        return data

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def get(self, key: str, default: Any = None) -> Any:
        """A value that other verbs, or older journals, may lack."""
        return self.data.get(key, default)

    def date(self, key: str) -> date:
        """A value that is a date."""
        return date.fromisoformat(self.data[key])

    def moment(self, key: str) -> datetime:
        """A value that is a moment of company time."""
        return datetime.fromisoformat(self.data[key]).replace(tzinfo=PARIS)

    def __repr__(self) -> str:
        return f"<{self.seq} {self.verb} {self.subject}>"


class Outcome(StrEnum):
    """What came of one occasion."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    NO_OCCASION = "no_occasion"
    TO_REVIEW = "to_review"
    CONTESTED = "contested"
    NOT_JUDGED = "not_judged"

    @property
    def counts(self) -> bool:
        """Whether the verdict rests on it."""
        return self in (Outcome.MET, Outcome.PARTLY, Outcome.MISSED)


class Said(NamedTuple):
    """What a rule says of one occasion, before it is signed; the sentence is plain French."""

    outcome: Outcome
    subject: str
    because: str
    evidence: tuple[int, ...]


class Finding(NamedTuple):
    """One occasion: what came of it, a French sentence, and the entries that prove it.

    The rule that found it signs it (rule, criterion, blocking) when it is judged.
    """

    outcome: Outcome
    subject: str
    because: str
    evidence: tuple[int, ...]
    rule: str = ""
    criterion: str = ""
    blocking: bool = False


def met(because: str, *facts: Fact | None) -> Said:
    """The behaviour was there."""
    return _said(Outcome.MET, because, facts)


def partly(because: str, *facts: Fact | None) -> Said:
    """The behaviour was there, late or incomplete."""
    return _said(Outcome.PARTLY, because, facts)


def missed(because: str, *facts: Fact | None) -> Said:
    """The behaviour was called for and was not there."""
    return _said(Outcome.MISSED, because, facts)


def to_review(because: str, *facts: Fact | None) -> Said:
    """Only a person can tell; the evidence is prepared."""
    return _said(Outcome.TO_REVIEW, because, facts)


def _said(outcome: Outcome, because: str, facts: Iterable[Fact | None]) -> Said:
    """Said about the subject of the first fact; facts that are None are left out."""
    known = [fact for fact in facts if fact is not None]
    seqs = (known[0].seq,) if len(known) == 1 else tuple(sorted({fact.seq for fact in known}))
    return Said(outcome, known[0].subject, french(because), seqs)
