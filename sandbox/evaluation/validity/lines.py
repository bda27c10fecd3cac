"""Entries of a journal as plain values, that may be changed to see what the rules say."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sandbox.core.calendar import in_paris
from sandbox.evaluation.model import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """One entry, away from its database; company time is that of Paris."""

    seq: int
    at: datetime
    post: str
    verb: str
    reference: str
    payload: str


def lines_of(entries: Iterable[Entry]) -> list[Line]:
    """The same entries, detached."""
    return [Line(e.seq, in_paris(e.at), e.post, e.verb, e.reference, e.payload) for e in entries]


def numbered(lines: Iterable[Line]) -> list[Line]:
    """Lines in this order, numbered from 1."""
    return [replace(line, seq=number) for number, line in enumerate(lines, 1)]
