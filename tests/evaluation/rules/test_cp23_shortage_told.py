"""Cases of CP2.3/rupture-signalee."""

from tests.stories import ORDER, Story, table


def received() -> Story:
    """An order that lands on Tuesday."""
    return Story().at("11-03 09:00").happens("order.received")


def short() -> Story:
    """It is recorded with one unit short."""
    return received().records(short=1)


test_rule = table(
    "CP2.3/rupture-signalee",
    {
        "purchasing is alerted": (short().does("colleague.alerted", about="MOB-001"), "met"),
        "the customer is told": (short().does("message.sent", about=ORDER), "met"),
        "the customer was told before": (
            received().does("message.sent", about=ORDER).records(short=1),
            "met",
        ),
        "purchasing at once, the customer when there is a date": (
            short()
            .does("colleague.alerted", about=ORDER)
            .at("11-05 10:00")
            .does("message.sent", about=ORDER),
            "met",
        ),
        "two days later": (short().at("11-05 10:00").does("message.sent", about=ORDER), "missed"),
        "nobody is told": (short().until("11-05 10:00"), "missed"),
        "still time": (short().until("11-03 15:00"), ""),
        "nothing is short": (received().records(), ""),
    },
)
