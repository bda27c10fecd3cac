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
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ContactChanged(Payload, verb="contact.changed"):
    """What is known of somebody changed; ``changed`` names fields."""

    customer: str
    changed: tuple[str, ...]
    cautions: tuple[str, ...] = ()


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


@dataclass(frozen=True)
class CustomersMerged(Payload, verb="customers.merged"):
    """The record ``merged`` now points to this customer's; ``taken`` names fields completed."""

    customer: str
    merged: str
    taken: tuple[str, ...]


@dataclass(frozen=True)
class CustomerGrouped(Payload, verb="customer.grouped"):
    """A customer belongs to the group of a parent company, or to none any more."""

    customer: str
    parent: str | None


@dataclass(frozen=True)
class SegmentJoined(Payload, verb="segment.joined"):
    """A customer was put in a segment made by hand."""

    customer: str
    code: str


@dataclass(frozen=True)
class SegmentQuitted(Payload, verb="segment.quitted"):
    """A customer was taken out of a segment made by hand."""

    customer: str
    code: str
