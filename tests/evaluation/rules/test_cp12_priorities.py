"""Cases of CP1.2/priorites."""

from tests.stories import ORDER, Story, table


def waiting() -> Story:
    """Three enquiries of Monday and one of Tuesday wait."""
    story = Story()
    for number in (1, 2, 3):
        story.happens("message.received", f"M{number}", topic="enquiry")
    return story.at("11-03 09:00").happens("message.received", "M4", topic="enquiry")


test_rule = table(
    "CP1.2/priorites",
    {
        "the first first": (waiting().does("quote.sent", "DE-1", enquiry="M1"), "met"),
        "in order, until few are left": (
            waiting()
            .does("quote.sent", "DE-1", enquiry="M1")
            .does("quote.sent", "DE-2", enquiry="M2"),
            "met",
        ),
        "the last first": (waiting().does("quote.sent", "DE-4", enquiry="M4"), "to_review"),
        "the last, one only being more urgent": (
            waiting()
            .happens("message.received", "M5", topic="enquiry")
            .happens("message.received", "M6", topic="enquiry")
            .does("quote.sent", "DE-1", enquiry="M1")
            .does("quote.sent", "DE-2", enquiry="M2")
            .does("quote.sent", "DE-4", enquiry="M4"),
            "met met met",
        ),
        "an order that came today": (
            waiting().happens("order.received", ORDER).records(),
            "met",
        ),
        "a second act on the same": (
            waiting().happens("order.received", ORDER).does("order.held").records(),
            "met",
        ),
        "too few to choose": (
            Story()
            .happens("message.received", "M1", topic="enquiry")
            .does("quote.sent", enquiry="M1"),
            "",
        ),
        "by a colleague": (
            waiting().happens("quote.sent", "DE-4", by="sales_rep", enquiry="M4"),
            "",
        ),
    },
)
