"""Cases of CP4.2/canal-de-l-etape."""

from tests.stories import Story, table

test_rule = table(
    "CP4.2/canal-de-l-etape",
    {
        "a call by telephone": (Story().does("dunning.sent", level="call", channel="phone"), "met"),
        "a call by e-mail": (Story().does("dunning.sent", level="call", channel="email"), "missed"),
        "a letter by e-mail": (
            Story().does("dunning.sent", level="reminder_2", channel="email"),
            "missed",
        ),
        "a letter by registered post": (
            Story().does("dunning.sent", level="reminder_2", channel="registered"),
            "met",
        ),
        "an unknown step": (Story().does("dunning.sent", level="other"), ""),
        "by accounting": (
            Story().happens("dunning.sent", by="accounting", level="call", channel="email"),
            "",
        ),
    },
)
