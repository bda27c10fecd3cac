"""The stock of a product day by day: what is there, what is kept, what comes, what goes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sandbox.supply.models import Product
from sandbox.supply.queries import Incoming


@dataclass(frozen=True)
class Step:
    """One line of the arithmetic: units in or out on a day, and the units free after it."""

    on: date
    what: str
    document: str
    units: int
    after: int


@dataclass(frozen=True)
class Projection:
    """Units free today, each thing that changes them, and the lowest point reached."""

    free: int
    steps: tuple[Step, ...]

    @property
    def lowest(self) -> int:
        """The fewest units free at any time."""
        return min([self.free, *(step.after for step in self.steps)])

    def below(self, level: int) -> date | None:
        """First day on which fewer units than this are free; None when it never happens."""
        return next((step.on for step in self.steps if step.after < level), None)

    def at(self, day: date) -> int:
        """Units free at the end of a day."""
        return next((step.after for step in reversed(self.steps) if step.on <= day), self.free)

    def points(self, today: date) -> list[tuple[date, int]]:
        """Units free at the end of each day that changes something, today first."""
        days = {today: self.free} | {step.on: step.after for step in self.steps}
        return sorted(days.items())


@dataclass(frozen=True)
class Claim:
    """Units that an order still waits for on a day, not set aside yet."""

    on: date
    document: str
    units: int


def projection(
    product: Product, coming: Iterable[Incoming], claims: Sequence[Claim], today: date
) -> Projection:
    """What will be free: available now, plus what comes, less what is waited for.

    A receipt that is overdue is counted for today; on one day, goods come in before they go.
    """
    events = [
        (max(receipt.on, today), 0, receipt.quantity, receipt.purchase_order)
        for receipt in coming
        if receipt.product_id == product.id
    ]
    events += [(max(claim.on, today), 1, -claim.units, claim.document) for claim in claims]
    steps, after = [], product.available
    for on, outgoing, units, document in sorted(events):
        after += units
        steps.append(Step(on, "demand" if outgoing else "receipt", document, units, after))
    return Projection(product.available, tuple(steps))


DemandReader = Callable[[Session, int, int], list[Claim]]
_readers: list[DemandReader] = []


def register_demand(read: DemandReader) -> DemandReader:
    """Let a room that sells say what its orders still wait for: (session, run, product id)."""
    _readers.append(read)
    return read


def claims_on(session: Session, run_id: int, product_id: int) -> list[Claim]:
    """What every order still waits for of a product."""
    return [claim for read in _readers for claim in read(session, run_id, product_id)]
