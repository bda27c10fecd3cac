"""Cases of CP2.1/surstock."""

from tests.stories import Story, table

test_rule = table(
    "CP2.1/surstock",
    {
        "measured": (Story().does("purchase_order.sent"), "met"),
        "too much": (Story().does("purchase_order.sent", cautions=("Overstock",)), "missed"),
        "by purchasing": (Story().happens("purchase_order.sent", cautions=("Overstock",)), ""),
    },
)
