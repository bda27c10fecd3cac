"""Cases of CP2.3/avarie-chez-le-client."""

from tests.stories import DELIVERY, ORDER, Story, table


def reserves() -> Story:
    """A customer wrote reserves on our delivery note."""
    return Story().happens("delivery.contested", DELIVERY, order=ORDER)


test_rule = table(
    "CP2.3/avarie-chez-le-client",
    {
        "a colleague, the same morning": (
            reserves().does("colleague.alerted", about=DELIVERY),
            "met",
        ),
        "the proof asked of the carrier": (
            reserves().does("delivery.proof_asked", DELIVERY),
            "met",
        ),
        "the next day": (
            reserves().at("11-03 14:00").does("colleague.alerted", about=DELIVERY),
            "missed",
        ),
        "about another delivery": (
            reserves().does("colleague.alerted", about="BL-9").until("11-03 14:00"),
            "missed",
        ),
        "nobody": (reserves().until("11-03 14:00"), "missed"),
        "still time": (reserves().until("11-02 10:00"), ""),
    },
)
