"""Cases of CP2.2/reception-enregistree."""

from sandbox.journal.payloads import PurchaseLine
from tests.stories import Story, table

BOOKED = {"purchase_order": "CF-2026-000001"}


def units(received: int) -> PurchaseLine:
    """A line of which so many units came."""
    return PurchaseLine("MOB-001", 6, received, 100000)


def truck() -> Story:
    """Four units of six come in."""
    return Story().happens("goods.arrived", "CF-2026-000001", lines=(units(4),))


test_rule = table(
    "CP2.2/reception-enregistree",
    {
        "booked the same day": (truck().does("goods.received", **BOOKED, lines=(units(4),)), "met"),
        "booked two days later": (
            truck().at("11-05 09:00").does("goods.received", **BOOKED, lines=(units(4),)),
            "missed",
        ),
        "fewer than on the slip": (
            truck().does("goods.received", **BOOKED, lines=(units(3),)),
            "met",
        ),
        "more than on the slip": (
            truck().does("goods.received", **BOOKED, lines=(units(5),)),
            "missed",
        ),
        "another order booked": (
            truck().does("goods.received", purchase_order="CF-9").until("11-05 09:00"),
            "missed",
        ),
        "never booked": (truck().until("11-05 09:00"), "missed"),
        "still time": (truck().until("11-02 12:00"), ""),
        "booked by the warehouse": (
            truck().happens("goods.received", by="warehouse", **BOOKED),
            "",
        ),
    },
)
