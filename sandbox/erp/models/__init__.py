"""Commercial documents, by stage of the sale."""

from sandbox.erp.models.approval import Approval, ApprovalKind, ApprovalStatus
from sandbox.erp.models.credit import CreditKind, CreditLineDraft, CreditNote, CreditNoteLine
from sandbox.erp.models.delivery import DeliveryLine, DeliveryNote, DeliveryStatus
from sandbox.erp.models.invoice import Invoice, InvoiceLine, PlatformStatus
from sandbox.erp.models.offer import DepositKind, OfferTerms
from sandbox.erp.models.order import Order, OrderLine
from sandbox.erp.models.order_life import CancelGround, OrderChannel, OrderStatus, Release
from sandbox.erp.models.payment import BankLine, Dunning, DunningLevel, Payment, Reconciliation
from sandbox.erp.models.periodic import InvoicedDelivery
from sandbox.erp.models.platform import DirectoryLine, PlatformEvent
from sandbox.erp.models.priced import Amounts, PricedLine
from sandbox.erp.models.quote import Quote, QuoteLine, QuoteStatus, RefusalReason

__all__ = [
    "Amounts",
    "Approval",
    "ApprovalKind",
    "ApprovalStatus",
    "BankLine",
    "CancelGround",
    "CreditKind",
    "CreditLineDraft",
    "CreditNote",
    "CreditNoteLine",
    "DeliveryLine",
    "DeliveryNote",
    "DeliveryStatus",
    "DepositKind",
    "DirectoryLine",
    "Dunning",
    "DunningLevel",
    "Invoice",
    "InvoiceLine",
    "InvoicedDelivery",
    "OfferTerms",
    "Order",
    "OrderChannel",
    "OrderLine",
    "OrderStatus",
    "Payment",
    "PlatformEvent",
    "PlatformStatus",
    "PricedLine",
    "Quote",
    "QuoteLine",
    "QuoteStatus",
    "Reconciliation",
    "RefusalReason",
    "Release",
]
