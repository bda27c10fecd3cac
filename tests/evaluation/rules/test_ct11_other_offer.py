"""Cases of CT1.1/autre-proposition."""

from tests.stories import ORDER, Story, table


def refused() -> Story:
    """A date was offered and declined."""
    story = Story().does("message.sent", about=ORDER, proposal="later_date:2026-11-20")
    return story.happens("message.received", topic="date_declined")


test_rule = table(
    "CT1.1/autre-proposition",
    {
        "another date": (refused().does("message.sent", proposal="later_date:2026-11-18"), "met"),
        "a call": (refused().does("call.placed"), "met"),
        "the same date again": (
            refused().does("message.sent", proposal="later_date:2026-11-20"),
            "missed",
        ),
        "two days later": (
            refused().at("11-05 09:00").does("message.sent", proposal="later_date:2026-11-18"),
            "missed",
        ),
        "to somebody else": (
            refused().does("message.sent", customer="CLI-0002", proposal="x").until("11-05 09:00"),
            "missed",
        ),
        "nothing": (refused().until("11-05 09:00"), "missed"),
        "still time": (refused().until("11-02 12:00"), ""),
        "agreed": (
            Story().happens("message.received", topic="date_agreed").until("11-05 09:00"),
            "",
        ),
    },
)
