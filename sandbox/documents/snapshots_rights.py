"""The answer to a person who asks what we hold on them (GDPR, art. 12 and 15)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sandbox.documents.base import FrenchSnapshot


@dataclass(frozen=True, kw_only=True)
class HeldValue:
    """One piece of data held on the person, as it stands in our files."""

    label: str
    value: str


@dataclass(frozen=True, kw_only=True)
class HeldData:
    """Pieces of data that belong together, under a heading."""

    title: str
    values: tuple[HeldValue, ...]


@dataclass(frozen=True, kw_only=True)
class Processing:
    """Why we use data, on which legal ground, how long, and who sees them."""

    purpose: str
    basis: str
    retention: str
    recipients: str


@dataclass(frozen=True, kw_only=True)
class AccessResponse(FrenchSnapshot):
    """Réponse à une demande d'accès: `customer` is the person; `answer_by` one month later.

    No `data` means that nothing is held on the person.
    """

    kind: ClassVar[str] = "access_response"
    requested_on: date
    answer_by: date
    contact: str
    data: tuple[HeldData, ...] = ()
    processings: tuple[Processing, ...] = ()
    source: str = ""
    transfers: str = ""
    automated_decisions: str = ""
    paragraphs: tuple[str, ...] = ()
