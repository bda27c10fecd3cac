"""Cases of CT2.2/rupture-aux-achats."""

from tests.stories import ORDER, Story, table


def short() -> Story:
    """An order is recorded, one unit short."""
    return Story().records(short=1)


test_rule = table(
    "CT2.2/rupture-aux-achats",
    {
        "purchasing told": (
            short().does("colleague.alerted", about=ORDER, post="purchasing"),
            "met",
        ),
        "bought at once": (short().does("purchase_order.sent", needed_for=ORDER), "met"),
        "made at once": (short().does("production.requested", needed_for=ORDER), "met"),
        "told before recording": (
            Story()
            .happens("order.received")
            .does("colleague.alerted", about=ORDER, post="purchasing")
            .records(short=1),
            "met",
        ),
        "somebody else told": (
            short().does("colleague.alerted", about=ORDER, post="accounting").until("11-05 09:00"),
            "missed",
        ),
        "told two days later": (
            short().at("11-05 09:00").does("colleague.alerted", about=ORDER, post="purchasing"),
            "missed",
        ),
        "nobody": (short().until("11-05 09:00"), "missed"),
        "still time": (short().until("11-02 12:00"), ""),
        "nothing lacks": (Story().records().until("11-05 09:00"), ""),
    },
)
