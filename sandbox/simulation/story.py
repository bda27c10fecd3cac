"""What scenario files hold: the brief, the books at the start, and what is going to happen."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sandbox.core.expectations import Expectation
from sandbox.core.run import Mode
from sandbox.core.setting import WorkbookTask
from sandbox.simulation.calling import PhoneDialogue
from sandbox.simulation.characters import Characters
from sandbox.simulation.happening import Episode, LineSheet
from sandbox.simulation.incident_files import IncidentFile, Planned


@dataclass(frozen=True)
class PastInvoice:
    """An invoice issued before the start, from an order delivered the day it was issued.

    Paid before the start, it is history; paid later, the money lands that morning; never, it stays
    unpaid unless the customer's character decides otherwise.
    """

    customer: str
    issued_on: date
    lines: tuple[LineSheet, ...]
    paid_on: date | None = None
    customer_reference: str = ""
    bank_label: str = ""


@dataclass(frozen=True)
class PastPurchase:
    """A purchase order still open at the start; ``short`` units will be missing from the truck."""

    supplier: str
    sent_on: date
    lines: tuple[LineSheet, ...]
    confirmed_on: date | None = None
    arrives_on: date | None = None
    short: dict[str, int] = field(default_factory=dict)


References = tuple[str, ...] | str
ALL = "all"


@dataclass(frozen=True)
class Uses:
    """The part of a company that a scenario uses: references, « CLI-0001..CLI-0012 », or « all ».

    What is left out is the core that the company names, or the whole where it names none.
    ``past_year`` opens the run on the books of the twelve months before.
    """

    customers: References = ()
    products: References = ()
    suppliers: References = ()
    carriers: References = ()
    past_year: bool = False


@dataclass(frozen=True)
class Dialogue:
    """What an actor writes on one occasion, in one or several variants."""

    subject: str
    variants: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.variants:
            raise ValueError("il faut au moins une variante.")


@dataclass(frozen=True)
class Absence:
    """A colleague who is away, until when, and the post that stands in."""

    until: datetime
    since: datetime | None = None
    deputy: str = ""


@dataclass(frozen=True)
class ScenarioFile:
    """``scenarios/*.yaml``; ``changes`` is laid over the company file, key by key."""

    title: str
    company: str
    starts_at: datetime
    brief: str
    mode: Mode = Mode.DISCOVERY
    real_minutes: int = 45
    expected: tuple[str, ...] = ()
    uses: Uses = Uses()
    changes: dict[str, Any] = field(default_factory=dict)
    characters: Characters = field(default_factory=Characters)
    invoices: tuple[PastInvoice, ...] = ()
    purchases: tuple[PastPurchase, ...] = ()
    story: tuple[Episode, ...] = ()
    objectives: dict[str, str] = field(default_factory=dict)
    incidents: tuple[Planned, ...] = ()
    answers: tuple[str, ...] = ()
    debrief: tuple[str, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    workbooks: tuple[WorkbookTask, ...] = ()
    ends_on: date | None = None
    absences: dict[str, Absence] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """What the actors of a run know: frozen with the run, like its procedures.

    ``incidents`` is the whole catalogue: a trainer may inject any of them.
    """

    characters: Characters
    habits: dict[str, dict[str, int]]
    story: tuple[Episode, ...]
    dialogues: dict[str, Dialogue]
    incidents: dict[str, IncidentFile] = field(default_factory=dict)
    planned: tuple[Planned, ...] = ()
    calls: dict[str, PhoneDialogue] = field(default_factory=dict)
