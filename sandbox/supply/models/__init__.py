"""Products, stock, purchasing, carriers."""

from sandbox.supply.models.carriers import Carrier
from sandbox.supply.models.products import Product, Supplier
from sandbox.supply.models.purchasing import (
    MarketOffer,
    ProductionRequest,
    ProductionStatus,
    PurchaseOrder,
    PurchaseOrderLine,
    PurchaseStatus,
)
from sandbox.supply.models.receiving import (
    Arrival,
    CarrierProtest,
    ClaimNature,
    ClaimRequest,
    ProtestChannel,
    SupplierClaim,
    SupplierInvoice,
    SupplierInvoiceLine,
    SupplierInvoiceStatus,
)
from sandbox.supply.models.stock import (
    CountCause,
    CountStatus,
    MoveKind,
    Quarantine,
    QuarantineCause,
    QuarantineOutcome,
    Reservation,
    StockCount,
    StockMove,
)

__all__ = [
    "Arrival",
    "Carrier",
    "CarrierProtest",
    "ClaimNature",
    "ClaimRequest",
    "CountCause",
    "CountStatus",
    "MarketOffer",
    "MoveKind",
    "Product",
    "ProductionRequest",
    "ProductionStatus",
    "ProtestChannel",
    "PurchaseOrder",
    "PurchaseOrderLine",
    "PurchaseStatus",
    "Quarantine",
    "QuarantineCause",
    "QuarantineOutcome",
    "Reservation",
    "StockCount",
    "StockMove",
    "Supplier",
    "SupplierClaim",
    "SupplierInvoice",
    "SupplierInvoiceLine",
    "SupplierInvoiceStatus",
]
