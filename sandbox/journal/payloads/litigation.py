"""Verbs of litigation: a debt handed over with its file, taken or not, and what came of it."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class LitigationHanded(Payload, verb="litigation.handed"):
    """A debt leaves our hands; cents on that day, kinds of papers joined and left out.

    ``recipient`` is own, agency or bailiff; ``noticed_on`` the day of the formal notice;
    ``approval`` the decision that allowed it, if there was one, ``needed`` whether one had to.
    """

    customer: str
    business: bool
    invoice: str
    recipient: str
    pieces: tuple[str, ...]
    missing: tuple[str, ...]
    principal: int
    penalties: int
    indemnity: int
    total: int
    noticed_on: date
    days_late: int
    needed: bool
    approval: str | None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class LitigationAnswered(Payload, verb="litigation.answered"):
    """The recipient takes the file, or asks for papers."""

    customer: str
    invoice: str
    taken: bool
    asked: tuple[str, ...]


@dataclass(frozen=True)
class LitigationCompleted(Payload, verb="litigation.completed"):
    """Papers that were asked for are joined; ``missing`` are those still to come."""

    customer: str
    invoice: str
    pieces: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class LitigationReported(Payload, verb="litigation.reported"):
    """What came of it: paid, by_instalments or uncollectable; cents that it says it obtained."""

    customer: str
    invoice: str
    outcome: str
    recovered: int


@dataclass(frozen=True)
class WriteOffProposed(Payload, verb="litigation.write_off_proposed"):
    """Accounting is told that a debt is lost: cents net, its VAT to get back (CGI 272-1)."""

    customer: str
    invoice: str
    net: int
    vat: int
    gross: int
