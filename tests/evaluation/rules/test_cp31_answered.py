"""Cases of CP3.1/reponse-a-temps."""

from tests.stories import ORDER, Story, table


def asks() -> Story:
    """A customer asks where the goods are."""
    return Story().happens("message.received", sender="customer:CLI-0001", topic="delivery")


test_rule = table(
    "CP3.1/reponse-a-temps",
    {
        "answered the same day": (asks().does("message.sent"), "met"),
        "the quote itself": (asks().does("quote.sent"), "met"),
        "called": (asks().does("call.placed"), "met"),
        "answered two days later": (asks().at("11-05 09:00").does("message.sent"), "missed"),
        "somebody else answered": (
            asks().does("message.sent", customer="CLI-0002").until("11-05 09:00"),
            "missed",
        ),
        "never": (asks().until("11-05 09:00"), "missed"),
        "still time": (asks().until("11-02 12:00"), ""),
        "a colleague": (
            Story()
            .happens("message.received", sender="director", topic="delivery")
            .until("11-05 09:00"),
            "",
        ),
        "the letter that comes with an order": (
            Story()
            .happens("order.received")
            .happens("message.received", sender="customer:CLI-0001", topic="order", about=ORDER)
            .until("11-05 09:00"),
            "",
        ),
        "thanks": (
            Story()
            .happens("message.received", sender="customer:CLI-0001", topic="date_agreed")
            .until("11-05 09:00"),
            "",
        ),
    },
)
