"""Cases of CP3.3/autonomie."""

from tests.stories import Story, table

test_rule = table(
    "CP3.3/autonomie",
    {
        "asked when it was needed": (Story().does("approval.requested", needed=True), "met"),
        "once for nothing": (Story().does("approval.requested"), "met"),
        "twice for nothing": (
            Story().does("approval.requested").does("approval.requested"),
            "missed",
        ),
        "never asked": (Story(), ""),
        "asked by a colleague": (Story().happens("approval.requested", by="sales_rep"), ""),
    },
)
