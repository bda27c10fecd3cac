"""How much to order again, and why: the arithmetic that the screens show."""

from dataclasses import dataclass

from sandbox.core.stock import reorder_point
from sandbox.core.units import Days
from sandbox.journal.payloads import StockPosition
from sandbox.supply.models import Product

TOO_MUCH = 3
DEMAND_UNIT = 100


@dataclass(frozen=True)
class Suggestion:
    """Where a product stands, and the units that its reorder level calls for (0: none)."""

    product: Product
    position: StockPosition
    projected: int
    missing: int
    quantity: int

    @property
    def covers_days(self) -> Days | None:
        """Worked days that the projected stock lasts at the usual demand; None when unknown."""
        if not self.product.demand:
            return None
        return max(self.projected, 0) * DEMAND_UNIT // self.product.demand

    @property
    def runs_out(self) -> bool:
        """Whether the stock is gone before an order sent today would be here."""
        return self.covers_days is not None and self.covers_days < self.product.lead_days


def suggestion(product: Product, position: StockPosition) -> Suggestion:
    """Order the replenishment quantity, or more if the gap is wider, in whole packs. Units."""
    projected = position.available + position.on_order
    missing = max(product.reorder_point - projected, 0)
    wanted = max(product.reorder_quantity, missing, product.minimum) if missing else 0
    return Suggestion(product, position, projected, missing, in_full_packs(product, wanted))


def in_full_packs(product: Product, quantity: int) -> int:
    """The quantity, rounded up to whole packs of the supplier."""
    return -(-quantity // product.pack) * product.pack


def is_overstock(product: Product, projected: int) -> bool:
    """Whether so many units are over three times what a replenishment is for."""
    return projected > TOO_MUCH * max(product.reorder_point, product.reorder_quantity, product.pack)


def computed_point(product: Product) -> int | None:
    """The reorder point that demand, delay and safety stock give, in units; None when unknown."""
    if not product.demand:
        return None
    lead_demand = -(-product.demand * product.lead_days // DEMAND_UNIT)
    return reorder_point(lead_demand, 1, product.safety)
