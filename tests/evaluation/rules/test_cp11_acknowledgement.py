"""Cases of CP1.1/accuse-de-reception."""

from tests.stories import Story, table


def recorded() -> Story:
    """An order recorded at nine."""
    return Story().at("11-03 09:00").records()


test_rule = table(
    "CP1.1/accuse-de-reception",
    {
        "at once": (recorded().does("order.acknowledged", promised_on="2026-11-20"), "met"),
        "next morning": (
            recorded().at("11-04 08:45").does("order.acknowledged", promised_on="2026-11-20"),
            "met",
        ),
        "two days later": (
            recorded().at("11-05 09:30").does("order.acknowledged", promised_on="2026-11-20"),
            "missed",
        ),
        "another date": (recorded().does("order.acknowledged", promised_on="2026-11-18"), "missed"),
        "never": (recorded().until("11-06 09:00"), "missed"),
        "changed before, and so confirmed": (
            recorded()
            .at("11-03 10:00")
            .does("order.changed", promised_on="2026-11-25")
            .does("order.acknowledged", promised_on="2026-11-25"),
            "met",
        ),
        "changed before, confirmed as it was": (
            recorded()
            .at("11-03 10:00")
            .does("order.changed", promised_on="2026-11-25")
            .does("order.acknowledged", promised_on="2026-11-20"),
            "missed",
        ),
        "cancelled before": (
            recorded().at("11-03 10:00").does("order.cancelled").until("11-06 09:00"),
            "",
        ),
        "still time": (recorded().until("11-03 16:00"), ""),
        "the trainer sends it": (
            recorded().does("order.acknowledged", by="trainer", promised_on="2026-11-20"),
            "",
        ),
    },
)
