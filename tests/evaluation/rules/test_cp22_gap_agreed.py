"""Cases of CP2.2/ecart-de-stock."""

from tests.stories import Story, table

FIX = {"count": "INV-2026-000001", "cause": "breakage", "gap": -2}


def counted() -> Story:
    """A count found a gap."""
    return Story().happens("stock_count.counted", by="warehouse", gap=-2)


test_rule = table(
    "CP2.2/ecart-de-stock",
    {
        "counted, small, with a cause": (counted().does("stock.adjusted", **FIX), "met"),
        "large and granted": (
            counted()
            .happens("stock_count.decided", granted=True)
            .does("stock.adjusted", **FIX, approval_needed=True, approved=True),
            "met",
        ),
        "large, not granted": (
            counted().does("stock.adjusted", **FIX, approval_needed=True),
            "missed",
        ),
        "never counted": (Story().does("stock.adjusted", **FIX), "missed"),
        "without a cause": (counted().does("stock.adjusted", count="INV-2026-000001"), "missed"),
        "by the warehouse": (Story().happens("stock.adjusted", by="warehouse", **FIX), ""),
    },
)
