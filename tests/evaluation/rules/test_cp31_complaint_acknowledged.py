"""Cases of CP3.1/reclamation-accusee."""

from tests.stories import Story, table


def opened() -> Story:
    """A customer complains."""
    return Story().does("complaint.opened")


test_rule = table(
    "CP3.1/reclamation-accusee",
    {
        "acknowledged the same day": (opened().later(60).does("complaint.acknowledged"), "met"),
        "answered the same day": (opened().later(60).does("complaint.answered"), "met"),
        "two days later": (opened().at("11-05 09:00").does("complaint.acknowledged"), "missed"),
        "nothing": (opened().until("11-05 09:00"), "missed"),
        "still time": (opened().until("11-02 12:00"), ""),
    },
)
