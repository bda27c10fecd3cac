"""Verbs of customers' complaints and of their satisfaction."""

from dataclasses import dataclass
from datetime import date, datetime

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class ComplaintOpened(Payload, verb="complaint.opened"):
    """A complaint about a document; ``source`` is the message or the call it came by."""

    customer: str
    business: bool
    nature: str
    about: str | None
    source: str | None
    asks: str
    acknowledge_by: datetime
    answer_by: datetime
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ComplaintAcknowledged(Payload, verb="complaint.acknowledged"):
    """The customer was told that the complaint is dealt with; ``late`` past the delay."""

    customer: str
    channel: str
    late: bool


@dataclass(frozen=True)
class ComplaintQualified(Payload, verb="complaint.qualified"):
    """Whose doing it is; days since ``since`` and days that the terms allow, if they do."""

    customer: str
    business: bool
    nature: str
    about: str | None
    liability: str
    since: date | None
    days: int | None
    allowed: int | None

    @property
    def in_terms(self) -> bool:
        """Whether it came in time for the terms of sale, or they say nothing."""
        return self.days is None or self.allowed is None or self.days <= self.allowed


@dataclass(frozen=True)
class ComplaintChecked(Payload, verb="complaint.checked"):
    """Documents were read to establish the facts, told in so many words."""

    customer: str
    documents: tuple[str, ...]
    words: int


@dataclass(frozen=True)
class ComplaintAnswered(Payload, verb="complaint.answered"):
    """A solution was offered, or refused with its reason; ``cost`` in cents."""

    customer: str
    nature: str
    liability: str
    asks: str
    solution: str
    cost: int
    announced_on: date | None
    approved: bool
    in_terms: bool
    late: bool
    words: int
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class ComplaintReplied(Payload, verb="complaint.replied"):
    """The customer takes the solution, or does not."""

    customer: str
    solution: str
    agreed: bool


@dataclass(frozen=True)
class ComplaintSettled(Payload, verb="complaint.settled"):
    """The complaint is closed, on the ``proof`` of what was announced; satisfaction is asked."""

    customer: str
    solution: str
    agreed: bool
    proof: str | None
    announced_on: date | None


@dataclass(frozen=True)
class SatisfactionGiven(Payload, verb="satisfaction.given"):
    """A customer rates us, from 1 to 5."""

    customer: str
    about: str
    score: int
