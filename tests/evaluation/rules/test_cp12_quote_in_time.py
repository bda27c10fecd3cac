"""Cases of CP1.2/devis-dans-les-delais."""

from tests.stories import Story, table


def asked() -> Story:
    """An enquiry that lands on Monday at nine."""
    story = Story().at("11-02 09:00")
    return story.happens("message.received", sender="customer:CLI-0001", topic="enquiry")


test_rule = table(
    "CP1.2/devis-dans-les-delais",
    {
        "the same day": (asked().at("11-02 15:00").does("quote.sent", enquiry="MSG-000001"), "met"),
        "two days later, to the minute": (asked().at("11-04 09:00").does("quote.sent"), "met"),
        "three days later": (asked().at("11-05 09:00").does("quote.sent"), "missed"),
        "never": (asked().until("11-06 09:00"), "missed"),
        "still time": (asked().until("11-03 09:00"), ""),
        "waiting for the customer's answer": (
            asked()
            .at("11-02 10:00")
            .does("message.sent", answers="MSG-000001")
            .at("11-06 10:00")
            .happens("message.received", "MSG-000003", sender="customer:CLI-0001", topic="other")
            .at("11-06 11:00")
            .does("quote.sent"),
            "met",
        ),
        "the customer does not answer": (
            asked().does("message.sent", answers="MSG-000001").until("11-20 09:00"),
            "",
        ),
        "sent by a colleague": (asked().happens("quote.sent", by="sales_rep"), ""),
    },
)
