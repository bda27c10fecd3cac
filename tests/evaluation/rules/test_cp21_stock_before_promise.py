"""Cases of CP2.1/stock-avant-promesse."""

from tests.stories import Story, stock, table


def day() -> Story:
    """A morning at the desk."""
    return Story().at("11-03 09:00")


test_rule = table(
    "CP2.1/stock-avant-promesse",
    {
        "seen before": (day().sees_stock().records(), "met"),
        "seen three times": (day().sees_stock().sees_stock().sees_stock().records(), "met"),
        "never seen": (day().records(), "missed"),
        "seen afterwards": (day().records().sees_stock(), "missed"),
        "another order took units meanwhile": (
            day()
            .sees_stock()
            .does("stock.reserved", "CDE-2026-000009", product="MOB-001")
            .records(),
            "missed",
        ),
        "another product moved meanwhile": (
            day()
            .sees_stock()
            .does("stock.reserved", "CDE-2026-000009", product="MOB-009")
            .records(),
            "met",
        ),
        "seen by a colleague": (
            day().happens("stock.consulted", by="warehouse", positions=(stock(),)).records(),
            "missed",
        ),
    },
)
