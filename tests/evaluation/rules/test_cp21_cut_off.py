"""Cases of CP2.1/heure-limite."""

from tests.stories import Story, table

test_rule = table(
    "CP2.1/heure-limite",
    {
        "before the hour": (Story().does("delivery.shipped"), "met"),
        "after the hour": (Story().does("delivery.shipped", cautions=("AfterCutOff",)), "missed"),
        "another caution": (
            Story().does("delivery.shipped", cautions=("LaterThanPromised",)),
            "met",
        ),
        "by the warehouse": (
            Story().happens("delivery.shipped", by="warehouse", cautions=("AfterCutOff",)),
            "",
        ),
    },
)
