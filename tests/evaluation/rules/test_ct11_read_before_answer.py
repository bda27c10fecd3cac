"""Cases of CT1.1/lire-avant-de-repondre."""

from tests.stories import Story, table


def came() -> Story:
    """A message came."""
    return Story().happens("message.received", "MSG-9")


test_rule = table(
    "CT1.1/lire-avant-de-repondre",
    {
        "read, then answered": (
            came().does("message.read", "MSG-9").does("message.sent", answers="MSG-9"),
            "met",
        ),
        "answered unread": (came().does("message.sent", answers="MSG-9"), "missed"),
        "read afterwards": (
            came().does("message.sent", answers="MSG-9").does("message.read", "MSG-9"),
            "missed",
        ),
        "another one read": (
            came().does("message.read", "MSG-8").does("message.sent", answers="MSG-9"),
            "missed",
        ),
        "a quote": (
            came().does("message.read", "MSG-9").does("quote.sent", enquiry="MSG-9"),
            "met",
        ),
        "a quote unread": (came().does("quote.sent", enquiry="MSG-9"), "missed"),
        "answers nothing": (came().does("message.sent"), ""),
    },
)
