"""Use cases of the supply desk, and the stock ledger that the sales desk draws on."""

from sandbox.supply.services.catalogue import change_price, stop_product
from sandbox.supply.services.counting import (
    adjust_stock,
    approval_needed,
    decide_gap,
    report_count,
    request_count,
    submit_gap,
)
from sandbox.supply.services.market import (
    take_offer,
)
from sandbox.supply.services.matching import (
    InvoicedLineDraft,
    approve_supplier_invoice,
    dispute_supplier_invoice,
    match_supplier_invoice,
    receive_supplier_invoice,
)
from sandbox.supply.services.producing import (
    chase_production,
    finish_production,
    promise_production,
    renegotiate_production,
    request_production,
)
from sandbox.supply.services.protesting import (
    claim_from_supplier,
    protest_to_carrier,
    settle_claim,
)
from sandbox.supply.services.purchasing import (
    PurchaseLineDraft,
    acknowledge_purchase_order,
    ask_earlier_date,
    chase_supplier,
    send_purchase_order,
)
from sandbox.supply.services.quarantine import (
    quarantine_units,
    release_quarantine,
    scrap,
    send_back,
    set_apart,
)
from sandbox.supply.services.receiving import (
    arrive_goods,
    receive_goods,
    vague,
)
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
    "InvoicedLineDraft",
    "PurchaseLineDraft",
    "acknowledge_purchase_order",
    "adjust_stock",
    "approval_needed",
    "approve_supplier_invoice",
    "arrive_goods",
    "ask_earlier_date",
    "change_price",
    "chase_production",
    "chase_supplier",
    "claim_from_supplier",
    "consult_stock",
    "decide_gap",
    "dispute_supplier_invoice",
    "finish_production",
    "match_supplier_invoice",
    "promise_production",
    "protest_to_carrier",
    "quarantine_units",
    "receive_goods",
    "receive_supplier_invoice",
    "release",
    "release_quarantine",
    "renegotiate_production",
    "report_count",
    "request_count",
    "request_production",
    "reserve",
    "reserve_lines",
    "scrap",
    "send_back",
    "send_purchase_order",
    "set_apart",
    "settle_claim",
    "ship_lines",
    "ship_out",
    "stop_product",
    "submit_gap",
    "take_in",
    "take_offer",
    "vague",
]
