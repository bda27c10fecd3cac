"""Cases of CP3.5/reponse-en-anglais."""

from tests.stories import Story, table


def english() -> Story:
    """A message in English."""
    return Story().happens("message.received", "MSG-9", language="en")


test_rule = table(
    "CP3.5/reponse-en-anglais",
    {
        "answered: a person judges": (
            english().does("message.sent", answers="MSG-9", words=90),
            "to_review",
        ),
        "too short: a person judges all the same": (
            english().does("message.sent", answers="MSG-9", words=9),
            "to_review",
        ),
        "answered late: a person judges all the same": (
            english().at("11-06 09:00").does("message.sent", answers="MSG-9", words=90),
            "to_review",
        ),
        "another message answered": (
            english().does("message.sent", answers="MSG-8").until("11-05 09:00"),
            "missed",
        ),
        "never answered": (english().until("11-05 09:00"), "missed"),
        "still time": (english().until("11-02 12:00"), ""),
        "in French": (
            Story().happens("message.received", "MSG-9").does("message.sent", answers="MSG-9"),
            "",
        ),
    },
)
