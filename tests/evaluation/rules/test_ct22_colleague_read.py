"""Cases of CT2.2/message-interne-lu."""

from tests.stories import Story, table


def wrote() -> Story:
    """A colleague writes."""
    return Story().happens("message.received", "MSG-9", sender="accounting")


test_rule = table(
    "CT2.2/message-interne-lu",
    {
        "read the same day": (wrote().does("message.read", "MSG-9"), "met"),
        "read three days later": (
            wrote().at("11-05 09:00").does("message.read", "MSG-9"),
            "missed",
        ),
        "another one read": (wrote().does("message.read", "MSG-8").until("11-05 09:00"), "missed"),
        "never": (wrote().until("11-05 09:00"), "missed"),
        "still time": (wrote().until("11-03 09:00"), ""),
        "a customer's": (
            Story().happens("message.received", sender="customer:CLI-0001").until("11-05 09:00"),
            "",
        ),
    },
)
