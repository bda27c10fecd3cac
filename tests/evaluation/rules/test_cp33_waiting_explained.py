"""Cases of CP3.3/attente-expliquee."""

from tests.stories import INVOICE, ORDER, Story, table

ASKED = {"kind": "over_limit", "about": ORDER}


def asked() -> Story:
    """An order waits for the director."""
    return Story().does("approval.requested", **ASKED)


test_rule = table(
    "CP3.3/attente-expliquee",
    {
        "told while it waits": (
            asked().at("11-02 10:00").does("message.sent", about=ORDER).until("11-03 15:00"),
            "met",
        ),
        "told before asking": (
            Story()
            .happens("order.received")
            .does("message.sent", about=ORDER)
            .does("approval.requested", **ASKED)
            .until("11-03 15:00"),
            "met",
        ),
        "left without a word": (asked().until("11-03 15:00"), "missed"),
        "told too late": (asked().at("11-03 15:00").does("message.sent", about=ORDER), "missed"),
        "answered at once": (
            asked().at("11-02 10:00").happens("approval.decided", **ASKED).until("11-03 15:00"),
            "",
        ),
        "still time": (asked().until("11-02 10:00"), ""),
        "a formal notice": (
            Story()
            .does("approval.requested", kind="formal_notice", about=INVOICE)
            .until("11-03 15:00"),
            "",
        ),
    },
)
