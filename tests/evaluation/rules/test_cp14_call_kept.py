"""Cases of CP1.4/trace-de-l-appel."""

from tests.stories import CUSTOMER, Story, table

TALK = {"to": f"customer:{CUSTOMER}", "customer": CUSTOMER}


def call() -> Story:
    """A customer calls."""
    return Story().happens("message.received", channel="phone")


test_rule = table(
    "CP1.4/trace-de-l-appel",
    {
        "written to at once": (call().does("message.sent"), "met"),
        "noted in the record": (
            call().does("customer.updated", CUSTOMER, changed=("note",)),
            "met",
        ),
        "a colleague told": (call().does("colleague.alerted"), "met"),
        "another field changed": (
            call().does("customer.updated", CUSTOMER, changed=("phone",)).until("11-03 09:00"),
            "missed",
        ),
        "noted the next day": (
            call().at("11-03 14:00").does("customer.updated", CUSTOMER, changed=("note",)),
            "missed",
        ),
        "another customer noted": (
            call().does("customer.updated", "CLI-0002", changed=("note",)).until("11-03 14:00"),
            "missed",
        ),
        "nothing": (call().until("11-03 14:00"), "missed"),
        "still time": (call().until("11-02 10:00"), ""),
        "noted while talking": (
            Story().does("call.noted", words=12).happens("call.ended", **TALK).until("11-03 14:00"),
            "met",
        ),
        "talked, and nothing written": (
            Story().happens("call.ended", **TALK).until("11-03 14:00"),
            "missed",
        ),
        "talked, and only spoken since": (
            Story()
            .happens("call.ended", **TALK)
            .does("message.sent", channel="phone")
            .until("11-03 14:00"),
            "missed",
        ),
        "a talk with a supplier": (
            Story().happens("call.ended", to="supplier:FOU-0001").until("11-03 14:00"),
            "",
        ),
        "a letter": (
            Story().happens("message.received", channel="letter").until("11-03 14:00"),
            "",
        ),
    },
)
