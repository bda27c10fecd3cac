"""Cases of CP2.2/ecart-traite."""

from tests.stories import Story, table


def counted() -> Story:
    """A count that was asked for found a gap."""
    return Story().does("stock_count.requested").happens("stock_count.counted", gap=-2)


test_rule = table(
    "CP2.2/ecart-traite",
    {
        "corrected": (counted().does("stock.adjusted", count="INV-2026-000001"), "met"),
        "put to the director": (counted().does("stock_count.submitted"), "met"),
        "two days later": (counted().at("11-05 09:00").does("stock_count.submitted"), "missed"),
        "left there": (counted().until("11-05 09:00"), "missed"),
        "another count": (
            counted().does("stock_count.submitted", "INV-9").until("11-05 09:00"),
            "missed",
        ),
        "still time": (counted().until("11-02 12:00"), ""),
        "no gap": (
            Story()
            .does("stock_count.requested")
            .happens("stock_count.counted")
            .until("11-05 09:00"),
            "",
        ),
        "asked by a colleague": (
            Story().happens("stock_count.counted", gap=-2).until("11-05 09:00"),
            "",
        ),
    },
)
