"""How much to order again, and why: the arithmetic that the order form shows."""

from dataclasses import dataclass

from sandbox.journal.payloads import StockPosition
from sandbox.supply.models import Product

TOO_MUCH = 3


@dataclass(frozen=True)
class Suggestion:
    """Where a product stands, and the units that its reorder level calls for (0: none)."""

    product: Product
    position: StockPosition
    projected: int
    missing: int
    quantity: int


def suggestion(product: Product, position: StockPosition) -> Suggestion:
    """Order the replenishment quantity, or more if the gap is wider, in whole packs. Units."""
    projected = position.available + position.on_order
    missing = max(product.reorder_point - projected, 0)
    wanted = max(product.reorder_quantity, missing) if missing else 0
    return Suggestion(product, position, projected, missing, in_full_packs(product, wanted))


def in_full_packs(product: Product, quantity: int) -> int:
    """The quantity, rounded up to whole packs of the supplier."""
    return -(-quantity // product.pack) * product.pack


def is_overstock(product: Product, projected: int) -> bool:
    """Whether so many units are over three times what a replenishment is for."""
    return projected > TOO_MUCH * max(product.reorder_point, product.reorder_quantity, product.pack)
