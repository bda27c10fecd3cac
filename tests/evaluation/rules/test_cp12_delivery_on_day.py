"""Cases of CP1.2/livraison-a-la-date."""

from tests.stories import ORDER, Story, table


def order() -> Story:
    """Recorded on the second, wanted and promised for the tenth."""
    return Story().records(requested_on="2026-11-10", promised_on="2026-11-10")


test_rule = table(
    "CP1.2/livraison-a-la-date",
    {
        "arrives on the day": (
            order().does("delivery.shipped", order=ORDER, arrives_on="2026-11-10"),
            "met",
        ),
        "arrives later, told before": (
            order()
            .does("message.sent", about=ORDER)
            .does("delivery.shipped", order=ORDER, arrives_on="2026-11-13"),
            "met",
        ),
        "arrives later without a word": (
            order().does("delivery.shipped", order=ORDER, arrives_on="2026-11-13"),
            "missed",
        ),
        "told after the day": (
            order()
            .does("delivery.shipped", order=ORDER, arrives_on="2026-11-13")
            .at("11-12 09:00")
            .does("message.sent", about=ORDER),
            "missed",
        ),
        "another customer told": (
            order()
            .does("message.sent", customer="CLI-0002")
            .does("delivery.shipped", order=ORDER, arrives_on="2026-11-13"),
            "missed",
        ),
        "never left": (order().until("11-12 09:00"), "missed"),
        "still time": (order().until("11-05 09:00"), ""),
        "no day was asked for": (
            Story().records(promised_on="2026-11-03").until("11-12 09:00"),
            "",
        ),
    },
)
