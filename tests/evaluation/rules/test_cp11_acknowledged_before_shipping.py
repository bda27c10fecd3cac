"""Cases of CP1.1/accuse-avant-expedition."""

from tests.stories import ORDER, Story, table

test_rule = table(
    "CP1.1/accuse-avant-expedition",
    {
        "acknowledged, then shipped": (
            Story().does("order.acknowledged").does("delivery.shipped", order=ORDER),
            "met",
        ),
        "shipped, then acknowledged": (
            Story().does("delivery.shipped", order=ORDER).does("order.acknowledged"),
            "missed",
        ),
        "another order acknowledged": (
            Story()
            .does("order.acknowledged", "CDE-2026-000009")
            .does("delivery.shipped", order=ORDER),
            "missed",
        ),
        "shipped by the warehouse": (
            Story().happens("delivery.shipped", by="warehouse", order=ORDER),
            "",
        ),
    },
)
