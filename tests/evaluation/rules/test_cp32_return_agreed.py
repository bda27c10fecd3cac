"""Cases of CP3.2/retour-puis-avoir."""

from tests.stories import DELIVERY, ORDER, Story, table


def back() -> Story:
    """Goods come back."""
    return Story().happens("goods.returned", order=ORDER, delivery=DELIVERY)


test_rule = table(
    "CP3.2/retour-puis-avoir",
    {
        "a credit note the same day": (back().does("credit_note.issued"), "met"),
        "a word the same day": (back().does("message.sent", about=ORDER), "met"),
        "two days later": (back().at("11-05 09:00").does("credit_note.issued"), "missed"),
        "to somebody else": (
            back().does("credit_note.issued", customer="CLI-0002").until("11-05 09:00"),
            "missed",
        ),
        "nothing": (back().until("11-05 09:00"), "missed"),
        "still time": (back().until("11-02 12:00"), ""),
    },
)
