"""Verbs of the customer relation: mailbox, records, alerts."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class MessageReceived(Payload, verb="message.received"):
    """A message landed; ``sender`` is a key (customer:CLI-0001, supplier:FOU-0002) or a post."""

    sender: str
    channel: str
    topic: str
    customer: str | None
    about: str | None
    language: str = "fr"


@dataclass(frozen=True)
class MessageRead(Payload, verb="message.read"):
    """The learner opened a message for the first time."""

    sender: str
    topic: str
    customer: str | None
    about: str | None


@dataclass(frozen=True)
class MessageSent(Payload, verb="message.sent"):
    """The learner wrote to somebody outside; ``proposal`` is what the message decides."""

    to: str
    channel: str
    topic: str
    customer: str | None
    about: str | None
    answers: str | None
    proposal: str | None
    words: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColleagueAlerted(Payload, verb="colleague.alerted"):
    """A colleague was told of something; ``stake`` in cents when the learner states one."""

    post: str
    topic: str
    customer: str | None
    about: str | None
    stake: int | None


@dataclass(frozen=True)
class HistoryConsulted(Payload, verb="history.consulted"):
    """The customer's history was looked up."""

    customer: str


@dataclass(frozen=True)
class CustomerCreated(Payload, verb="customer.created"):
    """A record was opened; ``missing`` names the fields left empty."""

    missing: tuple[str, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class CustomerUpdated(Payload, verb="customer.updated"):
    """A record changed; ``changed`` and ``missing`` name fields."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    cautions: tuple[str, ...] = ()
