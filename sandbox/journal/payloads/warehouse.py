"""Verbs of the warehouse: counts, units set apart, returns."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class StockCountRequested(Payload, verb="stock_count.requested"):
    """The warehouse was asked to count a product; ``book`` units stand in the books."""

    product: str
    book: int


@dataclass(frozen=True)
class StockCounted(Payload, verb="stock_count.counted"):
    """Units found, against the books; the gap in units, cents and hundredths of a percent."""

    product: str
    book: int
    counted: int
    gap: int
    gap_value: int
    gap_rate: int
    approval_needed: bool


@dataclass(frozen=True)
class StockCountSubmitted(Payload, verb="stock_count.submitted"):
    """Somebody was asked to agree to a correction."""

    product: str
    post: str
    gap_value: int
    argued: bool


@dataclass(frozen=True)
class StockCountDecided(Payload, verb="stock_count.decided"):
    """A correction was granted or refused."""

    product: str
    granted: bool


@dataclass(frozen=True)
class StockAdjusted(Payload, verb="stock.adjusted"):
    """The books were set to what was counted, under a reason code.

    ``freed`` names the documents whose reserved units no longer exist.
    """

    count: str
    product: str
    gap: int
    gap_value: int
    cause: str
    approval_needed: bool
    approved: bool
    freed: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class StockQuarantined(Payload, verb="stock.quarantined"):
    """Units were set apart: still here, promised to nobody."""

    product: str
    quantity: int
    cause: str
    document: str


@dataclass(frozen=True)
class QuarantineSettled(Payload, verb="quarantine.settled"):
    """What became of units set apart: released, scrapped, sent back; their cost in cents."""

    product: str
    quantity: int
    outcome: str
    value: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProductionRequested(Payload, verb="production.requested"):
    """Our workshop was asked to make some units; ``possible_on`` follows its usual delay."""

    product: str
    quantity: int
    wanted_on: date
    possible_on: date
    needed_for: str | None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProductionPromised(Payload, verb="production.promised"):
    """The workshop gave a date."""

    product: str
    promised_on: date
    wanted_on: date


@dataclass(frozen=True)
class ProductionChased(Payload, verb="production.chased"):
    """The workshop was asked where the units are."""

    product: str
    days_late: int


@dataclass(frozen=True)
class ProductionDateAsked(Payload, verb="production.date_asked"):
    """The workshop was asked for another date."""

    product: str
    wanted_on: date
    promised_on: date | None
    round: int


@dataclass(frozen=True)
class ProductionDone(Payload, verb="production.done"):
    """The workshop put the units in stock."""

    product: str
    quantity: int
    days_late: int
