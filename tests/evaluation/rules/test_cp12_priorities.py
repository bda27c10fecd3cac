"""Cases of CP1.2/priorites."""

from tests.stories import Story, table


def waiting() -> Story:
    """Three enquiries of Monday and one of Tuesday wait."""
    story = Story()
    for number in (1, 2, 3):
        story.happens("message.received", f"M{number}", topic="enquiry")
    return story.at("11-03 09:00").happens("message.received", "M4", topic="enquiry")


test_rule = table(
    "CP1.2/priorites",
    {
        "in order": (
            waiting()
            .does("quote.sent", "DE-1", enquiry="M1")
            .does("quote.sent", "DE-2", enquiry="M2")
            .does("quote.sent", "DE-4", enquiry="M4"),
            "met",
        ),
        "one inversion": (
            waiting()
            .does("quote.sent", "DE-4", enquiry="M4")
            .does("quote.sent", "DE-1", enquiry="M1"),
            "met",
        ),
        "the last first, then the one before": (
            waiting()
            .happens("message.received", "M5", topic="enquiry")
            .does("quote.sent", "DE-5", enquiry="M5")
            .does("quote.sent", "DE-4", enquiry="M4")
            .does("quote.sent", "DE-1", enquiry="M1"),
            "to_review",
        ),
        "too few to choose": (
            Story()
            .happens("message.received", "M1", topic="enquiry")
            .does("quote.sent", enquiry="M1"),
            "",
        ),
    },
)
