"""Cases of CP3.1/proposition-acceptee."""

from tests.stories import ORDER, Story, table


def offer() -> Story:
    """A date is offered to a customer."""
    return Story().does("message.sent", about=ORDER, proposal="later_date:2026-11-12")


test_rule = table(
    "CP3.1/proposition-acceptee",
    {
        "agreed": (offer().happens("message.received", topic="date_agreed"), "met"),
        "declined": (offer().happens("message.received", topic="date_declined"), "missed"),
        "of another customer": (
            offer().happens("message.received", topic="date_declined", customer="CLI-0002"),
            "",
        ),
        "nothing was offered": (Story().happens("message.received", topic="date_declined"), ""),
        "no answer": (offer(), ""),
    },
)
