"""Cases of CT1.1/question-avant-d-agir."""

from tests.stories import ORDER, Story, table


def vague() -> Story:
    """A complaint that does not say about what."""
    return Story().happens("message.received", topic="claim")


test_rule = table(
    "CT1.1/question-avant-d-agir",
    {
        "asked the same day": (vague().does("message.sent"), "met"),
        "called": (vague().does("call.placed"), "met"),
        "a credit note without asking": (vague().does("credit_note.issued"), "missed"),
        "asked, then a credit note": (
            vague().does("message.sent").does("credit_note.issued"),
            "met",
        ),
        "another customer asked": (
            vague().does("message.sent", customer="CLI-0002").until("11-05 09:00"),
            "missed",
        ),
        "never asked": (vague().until("11-05 09:00"), "missed"),
        "still time": (vague().until("11-02 12:00"), ""),
        "a colleague speaks of it": (
            Story()
            .happens("message.received", topic="claim", sender="director")
            .until("11-05 09:00"),
            "",
        ),
        "it says which order": (
            Story().happens("message.received", topic="claim", about=ORDER).until("11-05 09:00"),
            "",
        ),
    },
)
