"""Verbs of the people and the places of a customer."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class ContactAdded(Payload, verb="contact.added"):
    """Somebody at a customer's was noted; ``need`` is how they must be reached."""

    customer: str
    role: str
    channel: str
    language: str
    need: str


@dataclass(frozen=True)
class ContactChanged(Payload, verb="contact.changed"):
    """What is known of somebody changed; ``changed`` names fields."""

    customer: str
    changed: tuple[str, ...]


@dataclass(frozen=True)
class ContactLeft(Payload, verb="contact.left"):
    """Somebody no longer works there; so many people are left."""

    customer: str
    role: str
    left: int


@dataclass(frozen=True)
class SiteAdded(Payload, verb="site.added"):
    """Another address of a customer was noted."""

    customer: str
    kind: str


@dataclass(frozen=True)
class SiteClosed(Payload, verb="site.closed"):
    """An address of a customer is no longer used."""

    customer: str
    kind: str
