"""Verbs of data protection: consents, and what people ask of the data that we hold on them."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class ConsentGiven(Payload, verb="consent.given"):
    """Somebody at a customer's (``person``), or the customer, may be prospected by a channel."""

    customer: str
    channel: str
    basis: str
    proved: bool
    person: bool = True
    chosen_on: date | None = None


@dataclass(frozen=True)
class ConsentWithdrawn(Payload, verb="consent.withdrawn"):
    """They no longer want it by this channel."""

    customer: str
    channel: str
    person: bool = True


@dataclass(frozen=True)
class ObjectionNoted(Payload, verb="objection.noted"):
    """Somebody at a customer's (``person``), or the customer, wants no prospecting this way."""

    customer: str
    channel: str
    person: bool
    chosen_on: date


@dataclass(frozen=True)
class PrivacyRequested(Payload, verb="privacy.requested"):
    """Somebody uses a right on their data: noted, to be answered within a month."""

    customer: str
    right: str
    received_on: date
    answer_by: date


@dataclass(frozen=True)
class PrivacyExtended(Payload, verb="privacy.extended"):
    """They were told that the answer takes longer: two months more."""

    customer: str
    answer_by: date
    words: int


@dataclass(frozen=True)
class PrivacyAnswered(Payload, verb="privacy.answered"):
    """A request was answered; ``values`` data given, ``kept`` what the law makes us keep."""

    customer: str
    right: str
    answer_by: date
    values: int
    kept: tuple[str, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProspectErased(Payload, verb="prospect.erased"):
    """What named people on a prospect's record was erased; due three years after the last sign."""

    customer: str
    last_contact_on: date
    due_on: date
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonErased(Payload, verb="contact.erased"):
    """The details of somebody who had left their firm were erased."""

    customer: str
    left_on: date
