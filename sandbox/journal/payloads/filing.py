"""Verbs of papers: sent on with proof, filed, found again, destroyed."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class DocumentTransmitted(Payload, verb="document.transmitted"):
    """A document went to services and partners (posts or keys); ``kind`` says what it is."""

    document: str
    kind: str
    recipients: tuple[str, ...]
    expected: tuple[str, ...]
    missing: tuple[str, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentFiled(Payload, verb="document.filed"):
    """A document was put in a folder under a name; what the plan asks for is beside."""

    document: str
    kind: str
    direction: str
    folder: str
    expected_folder: str
    well_filed: bool
    well_named: bool
    again: bool


@dataclass(frozen=True)
class OldPaper:
    """A paper of former years; ``keep_until`` is the last day that it must be kept.

    ``direction`` is ``issued`` or ``received``, ``partner`` the kind of firm that it concerns.
    """

    kind: str
    number: str
    dated: date
    keep_until: date
    partner_name: str
    partner: str = "customer"
    direction: str = "issued"


@dataclass(frozen=True)
class OldPapersFound(Payload, verb="archive.box_opened"):
    """A box of old papers was brought to be sorted: some may go, others must stay."""

    papers: tuple[OldPaper, ...]


@dataclass(frozen=True)
class ArchiveConsulted(Payload, verb="archive.consulted"):
    """A paper was taken out of the archive and read."""

    document: str
    kind: str


@dataclass(frozen=True)
class DocumentDestroyed(Payload, verb="document.destroyed"):
    """A paper was destroyed, its legal delay gone."""

    document: str
    kind: str
    kept_until: date
