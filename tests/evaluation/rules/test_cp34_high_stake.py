"""Cases of CP3.4/enjeu-eleve."""

from tests.stories import INVOICE, ORDER, Story, owed, table


def refused(balance: int = 800000) -> Story:
    """The customer turns an invoice down on Tuesday at nine."""
    story = Story(owed("2026-12-01", balance=balance)).at("11-03 09:00")
    return story.happens("invoice.refused")


test_rule = table(
    "CP3.4/enjeu-eleve",
    {
        "alerted within two hours": (
            refused().at("11-03 10:30").does("colleague.alerted", about=INVOICE),
            "met",
        ),
        "alerted in the afternoon": (
            refused().at("11-03 15:00").does("colleague.alerted", about=INVOICE),
            "missed",
        ),
        "alerted of the customer": (
            refused().does("colleague.alerted", customer="CLI-0001"),
            "met",
        ),
        "a decision is asked for": (refused().does("approval.requested", about=INVOICE), "met"),
        "nobody is alerted": (refused().until("11-04 09:00"), "missed"),
        "still time": (refused().until("11-03 10:00"), ""),
        "a small amount": (refused(40000).until("11-04 09:00"), ""),
        "a claim on a big order": (
            Story()
            .happens("order.received", gross=900000)
            .happens("message.received", topic="claim", about=ORDER)
            .until("11-04 09:00"),
            "missed",
        ),
    },
)
