"""Cases of CP2.1/avis-d-expedition."""

from tests.stories import Story, table

test_rule = table(
    "CP2.1/avis-d-expedition",
    {
        "in time": (Story().does("delivery.instructed", in_time=True), "met"),
        "too late": (Story().does("delivery.instructed"), "missed"),
        "by a colleague": (Story().happens("delivery.instructed", by="sales_rep"), ""),
    },
)
