"""Stock arithmetic: what may be promised, what it is worth, when and how much to order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from sandbox.core.money import WHOLE, divide_half_up, rate_of
from sandbox.core.units import Cents, Days, Rate, UnitPrice

PRICE_IN_CENTS = 100
PERIOD_DAYS: Days = 360

# How many deviations cover a share of the cases of a normal demand, in thousandths.
SERVICE_FACTORS: dict[Rate, int] = {9000: 1282, 9500: 1645, 9900: 2326}


@dataclass(frozen=True, slots=True)
class Availability:
    """Units free now, units free once suppliers have delivered, units above the safety stock."""

    available: int
    projected: int
    above_safety: int


def availability(physical: int, reserved: int, on_order: int, safety: int = 0) -> Availability:
    """What may be promised: physical less reserved, then what is on order; all in units."""
    free = physical - reserved
    return Availability(free, free + on_order, max(free - safety, 0))


@dataclass(frozen=True, slots=True)
class Split:
    """Units that leave now, and units that stay on backorder."""

    shipped: int
    backorder: int


def partial_delivery(
    ordered: int, physical: int, reserved_for_others: int, *, allowed: bool
) -> Split:
    """What leaves of an order: all that is free, or nothing where the customer wants it whole."""
    free = min(ordered, max(physical - reserved_for_others, 0))
    shipped = free if allowed or free == ordered else 0
    return Split(shipped, ordered - shipped)


@dataclass(frozen=True, slots=True)
class Holding:
    """Units in stock and what they cost together, in cents (PCG art. 213-34)."""

    units: int
    value: Cents

    @property
    def average(self) -> UnitPrice:
        """Weighted average cost of a unit (CUMP), in ten-thousandths of a euro; 0 of nothing."""
        return divide_half_up(self.value * PRICE_IN_CENTS, self.units) if self.units else 0

    def issue_value(self, units: int) -> Cents:
        """Cost of units that leave, at the average; the last ones take whatever is left."""
        if not self.units or units == self.units:
            return self.value
        return divide_half_up(self.value * units, self.units)

    def issue(self, units: int) -> "Holding":
        """The holding after units left: the average stays."""
        return Holding(self.units - units, self.value - self.issue_value(units))


def moving_average(held: Holding, units: int, unit_cost: UnitPrice) -> Holding:
    """The holding after a receipt: its average moves (PCG art. 213-34)."""
    return Holding(held.units + units, held.value + cost_of(units, unit_cost))


def cost_of(units: int, unit_cost: UnitPrice) -> Cents:
    """Cost of some units in cents, rounded half up."""
    return divide_half_up(units * unit_cost, PRICE_IN_CENTS)


def period_holding(opening: Holding, receipts: Iterable[tuple[int, UnitPrice]]) -> Holding:
    """Everything held over a period, whose average values all that leaves (PCG art. 213-34)."""
    holding = opening
    for units, unit_cost in receipts:
        holding = moving_average(holding, units, unit_cost)
    return holding


Layer = tuple[int, UnitPrice]


def fifo_issue(layers: Sequence[Layer], units: int) -> tuple[Cents, list[Layer]]:
    """Cost of units taken from the oldest layers first, and what is left (PCG art. 213-34).

    Raises ValueError when there are not so many; LIFO is forbidden.
    """
    if units > sum(held for held, _ in layers):
        raise ValueError("Le stock ne contient pas tant d'unités.")
    value, left = 0, []
    for held, unit_cost in layers:
        taken = min(held, units)
        units -= taken
        value += cost_of(taken, unit_cost)
        if held > taken:
            left.append((held - taken, unit_cost))
    return value, left


def reorder_point(daily_demand: int, lead: Days, safety: int) -> int:
    """Units under which to order again: demand during the delay, plus the safety stock."""
    return daily_demand * lead + safety


@dataclass(frozen=True, slots=True)
class SafetyStock:
    """Units that cover the hazards of demand and delay; ``raw`` before rounding up."""

    raw: Decimal

    @property
    def units(self) -> int:
        """Whole units, rounded up."""
        return int(self.raw.to_integral_value(ROUND_CEILING))


def safety_stock(
    factor: int, daily_demand: Decimal, deviation: Decimal, lead: Decimal, lead_deviation: Decimal
) -> SafetyStock:
    """z x root of (lead x deviation² + demand² x lead deviation²); z in thousandths, the rest
    in units and days.
    """
    hazard = lead * deviation**2 + daily_demand**2 * lead_deviation**2
    return SafetyStock(Decimal(factor) / 1000 * hazard.sqrt())


@dataclass(frozen=True, slots=True)
class EconomicOrder:
    """Wilson's quantity; ``raw`` before rounding, ``yearly`` the demand it serves."""

    raw: Decimal
    yearly: int

    @property
    def units(self) -> int:
        """Whole units, to the nearest."""
        return int(self.raw.to_integral_value(ROUND_HALF_UP))

    @property
    def orders(self) -> Decimal:
        """Orders in a year."""
        return self.yearly / self.raw

    @property
    def days_between(self) -> Decimal:
        """Days of a 360-day year between two orders."""
        return PERIOD_DAYS / self.orders


def economic_order(
    yearly_demand: int, order_cost: Cents, unit_cost: Cents, holding_rate: Rate
) -> EconomicOrder:
    """Wilson's quantity: root of 2 x demand x cost of an order / yearly cost of holding a unit.

    Costs in cents, the holding rate in hundredths of a percent of the unit cost a year.
    """
    square = Decimal(2 * yearly_demand * order_cost * WHOLE) / (unit_cost * holding_rate)
    return EconomicOrder(square.sqrt(), yearly_demand)


@dataclass(frozen=True, slots=True)
class Gap:
    """Units counted less units in the books, what they cost in cents, and their share."""

    units: int
    value: Cents
    rate: Rate


def count_gap(book: int, counted: int, unit_cost: UnitPrice) -> Gap:
    """Difference of a count, valued at the average cost; a share of the books (entry 6037/37)."""
    units = counted - book
    return Gap(units, cost_of(units, unit_cost), rate_of(units, book))


@dataclass(frozen=True, slots=True)
class Rotation:
    """Turns in hundredths, and cover in tenths of a day."""

    turns: int
    cover_days: int


def rotation(average_stock: Cents, cost_of_sales: Cents, days: Days = PERIOD_DAYS) -> Rotation:
    """How often the stock is renewed over some days, and how long it lasts.

    Raises ZeroDivisionError when nothing is held or sold.
    """
    return Rotation(
        turns=divide_half_up(cost_of_sales * 100, average_stock),
        cover_days=divide_half_up(average_stock * days * 10, cost_of_sales),
    )


def service_rate(lines: int, on_time_in_full: int) -> Rate:
    """Lines delivered on the day and complete (OTIF), in hundredths of a percent of all lines."""
    return rate_of(on_time_in_full, lines)
