"""Cases of CP3.4/demande-suspecte."""

from tests.stories import Story, table


def strange() -> Story:
    """Somebody asks for a bank account to be changed."""
    return Story().happens("message.received", "MSG-9", topic="fraud")


test_rule = table(
    "CP3.4/demande-suspecte",
    {
        "reported at once": (
            strange().does("colleague.alerted", post="director", topic="fraud"),
            "met",
        ),
        "reported too late": (
            strange().at("11-02 14:30").does("colleague.alerted", post="director", topic="fraud"),
            "missed",
        ),
        "reported to somebody else": (
            strange()
            .does("colleague.alerted", post="accounting", topic="fraud")
            .until("11-03 09:00"),
            "missed",
        ),
        "answered": (strange().does("message.sent", answers="MSG-9"), "missed"),
        "reported, then answered": (
            strange()
            .does("colleague.alerted", post="director", topic="fraud")
            .does("message.sent", answers="MSG-9"),
            "met",
        ),
        "left there": (strange().until("11-03 09:00"), "missed"),
        "still time": (strange().until("11-02 09:30"), ""),
        "nothing strange": (
            Story().happens("message.received", topic="order").until("11-03 09:00"),
            "",
        ),
    },
)
