"""Use cases of the supply desk, and the stock ledger that the sales desk draws on."""

from sandbox.supply.services.purchasing import (
    PurchaseLineDraft,
    acknowledge_purchase_order,
    chase_supplier,
    send_purchase_order,
)
from sandbox.supply.services.receiving import arrive_goods, receive_goods
from sandbox.supply.services.stock import (
    consult_stock,
    release,
    reserve,
    reserve_lines,
    ship_lines,
    ship_out,
    take_in,
)

__all__ = [
    "PurchaseLineDraft",
    "acknowledge_purchase_order",
    "arrive_goods",
    "chase_supplier",
    "consult_stock",
    "receive_goods",
    "release",
    "reserve",
    "reserve_lines",
    "send_purchase_order",
    "ship_lines",
    "ship_out",
    "take_in",
]
