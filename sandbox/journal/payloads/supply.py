"""Verbs of the supply desk: stock, purchasing, receipts."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class StockPosition:
    """Stock of a product in units; ``expected_on`` is the next promised receipt."""

    product: str
    physical: int
    reserved: int
    available: int
    on_order: int
    expected_on: date | None
    quarantined: int = 0


@dataclass(frozen=True)
class StockConsulted(Payload, verb="stock.consulted"):
    """The stock of these products was looked up, for a document if ``about`` says so."""

    about: str | None
    positions: tuple[StockPosition, ...]


@dataclass(frozen=True)
class StockReserved(Payload, verb="stock.reserved"):
    """Units were set aside for a document; ``short`` could not be."""

    product: str
    reserved: int
    short: int
    available_before: int
    on_order: int
    reorder_point: int


@dataclass(frozen=True)
class PurchaseLine:
    """Ordered and received units; price in ten-thousandths of a euro."""

    product: str
    ordered: int
    received: int
    unit_price: int


@dataclass(frozen=True)
class PurchaseOrderSent(Payload, verb="purchase_order.sent"):
    """A purchase order left; ``expected_on`` follows the supplier's lead time; net in cents.

    ``needed_for`` is the document that it serves, if the learner said so.
    """

    supplier: str
    lines: tuple[PurchaseLine, ...]
    net: int
    expected_on: date
    cautions: tuple[str, ...]
    needed_for: str | None = None


@dataclass(frozen=True)
class PurchaseOrderAcknowledged(Payload, verb="purchase_order.acknowledged"):
    """The supplier confirmed a date for what is left of these products."""

    supplier: str
    confirmed_on: date
    products: tuple[str, ...] = ()


@dataclass(frozen=True)
class PurchaseOrderChased(Payload, verb="purchase_order.chased"):
    """The learner asked the supplier where the goods are."""

    supplier: str
    days_late: int


@dataclass(frozen=True)
class GoodsArrived(Payload, verb="goods.arrived"):
    """A truck brought goods to our dock; ``received`` of a line is what its slip says."""

    supplier: str
    lines: tuple[PurchaseLine, ...]


@dataclass(frozen=True)
class GoodsReceived(Payload, verb="goods.received"):
    """The learner booked a goods receipt; ``difference`` says that it is not what was ordered.

    ``reserves`` says that some were written; vague ones are among the cautions; ``damaged`` lines
    count as received the units that were set apart.
    """

    purchase_order: str
    supplier: str
    lines: tuple[PurchaseLine, ...]
    difference: bool
    reserves: bool
    cautions: tuple[str, ...] = ()
    damaged: tuple[PurchaseLine, ...] = ()
