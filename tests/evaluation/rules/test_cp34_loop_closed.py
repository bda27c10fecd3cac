"""Cases of CP3.4/boucle-fermee."""

from tests.stories import INVOICE, ORDER, Story, table


def replied() -> Story:
    """The director was alerted, and answers."""
    story = Story().does("colleague.alerted", post="director", about=ORDER)
    return story.happens("message.received", "MSG-9", sender="director", about=ORDER)


test_rule = table(
    "CP3.4/boucle-fermee",
    {
        "read the same day": (replied().does("message.read", "MSG-9"), "met"),
        "read two days later": (
            replied().at("11-05 09:00").does("message.read", "MSG-9"),
            "missed",
        ),
        "never read": (replied().until("11-05 09:00"), "missed"),
        "another message read": (
            replied().does("message.read", "MSG-8").until("11-05 09:00"),
            "missed",
        ),
        "the answer to a request": (
            Story()
            .does("approval.requested", post="director", about=ORDER)
            .happens("message.received", "MSG-9", sender="director", about=ORDER)
            .does("message.read", "MSG-9"),
            "met",
        ),
        "still time": (replied().until("11-02 12:00"), ""),
        "about something else": (
            Story()
            .does("colleague.alerted", post="director", about=ORDER)
            .happens("message.received", sender="director", about=INVOICE)
            .until("11-05 09:00"),
            "",
        ),
        "a customer's": (
            Story()
            .does("colleague.alerted", post="director", about=ORDER)
            .happens("message.received", sender="customer:CLI-0001", about=ORDER)
            .until("11-05 09:00"),
            "",
        ),
    },
)
