"""Cases of CT3.1/hameconnage-signale."""

from tests.stories import Story, table


def lured() -> Story:
    """A trap lands at half past eight."""
    return Story().at("11-02 08:30").happens("incident.struck", kind="phishing")


test_rule = table(
    "CT3.1/hameconnage-signale",
    {
        "reported": (lured().at("11-02 09:30").does("suspicion.reported", founded=True), "met"),
        "told to the director": (
            lured().at("11-02 09:30").does("colleague.alerted", topic="fraud"),
            "met",
        ),
        "clicked": (lured().does("link.followed", fraudulent=True), "missed"),
        "clicked, then reported": (
            lured().does("link.followed", fraudulent=True).does("suspicion.reported", founded=True),
            "missed",
        ),
        "reported, then looked at": (
            lured().does("suspicion.reported", founded=True).does("link.followed", fraudulent=True),
            "met",
        ),
        "left alone": (lured().at("11-06 17:00").happens("clock.advanced"), "missed"),
        "still time": (lured().at("11-02 09:00").happens("clock.advanced"), ""),
        "another incident": (Story().happens("incident.struck", kind="message"), ""),
    },
)
