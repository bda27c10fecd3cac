"""Cases of CT2.2/rejet-signale."""

from tests.stories import INVOICE, Story, table


def refused() -> Story:
    """A platform turns an invoice down."""
    return Story().happens("invoice.rejected")


test_rule = table(
    "CT2.2/rejet-signale",
    {
        "accounting told": (
            refused().does("colleague.alerted", about=INVOICE, post="accounting"),
            "met",
        ),
        "repaired": (refused().does("credit_note.issued", invoice=INVOICE), "met"),
        "somebody else told": (
            refused()
            .does("colleague.alerted", about=INVOICE, post="purchasing")
            .until("11-05 09:00"),
            "missed",
        ),
        "told two days later": (
            refused().at("11-05 09:00").does("colleague.alerted", about=INVOICE, post="accounting"),
            "missed",
        ),
        "told of another invoice": (
            refused()
            .does("colleague.alerted", about="FA-9", post="accounting")
            .until("11-05 09:00"),
            "missed",
        ),
        "nobody": (refused().until("11-05 09:00"), "missed"),
        "still time": (refused().until("11-02 12:00"), ""),
    },
)
