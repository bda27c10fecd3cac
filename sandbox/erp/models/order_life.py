"""What an order may be: its life, the way it came, what ends or frees it."""

from enum import StrEnum


class OrderStatus(StrEnum):
    """Life of an order."""

    RECEIVED = "received"
    HELD = "held"
    DECLINED = "declined"
    RECORDED = "recorded"
    PARTLY_SHIPPED = "partly_shipped"
    SHIPPED = "shipped"
    INVOICED = "invoiced"
    CANCELLED = "cancelled"


class CancelGround(StrEnum):
    """On what an order is cancelled."""

    AGREED = "agreed"
    KEPT = "kept"
    WITHDRAWAL = "withdrawal"


class OrderChannel(StrEnum):
    """By which way an order came."""

    MAIL = "mail"
    PHONE = "phone"
    WEB_SHOP = "web_shop"
    MARKETPLACE = "marketplace"

    @property
    def paid_online(self) -> bool:
        """Whether the buyer paid by card as it ordered: no credit is granted."""
        return self in (OrderChannel.WEB_SHOP, OrderChannel.MARKETPLACE)


class Release(StrEnum):
    """What lets a held order go on."""

    PAID = "paid"
    APPROVED = "approved"
    LIMIT_RAISED = "limit_raised"
    SETTLED = "settled"


TO_CHECK = frozenset({OrderStatus.RECEIVED, OrderStatus.HELD})
OVER = frozenset({OrderStatus.DECLINED, OrderStatus.CANCELLED})
STILL_HERE = frozenset({OrderStatus.RECORDED, OrderStatus.PARTLY_SHIPPED})
UNDER_WAY = frozenset({OrderStatus.RECORDED, OrderStatus.PARTLY_SHIPPED, OrderStatus.SHIPPED})
