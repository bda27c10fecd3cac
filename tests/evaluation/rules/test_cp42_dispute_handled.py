"""Cases of CP4.2/contestation-traitee."""

from tests.stories import INVOICE, Story, table


def refused() -> Story:
    """A customer turns an invoice down."""
    return Story().happens("invoice.refused")


test_rule = table(
    "CP4.2/contestation-traitee",
    {
        "a credit note": (refused().does("credit_note.issued", invoice=INVOICE), "met"),
        "a word to the customer": (refused().does("message.sent", about=INVOICE), "met"),
        "a colleague alerted": (refused().does("colleague.alerted", about=INVOICE), "met"),
        "two days later": (
            refused().at("11-05 09:00").does("credit_note.issued", invoice=INVOICE),
            "missed",
        ),
        "another invoice": (
            refused().does("credit_note.issued", invoice="FA-9").until("11-05 09:00"),
            "missed",
        ),
        "nothing": (refused().until("11-05 09:00"), "missed"),
        "still time": (refused().until("11-02 12:00"), ""),
        "handled by accounting": (
            refused().happens("credit_note.issued", by="accounting", invoice=INVOICE),
            "",
        ),
    },
)
