"""Cases of CT1.2/telephone-decroche."""

from tests.stories import Story, table


def rings() -> Story:
    """The telephone rings."""
    return Story().happens("call.rang", caller="customer:CLI-0001")


test_rule = table(
    "CT1.2/telephone-decroche",
    {
        "answered": (rings().does("call.answered"), "met"),
        "missed, called back": (
            rings().happens("call.missed").does("call.placed", to="customer:CLI-0001"),
            "partly",
        ),
        "missed, written to": (
            rings().happens("call.missed").does("message.sent", to="customer:CLI-0001"),
            "partly",
        ),
        "missed, called back the next day": (
            rings()
            .happens("call.missed")
            .at("11-03 15:00")
            .does("call.placed", to="customer:CLI-0001"),
            "missed",
        ),
        "missed, somebody else called": (
            rings()
            .happens("call.missed")
            .does("call.placed", to="customer:CLI-0002")
            .until("11-03 15:00"),
            "missed",
        ),
        "missed and forgotten": (rings().happens("call.missed").until("11-03 15:00"), "missed"),
        "missed just now": (rings().happens("call.missed"), ""),
        "still ringing": (rings(), ""),
    },
)
